import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type operations, sendFile } from '#api';
import { FileDrop, ProblemAlert, problemOf, toast } from '#platform/ui';
import type { SheetPath } from './use-sheet.ts';

type Answer = operations['gradebook.readSheet']['responses'][200]['content']['application/json'];

/** Reads marks back from the workbook of this sheet: all cells or none, faults named by pupil and column. */
export function FileIn({ path, onDone }: { path: SheetPath; onDone: () => void }) {
  const { t } = useTranslation('gradebook');
  const [opened, setOpened] = useState(false);
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  async function send(file: File) {
    setProgress(0);
    setError(undefined);
    try {
      const { classId, subjectCode, semester } = path;
      const said = await sendFile<Answer>(
        `/api/gradebook/sheets/${classId}/${subjectCode}/${semester}/workbook`,
        file,
        setProgress,
      ).answer;
      toast({ tone: 'done', text: t('fileIn.done', { count: said.saved }) });
      setOpened(false);
      onDone();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setProgress(undefined);
    }
  }
  const problems = error ? (problemOf(error).problems ?? []) : [];
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('sheet.excelIn')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={<strong>{t('sheet.excelIn')}</strong>}
        closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
      >
        <p>{t('fileIn.what')}</p>
        {error ? <ProblemAlert error={error} /> : null}
        {problems.length > 0 ? (
          <ul>
            {problems.map(({ path: at, message }) => (
              <li key={`${at} ${message}`}>{message}</li>
            ))}
          </ul>
        ) : null}
        <FileDrop
          label={t('fileIn.file')}
          accept={['.xlsx', '.csv']}
          progress={progress}
          onFile={(file) => void send(file)}
        />
      </Modal>
    </>
  );
}
