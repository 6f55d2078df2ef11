import { Button, Group, Pagination, SegmentedControl, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatNumber } from '#platform/i18n';
import { Notice, Page, ProblemAlert, ProgressOfWork, Section, toast, useAddress } from '#platform/ui';
import { AcceptDialog } from './accept-dialog.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { FaultCards } from './fault-cards.tsx';
import { both, type Change, laidOver, type Preview, pageSize, shows } from './preview.ts';
import { PreviewGrid } from './preview-grid.tsx';

/** What a file would change, cell by cell; mended here, then accepted as a whole. */
export default function PreviewPage() {
  const { t } = useTranslation('import');
  const { importId = '' } = useParams({ strict: false }) as { importId?: string };
  const { address, set } = useAddress();
  const show = shows.find((one) => one === address.xem) ?? 'all';
  const page = Math.max(1, Number(address.trang) || 1);
  const preview = useQuery({
    queryKey: ['imports', importId, show, page],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/people/imports/{importId}', {
          params: { path: { importId }, query: { show, offset: (page - 1) * pageSize, limit: pageSize } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const data = preview.data;
  return (
    <Page
      title={t('preview.title')}
      lead={data?.fileName}
      trail={[{ label: t('start.title'), to: '/nhap-tu-excel' }]}
      wide
    >
      {preview.error ? <ProblemAlert error={preview.error} onRetry={() => preview.refetch()} /> : null}
      {!data && !preview.error ? <ProgressOfWork doing={t('preview.checking')} /> : null}
      {data?.state === 'preview' ? (
        <Working
          data={data}
          show={show}
          page={page}
          onShow={(xem) => set({ xem, trang: undefined })}
          onPage={(trang) => set({ trang: String(trang) })}
        />
      ) : null}
      {data && data.state !== 'preview' ? <Finished data={data} /> : null}
    </Page>
  );
}

function Finished({ data }: { data: Preview }) {
  const { t } = useTranslation('import');
  if (!data.done) return <Notice>{t('preview.discarded')}</Notice>;
  return (
    <Stack gap="md">
      <Notice tone="done">{t('preview.accepted', { ...data.done })}</Notice>
      <p style={{ margin: 0 }}>{t('preview.undo')}</p>
    </Stack>
  );
}

function Working({
  data,
  show,
  page,
  onShow,
  onPage,
}: {
  data: Preview;
  show: (typeof shows)[number];
  page: number;
  onShow: (show: string) => void;
  onPage: (page: number) => void;
}) {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const isPhone = useMediaQuery('(max-width: 48em)');
  const [accepting, setAccepting] = useState(false);
  const path = { importId: data.id };
  const edit = useCommand({
    run: (change: Change, init) =>
      answer(
        api.PATCH('/api/people/imports/{importId}/rows', {
          params: { path },
          body: { cells: [], rows: [], ...change, version: data.version },
          ...init,
        }),
      ),
    refreshes: [['imports']],
  });
  const { mutate, isPending } = edit;
  const [waiting, setWaiting] = useState<Change>();
  // One change after the other: each is made upon what the one before has left.
  useEffect(() => {
    if (!waiting || isPending) return;
    setWaiting(undefined);
    mutate(waiting);
  }, [waiting, isPending, mutate]);
  const busy = isPending || waiting !== undefined;
  const underway = both(isPending ? edit.variables : undefined, waiting);
  const take = useCommand({
    run: (code: string, init) =>
      answer(
        api.POST('/api/people/imports/{importId}/proposals', {
          params: { path },
          body: { code, version: data.version },
          ...init,
        }),
      ),
    refreshes: [['imports']],
  });
  const discard = useCommand({
    run: (_: null, init) =>
      answer(
        api.DELETE('/api/people/imports/{importId}', {
          params: { path, query: { version: data.version } },
          ...init,
        }),
      ),
    refreshes: [['imports']],
    onDone: () => {
      toast({ tone: 'done', text: t('preview.discarded') });
      void navigate({ to: '/nhap-tu-excel' });
    },
  });
  const { counts } = data;
  const countOf = {
    all: counts.new + counts.changed + counts.unchanged + counts.faulty + counts.skipped,
    faulty: counts.faulty,
    new: counts.new,
    changed: counts.changed,
    skipped: counts.skipped,
  };
  const error = edit.error ?? take.error ?? discard.error;
  const View = isPhone ? FaultCards : PreviewGrid;
  return (
    <Stack gap="md">
      {data.converted ? (
        <Notice>{t('preview.converted', { encoding: data.converted.toUpperCase() })}</Notice>
      ) : null}
      {data.missingColumns.length > 0 ? (
        <Notice tone="due">{t('preview.missing', { titles: data.missingColumns.join(', ') })}</Notice>
      ) : null}
      <Notice tone={counts.faulty > 0 ? 'due' : 'done'}>{t('preview.counts', { ...counts })}</Notice>
      {error ? <ProblemAlert error={error} /> : null}
      <Group gap="sm">
        <Button onClick={() => setAccepting(true)} disabled={counts.new + counts.changed === 0 || busy}>
          {t('preview.accept', { count: counts.new + counts.changed })}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`/api/people/imports/${data.id}/workbook`}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('preview.download')}
        </Button>
        <Button
          variant="subtle"
          color="brick"
          loading={discard.isPending}
          onClick={() => discard.mutate(null)}
        >
          {t('preview.discard')}
        </Button>
      </Group>
      <ColumnMapping key={data.version} data={data} />
      {data.proposals.length > 0 ? (
        <Section title={t('proposals.title')}>
          <Stack gap="xs">
            {data.proposals.map(({ code, count, example }) => (
              <Group key={code} gap="sm" justify="space-between">
                <span>
                  {t(`proposals.code.${code}` as 'proposals.code.dateForm', { count })} –{' '}
                  {t('proposals.example', {
                    cell: example.cell,
                    text: example.proposal || t('proposals.empty'),
                  })}
                </span>
                <Button
                  size="xs"
                  variant="default"
                  loading={take.isPending && take.variables === code}
                  disabled={take.isPending || busy}
                  onClick={() => take.mutate(code)}
                >
                  {t('proposals.all', { count })}
                </Button>
              </Group>
            ))}
          </Stack>
        </Section>
      ) : null}
      <SegmentedControl
        aria-label={t('preview.show')}
        value={show}
        onChange={onShow}
        orientation={isPhone ? 'vertical' : 'horizontal'}
        fullWidth={isPhone ?? false}
        data={(['all', 'faulty', 'new', 'changed', 'skipped'] as const).map((value) => ({
          value,
          label: `${t(`preview.shows.${value}`)} (${formatNumber(countOf[value])})`,
        }))}
        style={{ alignSelf: 'flex-start' }}
      />
      <View
        data={laidOver(data, underway)}
        busy={busy}
        onEdit={(change) => setWaiting((before) => both(before, change))}
      />
      {data.total > pageSize ? (
        <Pagination
          value={page}
          onChange={onPage}
          total={Math.ceil(data.total / pageSize)}
          getControlProps={(control) => ({ 'aria-label': t(`preview.pages.${control}`) })}
        />
      ) : null}
      {accepting ? <AcceptDialog data={data} onClose={() => setAccepting(false)} /> : null}
    </Stack>
  );
}
