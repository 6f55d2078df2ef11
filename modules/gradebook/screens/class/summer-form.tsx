import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { DateField, Form, problemOf, toast, useDraftForm } from '#platform/ui';
import { type ResultLevel, resultLevels } from '../../rules/index.ts';
import type { ResultRow, Results } from './results-page.tsx';

type Body = operations['gradebook.saveSummer']['requestBody']['content']['application/json'];

/** What a pupil reached in summer: re-tests in the subjects open to one, or conduct after the training. */
export function SummerForm({ data, row, onDone }: { data: Results; row: ResultRow; onDone: () => void }) {
  const { t } = useTranslation('gradebook');
  const { retestSubjects, decision, retests: reached } = row.year;
  const retestOf = (code: string) => `retest-${code}`;
  const form = useDraftForm<Record<string, string | null>>(`summer.${data.class.id}.${row.pupilId}`, {
    ...{ heldOn: '', conduct: null },
    ...Object.fromEntries(retestSubjects.map((code) => [retestOf(code), ''])),
  });
  const save = useCommand({
    run: (body: Body, init) =>
      answer(
        api.PUT('/api/gradebook/classes/{classId}/summer/{pupilId}', {
          params: { path: { classId: data.class.id, pupilId: row.pupilId } },
          body,
          ...init,
        }),
      ),
    refreshes: [['gradebook', 'results']],
    onDone: ({ afterSummer }) => {
      form.clear();
      toast({ tone: 'done', text: afterSummer ? t(`decision.after.${afterSummer}`) : t('summer.done') });
      onDone();
    },
  });
  const nameOf = (code: string) => data.subjects.find((one) => one.code === code)?.name ?? code;
  const labels = {
    ...{ heldOn: t('summer.day'), conduct: t('summer.conduct') },
    ...Object.fromEntries(retestSubjects.map((code) => [retestOf(code), nameOf(code)])),
  };

  function send() {
    const { heldOn, conduct } = form.values;
    const retests = retestSubjects.flatMap((subjectCode) => {
      const value = form.values[retestOf(subjectCode)]?.trim();
      return value ? [{ subjectCode, value }] : [];
    });
    // A fault of a mark is told by its place in the list; here it stands at the field of its subject.
    const fieldOf = (path: string) => {
      const place = /^(?:body\.)?retests\.(\d+)/.exec(path)?.[1];
      return place === undefined ? path : retestOf(retests[Number(place)]?.subjectCode ?? '');
    };
    save.mutate(
      {
        heldOn: heldOn || null,
        retests,
        conduct: conduct as ResultLevel | null,
        conductVersion: row.conductVersion,
      },
      {
        onError: (error) =>
          form.refuse((problemOf(error).problems ?? []).map((one) => ({ ...one, path: fieldOf(one.path) }))),
      },
    );
  }

  return (
    <Form
      submit={t('summer.save')}
      busy={save.isPending}
      error={save.error}
      problems={form.problems}
      labels={labels}
      width="100%"
      onSubmit={send}
    >
      <h3>{t('summer.title')}</h3>
      {retestSubjects.length > 0 ? <DateField label={t('summer.day')} {...form.date('heldOn')} /> : null}
      {retestSubjects.map((code) => (
        <TextInput
          key={code}
          label={t(reached[code] ? 'summer.retestAgain' : 'summer.retest', {
            subject: nameOf(code),
            value: row.year.values[code] ?? '',
            reached: reached[code],
          })}
          maxLength={10}
          {...form.text(retestOf(code))}
        />
      ))}
      {decision === 'summerTraining' ? (
        <Select
          id="field-conduct"
          label={t('summer.conduct')}
          data={resultLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          value={form.values.conduct ?? null}
          error={form.problem('conduct')}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => form.change('conduct', value)}
        />
      ) : null}
    </Form>
  );
}
