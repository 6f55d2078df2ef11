import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay, useSchoolYear } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, DateField, Form, Notice, Page, ProblemAlert, Section, toast } from '#platform/ui';
import type { AnswerOf } from './answer-of.ts';
import { partColumns } from './part-columns.ts';
import { type Row, RowsTable } from './rows-table.tsx';

type Guidance = AnswerOf<'educationPlan.getGuidance'>;

/** Guidance and template of the own unit for the plans of the schools. */
export default function GuidancePage() {
  const { t } = useTranslation('education-plan');
  const found = useQuery({
    queryKey: ['education-plan', 'guidance'],
    queryFn: ({ signal }) => answer(api.GET('/api/education-plans/guidance', { signal })),
  });
  return (
    <Page title={t('guidance.title')} lead={t('guidance.lead')}>
      {found.error ? <ProblemAlert error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? <GuidanceForm guidance={found.data} /> : null}
    </Page>
  );
}

function GuidanceForm({ guidance }: { guidance: Guidance }) {
  const { t } = useTranslation('education-plan');
  const may = useMay();
  const { name: schoolYear } = useSchoolYear();
  const [values, setValues] = useState(guidance);
  /** What the values were made upon: the newest as long as nothing is changed. */
  const [base, setBase] = useState(guidance);
  if (values === base && base !== guidance) {
    setBase(guidance);
    setValues(guidance);
  }
  const [asking, setAsking] = useState(false);
  const year = schoolYear ? { schoolYear } : {};
  const save = useCommand({
    run: ({ version, title, body, publishBy, sections }: Guidance, init) =>
      answer(
        api.PUT('/api/education-plans/guidance', {
          body: { ...year, version, title, body, publishBy, sections },
          ...init,
        }),
      ),
    refreshes: [['education-plan', 'guidance']],
    onDone: () => toast({ tone: 'done', text: t('rows.saved') }),
  });
  const publish = useCommand({
    run: (version: number, init) =>
      answer(api.POST('/api/education-plans/guidance/publish', { body: { ...year, version }, ...init })),
    refreshes: [['education-plan']],
    onDone: () => {
      setAsking(false);
      toast({ tone: 'done', text: t('guidance.published') });
    },
  });
  const mayEdit = may('educationPlan.saveGuidance');
  const columns = partColumns(t, { subjects: [] }).sections;
  return (
    <>
      <Notice tone={guidance.publishedAt ? 'done' : 'info'}>
        {guidance.publishedAt
          ? t('guidance.publishedAt', { at: formatDateTime(guidance.publishedAt) })
          : t('guidance.notPublished')}
      </Notice>
      <Form
        submit={t('rows.save')}
        busy={save.isPending}
        error={save.error}
        width="100%"
        onSubmit={() =>
          save.mutate(
            { ...values, version: base.version },
            {
              onSuccess: (saved) => {
                setBase(saved);
                // What was typed while it was being saved stays, for the next time.
                setValues((now) => (now === values ? saved : now));
              },
            },
          )
        }
      >
        <TextInput
          label={t('column.title')}
          readOnly={!mayEdit}
          value={values.title}
          onChange={(event) => setValues({ ...values, title: event.currentTarget.value })}
        />
        <Textarea
          label={t('guidance.body')}
          readOnly={!mayEdit}
          autosize
          minRows={5}
          value={values.body}
          onChange={(event) => setValues({ ...values, body: event.currentTarget.value })}
        />
        <DateField
          label={t('guidance.publishBy')}
          w={200}
          value={values.publishBy}
          onChange={(publishBy) => setValues({ ...values, publishBy })}
        />
        <Section title={t('guidance.template')}>
          <RowsTable
            caption={t('guidance.template')}
            columns={columns}
            rows={values.sections}
            onChange={
              mayEdit
                ? (rows: readonly Row[]) =>
                    setValues({ ...values, sections: rows as unknown as Guidance['sections'] })
                : undefined
            }
          />
        </Section>
      </Form>
      {guidance.id && may('educationPlan.publishGuidance') ? (
        <Button mt="md" variant="default" onClick={() => setAsking(true)}>
          {t('guidance.publish')}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={t('guidance.question')}
        confirm={t('guidance.publish')}
        busy={publish.isPending}
        error={publish.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          publish.mutate(base.version, {
            onSuccess: (published) => {
              setBase(published);
              setValues((now) => (now === base ? published : now));
            },
          })
        }
      >
        <p style={{ margin: 0 }}>{t('guidance.explain')}</p>
      </ConfirmDialog>
    </>
  );
}
