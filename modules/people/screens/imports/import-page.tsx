import { Button, Group, Radio, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, sendFile } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  FileDrop,
  Page,
  ProblemAlert,
  ProgressOfWork,
  Section,
  Tag,
  useAddress,
} from '#platform/ui';
import { useChosenYearId } from '../pupils/use-pupils.ts';

const kinds = ['classes', 'staff', 'pupils'] as const;

/** First step of bringing a list in: which list, its template, the file. Below, the imports of late. */
export default function ImportPage() {
  const { t } = useTranslation('import');
  const { address, set } = useAddress();
  const { yearId, ready } = useChosenYearId();
  const kind = kinds.find((one) => one === address.loai) ?? 'pupils';
  const year = yearId ? `schoolYearId=${yearId}` : '';
  return (
    <Page title={t('start.title')} lead={t('start.lead')}>
      <Stack gap="lg">
        <Radio.Group label={t('start.kind')} value={kind} onChange={(loai) => set({ loai })}>
          <Group gap="lg" mt="xs">
            {kinds.map((one) => (
              <Radio key={one} value={one} label={t(`kind.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        <p style={{ margin: 0 }}>{t(`start.about.${kind}`)}</p>
        <div>
          <Button
            component="a"
            href={`/api/people/import-templates/${kind}?${year}`}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('start.template', { kind: t(`kind.${kind}`) })}
          </Button>
        </div>
        {ready ? <Upload kind={kind} year={year} /> : null}
        <Recent yearId={yearId} ready={ready} />
      </Stack>
    </Page>
  );
}

function Upload({ kind, year }: { kind: (typeof kinds)[number]; year: string }) {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const sending = useRef<{ stop: () => void }>(undefined);

  async function send(file: File) {
    setError(undefined);
    setProgress(0);
    const upload = sendFile<{ id: string }>(`/api/people/imports?kind=${kind}&${year}`, file, setProgress);
    sending.current = upload;
    try {
      const { id } = await upload.answer;
      await navigate({ to: `/nhap-tu-excel/${id}` });
    } catch (caught) {
      if (!(caught instanceof DOMException && caught.name === 'AbortError')) setError(caught);
    } finally {
      setProgress(undefined);
    }
  }

  if (progress !== undefined && progress >= 1) {
    return <ProgressOfWork doing={t('start.reading')} onStop={() => sending.current?.stop()} />;
  }
  return (
    <>
      {error ? <ProblemAlert error={error} /> : null}
      <FileDrop
        label={t('start.file')}
        accept={['.xlsx', '.csv', '.tsv']}
        maxBytes={10 * 1024 * 1024}
        progress={progress}
        onFile={(file) => void send(file)}
        onStop={() => sending.current?.stop()}
      />
    </>
  );
}

function Recent({ yearId, ready }: { yearId: string | undefined; ready: boolean }) {
  const { t } = useTranslation('import');
  const recent = useQuery({
    queryKey: ['imports', yearId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/people/imports', { params: { query: yearId ? { schoolYearId: yearId } : {} }, signal }),
      ),
    enabled: ready,
  });
  return (
    <Section title={t('recent.title')}>
      <DataTable
        caption={t('recent.title')}
        rows={recent.data?.items ?? []}
        rowKey={(row) => row.id}
        rowTo={(row) => `/nhap-tu-excel/${row.id}`}
        loading={recent}
        empty={<EmptyState title={t('recent.none')} />}
        columns={[
          { key: 'file', header: t('recent.file'), phone: 'title', cell: (row) => row.fileName },
          { key: 'kind', header: t('start.kind'), cell: (row) => t(`kind.${row.kind}`) },
          {
            key: 'state',
            header: t('recent.state'),
            phone: 'corner',
            cell: (row) => (
              <Tag tone={row.state === 'accepted' ? 'done' : 'due'}>{t(`recent.${row.state}`)}</Tag>
            ),
          },
          {
            key: 'counts',
            header: t('recent.counts'),
            cell: (row) => (row.counts ? t('recent.done', { ...row.counts }) : ''),
          },
          { key: 'who', header: t('recent.who'), cell: (row) => row.madeByName ?? '' },
          {
            key: 'when',
            header: t('recent.when'),
            cell: (row) => formatDateTime(row.acceptedAt ?? row.madeAt),
          },
        ]}
      />
    </Section>
  );
}
