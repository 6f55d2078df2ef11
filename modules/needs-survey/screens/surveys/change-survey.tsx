import { Button, Modal, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';
import { beginOf, dayOf, endOf, type Survey } from './survey-words.ts';

/** Changes title and days; closes at once, or opens again by a later day. */
export function ChangeSurvey({ survey, onClose }: { survey: Survey; onClose: () => void }) {
  const { t } = useTranslation('needs-survey');
  const form = useDraftForm(undefined, {
    title: survey.title,
    opensAt: dayOf(survey.opensAt),
    closesAt: dayOf(survey.closesAt),
  });
  const { values } = form;
  const change = useCommand({
    run: (body: { title: string; opensAt: string; closesAt: string; version: number }, init) =>
      answer(
        api.PUT('/api/needs-survey/surveys/{surveyId}', {
          params: { path: { surveyId: survey.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: () => {
      toast({ tone: 'done', text: t('change.done') });
      onClose();
    },
  });
  const { version } = survey;
  function save(closesAt: string) {
    const opensAt = values.opensAt === dayOf(survey.opensAt) ? survey.opensAt : beginOf(values.opensAt);
    change.mutate({ title: values.title.trim(), opensAt, closesAt, version }, { onError: form.refuse });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('change.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <Form
        submit={t('change.save')}
        busy={change.isPending}
        error={change.error}
        problems={form.problems}
        labels={{ title: t('name'), opensAt: t('open.opensAt'), closesAt: t('open.closesAt') }}
        onSubmit={() => save(endOf(values.closesAt))}
        onCancel={onClose}
        width="100%"
      >
        <TextInput label={t('name')} maxLength={150} {...form.text('title')} />
        <DateField label={t('open.opensAt')} {...form.date('opensAt')} />
        <DateField label={t('open.closesAt')} min={values.opensAt} {...form.date('closesAt')} />
        {survey.state === 'open' ? (
          <Button
            variant="light"
            color="brick"
            loading={change.isPending}
            onClick={() => save(new Date().toISOString())}
          >
            {t('change.closeNow')}
          </Button>
        ) : null}
      </Form>
    </Modal>
  );
}
