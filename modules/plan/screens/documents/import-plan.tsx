import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, sendFile, useSchoolYears } from '#api';
import { FileDrop, Notice, ProblemAlert, ProgressOfWork } from '#platform/ui';
import type { PlanDocument } from './document-words.ts';
import { ReadingReport } from './reading-report.tsx';

type Imported = operations['plan.importDocument']['responses'][200]['content']['application/json'];

/** Takes the file of a plan, says how the reading went, and leads on to the review. */
export function ImportPlan({ inForce }: { inForce: PlanDocument | undefined }) {
  const { t } = useTranslation('plan-document');
  const queries = useQueryClient();
  // Until the person says otherwise a new file amends the plan in force, which may be known only a moment later.
  const [choice, setChoice] = useState<'amends' | 'new'>('amends');
  const amends = inForce !== undefined && choice === 'amends';
  const years = useSchoolYears();
  const [year, setYear] = useState('');
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [imported, setImported] = useState<Imported>();
  const sending = useRef<{ stop: () => void }>(undefined);

  async function send(file: File) {
    setError(undefined);
    setProgress(0);
    const query = new URLSearchParams({
      ...(amends ? { revisionOf: inForce.id } : {}),
      ...(year ? { inSchoolYear: year } : {}),
    });
    const upload = sendFile<Imported>(`/api/plan/documents?${query}`, file, setProgress);
    sending.current = upload;
    try {
      setImported(await upload.answer);
      await queries.invalidateQueries({ queryKey: ['plan'] });
    } catch (caught) {
      if (!(caught instanceof DOMException && caught.name === 'AbortError')) setError(caught);
    } finally {
      setProgress(undefined);
    }
  }

  if (imported) {
    return (
      <Stack gap="md">
        {imported.alreadyImported ? (
          <Notice tone="due">{t('import.already')}</Notice>
        ) : (
          <Notice tone="done">{t('import.done')}</Notice>
        )}
        <ImportedReport documentId={imported.documentId} />
        <Button component={Link} to={`/ke-hoach/${imported.documentId}`}>
          {t('import.review')}
        </Button>
        <Button variant="default" onClick={() => setImported(undefined)}>
          {t('import.another')}
        </Button>
      </Stack>
    );
  }
  const reading = progress !== undefined && progress >= 1;
  return (
    <Stack gap="md">
      {inForce ? (
        <Radio.Group
          label={t('import.what')}
          value={choice}
          onChange={(value) => setChoice(value === 'new' ? 'new' : 'amends')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="amends"
              label={t('import.amends', { title: inForce.title })}
              description={t('import.amendsDetail')}
            />
            <Radio value="new" label={t('import.new')} description={t('import.newDetail')} />
          </Stack>
        </Radio.Group>
      ) : (
        <p style={{ margin: 0 }}>{t('import.explain')}</p>
      )}
      {years.length > 1 ? (
        <NativeSelect
          label={t('list.year')}
          data={[{ value: '', label: t('import.yearOfText') }, ...years]}
          value={year}
          onChange={(event) => setYear(event.currentTarget.value)}
        />
      ) : null}
      {error ? <ProblemAlert error={error} /> : null}
      {reading ? (
        <ProgressOfWork doing={t('import.reading')} onStop={() => sending.current?.stop()} />
      ) : (
        <FileDrop
          label={t('import.file')}
          accept={['.docx', '.txt', '.md']}
          progress={progress}
          onFile={(file) => void send(file)}
          onStop={() => sending.current?.stop()}
        />
      )}
    </Stack>
  );
}

function ImportedReport({ documentId }: { documentId: string }) {
  const { t } = useTranslation('plan-document');
  const detail = useQuery({
    queryKey: ['plan', 'document', documentId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/plan/documents/{documentId}', { params: { path: { documentId } }, signal })),
  });
  if (detail.error) return <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <ProgressOfWork doing={t('document.loading')} />;
  return <ReadingReport detail={detail.data} />;
}
