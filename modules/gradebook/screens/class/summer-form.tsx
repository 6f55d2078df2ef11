import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { DateField, type FieldProblem, Form, problemOf, toast } from '#platform/ui';
import { type ResultLevel, resultLevels } from '../../rules/index.ts';
import type { ResultRow, Results } from './results-page.tsx';

type Body = operations['gradebook.saveSummer']['requestBody']['content']['application/json'];

/** What a pupil reached in summer: re-tests in the subjects open to one, or conduct after the training. */
export function SummerForm({ data, row, onDone }: { data: Results; row: ResultRow; onDone: () => void }) {
  const { t } = useTranslation('gradebook');
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [conduct, setConduct] = useState<ResultLevel | null>(null);
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
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
      toast({ tone: 'done', text: afterSummer ? t(`decision.after.${afterSummer}`) : t('summer.done') });
      onDone();
    },
  });
  const { retestSubjects, decision } = row.year;
  const nameOf = (code: string) => data.subjects.find((one) => one.code === code)?.name ?? code;
  const problems = missing.length > 0 ? missing : (problemOf(save.error ?? undefined).problems ?? []);
  return (
    <Form
      submit={t('summer.save')}
      busy={save.isPending}
      error={save.error}
      problems={save.error || missing.length > 0 ? problems : []}
      width="100%"
      onSubmit={() => {
        const found = heldOn ? [] : [{ path: 'heldOn', message: t('summer.dayMissing') }];
        setMissing(found);
        if (!heldOn) return;
        const retests = Object.entries(values)
          .filter(([, value]) => value.trim() !== '')
          .map(([subjectCode, value]) => ({ subjectCode, value }));
        save.mutate({ heldOn, retests, conduct, conductVersion: row.conductVersion });
      }}
    >
      <h3>{t('summer.title')}</h3>
      <DateField label={t('summer.day')} value={heldOn} onChange={setHeldOn} />
      {retestSubjects.map((code) => (
        <TextInput
          key={code}
          label={t('summer.retest', { subject: nameOf(code), value: row.year.values[code] ?? '' })}
          maxLength={10}
          value={values[code] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setValues((before) => ({ ...before, [code]: value }));
          }}
        />
      ))}
      {decision === 'summerTraining' ? (
        <Select
          label={t('summer.conduct')}
          data={resultLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          value={conduct}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setConduct(value as ResultLevel | null)}
        />
      ) : null}
    </Form>
  );
}
