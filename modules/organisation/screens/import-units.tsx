import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type operations, sendFile } from '#api';
import { FileDrop, Notice, ProblemAlert, ProgressOfWork, toast } from '#platform/ui';

type Report = operations['organisation.importUnits']['responses'][200]['content']['application/json'];

const mostShown = 200;

/** Takes a spreadsheet of units, shows what it would change or what is wrong in it, and does it when accepted. */
export function ImportUnits({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const [preview, setPreview] = useState<{ file: File; report: Report }>();
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const sending = useRef<{ stop: () => void }>(undefined);

  async function send(file: File, dryRun: boolean) {
    setError(undefined);
    setProgress(0);
    const upload = sendFile<Report>(`/api/units/import?dryRun=${dryRun}`, file, setProgress);
    sending.current = upload;
    try {
      const report = await upload.answer;
      if (dryRun) return setPreview({ file, report });
      toast({ tone: 'done', text: t('import.done', { created: report.created, changed: report.changed }) });
      onClose();
      await queries.invalidateQueries({ queryKey: ['units'] });
    } catch (caught) {
      if (!(caught instanceof DOMException && caught.name === 'AbortError')) setError(caught);
    } finally {
      setProgress(undefined);
    }
  }

  if (progress !== undefined && progress >= 1) {
    return <ProgressOfWork doing={t('import.reading')} onStop={() => sending.current?.stop()} />;
  }
  return (
    <Stack gap="md">
      {error ? <ProblemAlert error={error} /> : null}
      {preview ? (
        <>
          <Preview report={preview.report} fileName={preview.file.name} />
          <Group gap="sm">
            {preview.report.faults.length === 0 && preview.report.changes.length > 0 ? (
              <Button onClick={() => void send(preview.file, false)}>{t('import.accept')}</Button>
            ) : null}
            <Button variant="default" onClick={() => setPreview(undefined)}>
              {t('import.another')}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <p style={{ margin: 0 }}>{t('import.explain')}</p>
          <div>
            <Button component="a" href="/api/units/template" download variant="default">
              {t('import.template')}
            </Button>
          </div>
          <FileDrop
            label={t('import.file')}
            accept={['.xlsx', '.csv', '.tsv']}
            maxBytes={4 * 1024 * 1024}
            progress={progress}
            onFile={(file) => void send(file, true)}
            onStop={() => sending.current?.stop()}
          />
        </>
      )}
    </Stack>
  );
}

function Preview({ report, fileName }: { report: Report; fileName: string }) {
  const { t } = useTranslation('organisation');
  const { created, changed, unchanged, faulty, faults, changes } = report;
  const lines = faults.length > 0 ? faults.length : changes.length;
  return (
    <div>
      <Notice tone={faults.length > 0 ? 'due' : 'done'}>
        <strong>{fileName}</strong>: {t('import.counts', { created, changed, unchanged, faulty })}
      </Notice>
      {faults.length > 0 ? <p>{t('import.mend')}</p> : null}
      {faults.length === 0 && changes.length === 0 ? <p>{t('import.nothing')}</p> : null}
      <ul style={{ paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
        {faults.slice(0, mostShown).map(({ cell, message }) => (
          <li key={`${cell} ${message}`}>{t('import.fault', { cell, message })}</li>
        ))}
        {(faults.length > 0 ? [] : changes).slice(0, mostShown).map(({ line, what, name, fields }) => (
          <li key={line}>{t(`import.${what}`, { line, name, fields: fields.join('; ') })}</li>
        ))}
      </ul>
      {lines > mostShown ? <p>{t('import.more', { count: lines - mostShown })}</p> : null}
    </div>
  );
}
