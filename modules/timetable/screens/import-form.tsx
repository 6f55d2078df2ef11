import { Anchor, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFile } from '#api';
import { FileDrop, Notice, ProblemAlert, ProgressOfWork } from '#platform/ui';
import type { AnswerOf } from './answer-of.ts';
import styles from './timetable.module.css';

type Imported = AnswerOf<'timetable.importTimetable'>;

/** Brings a timetable in that a school already has: its Excel, or a FET file. */
export function ImportForm({
  of,
  semester,
}: {
  of: { schoolId?: string; schoolYear?: string };
  semester: 1 | 2;
}) {
  const { t } = useTranslation('timetable');
  const queries = useQueryClient();
  const [name, setName] = useState(t('import.name'));
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState<Imported>();

  async function send(file: File) {
    setError(undefined);
    setDone(undefined);
    setSending(true);
    try {
      const query = new URLSearchParams({
        ...of,
        semester: String(semester),
        name: name.trim() || t('import.name'),
      });
      setDone(await sendFile<Imported>(`/api/timetable/import?${query}`, file, () => {}).answer);
      await queries.invalidateQueries({ queryKey: ['timetable', 'list'] });
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(false);
    }
  }

  return (
    <>
      <p style={{ marginTop: 0 }}>{t('import.lead')}</p>
      <TextInput
        label={t('list.name')}
        maxLength={100}
        mb="md"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {sending ? (
        <ProgressOfWork doing={t('import.doing')} />
      ) : (
        <FileDrop
          accept={['.xlsx', '.csv', '.fet']}
          maxBytes={10 * 1024 * 1024}
          label={t('import.choose')}
          onFile={(file: File) => void send(file)}
        />
      )}
      {error ? <ProblemAlert error={error} /> : null}
      {done ? (
        <>
          <Notice tone={done.findings.length > 0 ? 'due' : 'done'}>
            {t('import.done', { placed: done.placed, cells: done.cells })}{' '}
            <Anchor component={Link} to={`/thoi-khoa-bieu/${done.timetable.id}`}>
              {t('import.openResult')}
            </Anchor>
          </Notice>
          <ul className={styles.findings}>
            {done.findings.map(({ cell, message }) => (
              <li key={`${cell} ${message}`}>
                <strong>{cell}</strong> {message}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
