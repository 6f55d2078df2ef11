import { Checkbox, Fieldset, Input, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import {
  ConfirmDialog,
  DateField,
  EmptyState,
  type FieldProblem,
  Form,
  Page,
  ProblemAlert,
  toast,
  toggled,
  useDraftForm,
} from '#platform/ui';
import { beginOf, dayOf, endOf } from './survey-words.ts';

type Body = operations['needsSurvey.openSurvey']['requestBody']['content']['application/json'];

const daysOpen = 14;
function dayFromNow(days: number): string {
  return dayOf(new Date(Date.now() + days * 24 * 3600_000).toISOString());
}

/** A form put before classes for some days. */
export default function OpenSurveyPage() {
  const { t } = useTranslation('needs-survey');
  const navigate = useNavigate();
  const [confirming, setConfirming] = useState<Body>();
  const form = useDraftForm('needs-survey.open', {
    formId: '',
    title: t('open.titleProposed'),
    classIds: null as string[] | null,
    opensAt: dayFromNow(0),
    closesAt: dayFromNow(daysOpen),
  });
  const { values } = form;
  const forms = useQuery({
    queryKey: ['needs-survey', 'forms'],
    queryFn: ({ signal }) => answer(api.GET('/api/needs-survey/forms', { signal })),
  });
  const classes = useQuery({
    queryKey: ['people', 'classes', 'of-own-school'],
    queryFn: ({ signal }) => answer(api.GET('/api/people/classes', { params: { query: {} }, signal })),
  });
  const open = useCommand({
    run: (body: Body, init) => answer(api.POST('/api/needs-survey/surveys', { body, ...init })),
    refreshes: [['needs-survey']],
    onDone: ({ id, pupils }) => {
      form.clear();
      toast({ tone: 'done', text: t('open.done', { count: pupils }) });
      void navigate({ to: `/khao-sat/${id}` });
    },
  });
  const known = classes.data?.items ?? [];
  // Everybody is asked until somebody says otherwise.
  const chosen = values.classIds ?? known.map(({ id }) => id);
  const formId = values.formId || forms.data?.items[0]?.id || '';

  function send() {
    const missing: FieldProblem[] = [
      ...(values.title.trim().length >= 3 ? [] : [{ path: 'title', message: t('open.titleMissing') }]),
      ...(chosen.length > 0 ? [] : [{ path: 'classIds', message: t('open.classesMissing') }]),
      ...(values.opensAt && values.closesAt && values.closesAt >= values.opensAt
        ? []
        : [{ path: 'closesAt', message: t('open.daysWrong') }]),
    ];
    form.refuse(missing);
    if (missing.length > 0) return;
    setConfirming({
      formId,
      title: values.title.trim(),
      classIds: chosen,
      opensAt: beginOf(values.opensAt),
      closesAt: endOf(values.closesAt),
    });
  }

  const trail = [{ label: t('list.title'), to: '/khao-sat' }];
  const fault = forms.error ?? classes.error;
  if (fault) {
    return (
      <Page title={t('open.title')} trail={trail}>
        <ProblemAlert error={fault} />
      </Page>
    );
  }
  if (forms.data?.items.length === 0) {
    return (
      <Page title={t('open.title')} trail={trail}>
        <EmptyState title={t('open.noForm')} action={<Link to="/khao-sat/mau">{t('forms.make')}</Link>}>
          {t('open.noFormDetail')}
        </EmptyState>
      </Page>
    );
  }
  const pupils = known.filter(({ id }) => chosen.includes(id)).reduce((sum, one) => sum + one.pupils, 0);
  const grades = [...new Set(known.map(({ grade }) => grade))];
  return (
    <Page title={t('open.title')} trail={trail} lead={t('open.lead')}>
      <Form
        submit={t('open.submit')}
        busy={open.isPending}
        error={open.error}
        problems={form.problems}
        labels={{
          title: t('name'),
          classIds: t('open.classes'),
          opensAt: t('open.opensAt'),
          closesAt: t('open.closesAt'),
        }}
        onSubmit={send}
        onCancel={() => void navigate({ to: '/khao-sat' })}
        width={640}
      >
        <Radio.Group label={t('open.form')} value={formId} onChange={(value) => form.change('formId', value)}>
          <Stack gap={8} mt={4}>
            {forms.data?.items.map((one) => (
              <Radio
                key={one.id}
                value={one.id}
                label={one.title}
                description={t('forms.facts', { owner: one.ownerName, count: one.questions })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('name')}
          description={t('open.nameHint')}
          maxLength={150}
          {...form.text('title')}
        />
        <DateField label={t('open.opensAt')} {...form.date('opensAt')} />
        <DateField label={t('open.closesAt')} min={values.opensAt} {...form.date('closesAt')} />
        <Fieldset
          id="field-classIds"
          variant="unstyled"
          tabIndex={-1}
          legend={<Input.Label component="span">{t('open.classes')}</Input.Label>}
        >
          <Input.Description>{t('open.classesHint', { count: pupils })}</Input.Description>
          {form.problem('classIds') ? <Input.Error>{form.problem('classIds')}</Input.Error> : null}
          {grades.map((grade) => {
            const ids = known.filter((one) => one.grade === grade).map(({ id }) => id);
            const all = ids.every((id) => chosen.includes(id));
            return (
              <Stack key={grade} gap={6} mt={10}>
                <Checkbox
                  label={<strong>{t('grade', { grade })}</strong>}
                  checked={all}
                  indeterminate={!all && ids.some((id) => chosen.includes(id))}
                  onChange={() =>
                    form.change('classIds', [
                      ...chosen.filter((id) => !ids.includes(id)),
                      ...(all ? [] : ids),
                    ])
                  }
                />
                <Stack gap={6} ml={28}>
                  {known
                    .filter((one) => one.grade === grade)
                    .map((one) => (
                      <Checkbox
                        key={one.id}
                        checked={chosen.includes(one.id)}
                        onChange={() => form.change('classIds', [...toggled(new Set(chosen), one.id)])}
                        label={t('open.class', { name: one.name, count: one.pupils })}
                      />
                    ))}
                </Stack>
              </Stack>
            );
          })}
        </Fieldset>
      </Form>
      <ConfirmDialog
        opened={confirming !== undefined}
        title={t('open.confirmTitle')}
        confirm={t('open.submit')}
        busy={open.isPending}
        onClose={() => setConfirming(undefined)}
        onConfirm={() => {
          if (confirming) {
            open.mutate(confirming, { onError: form.refuse, onSettled: () => setConfirming(undefined) });
          }
        }}
      >
        {t('open.confirmDetail', { count: pupils, classes: chosen.length })}
      </ConfirmDialog>
    </Page>
  );
}
