import { Button, Menu, NativeSelect } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import {
  BulkBar,
  ConfirmDialog,
  EmptyState,
  FilterChips,
  Page,
  SearchBox,
  SideDrawer,
  Tag,
  toast,
  toggled,
  useAddress,
} from '#platform/ui';
import { AddDuty } from './add-duty.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { accountOf, type DocumentDetail, type Published } from './document-words.ts';
import styles from './documents.module.css';
import { DutyEditor } from './duty-editor.tsx';
import { dutyFaults, lacksUnit } from './duty-faults.ts';
import { HeaderDialog } from './header-dialog.tsx';
import { PublicationView } from './publication-view.tsx';
import { ReadingReport } from './reading-report.tsx';
import { filterRows, type ReviewFilter, reviewRows } from './review-list.ts';
import { ReviewRows } from './review-rows.tsx';
import { useReview } from './use-review.ts';

const shows: Readonly<Record<string, ReviewFilter['show']>> = {
  loi: 'faults',
  'thieu-don-vi': 'noUnit',
  'khong-phai': 'notDuty',
};

/** Review of a draft: the source at the left, what was read from it at the right, and everything to put it right. */
export function ReviewView({
  detail,
  onPublished,
}: {
  detail: DocumentDetail;
  onPublished: (published: Published) => void;
}) {
  const { t } = useTranslation('plan-document');
  const { document } = detail;
  const { address, set } = useAddress();
  const navigate = useNavigate();
  const may = useMay();
  const mayEdit = may('plan.updateDuty');
  const review = useReview(document.id, {
    onDiscarded: () => {
      toast({ tone: 'done', text: t('discard.done') });
      void navigate({ to: '/ke-hoach' });
    },
    onPublished: (published) => {
      onPublished(published);
      set({ xem: '' }, { replace: true });
    },
  });
  const [dialog, setDialog] = useState<'header' | 'discard' | 'merge'>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState<number>();
  const indicators = useQuery({
    queryKey: ['plan', 'indicators'],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/indicators', { params: { query: {} }, signal })),
    enabled: mayEdit,
  });
  const known = indicators.data?.indicators;

  const faultsOf = useMemo(() => {
    const ids = known?.map((indicator) => indicator.id);
    return new Map(detail.duties.map((duty) => [duty.id, dutyFaults(duty, ids)]));
  }, [detail.duties, known]);
  const faulty = [...faultsOf.values()].filter((faults) => faults.length > 0).length;
  const homeless = [...faultsOf.values()].filter(lacksUnit).length;
  const { byKind, lost } = accountOf(detail);
  const unclear = lost + detail.report.unaccounted;

  const rows = useMemo(() => reviewRows(detail.paragraphs, detail.duties), [detail]);
  const show = shows[address.loc ?? ''] ?? 'all';
  const part = address.muc ? Number(address.muc) : undefined;
  const visible = useMemo(
    () => filterRows(rows, { show, part, words: address.tim }, faultsOf),
    [rows, show, part, address.tim, faultsOf],
  );
  const parts = detail.paragraphs.filter(
    (paragraph) => paragraph.kind === 'heading' && paragraph.headingLevel === 1,
  );
  const editing = detail.duties.find((duty) => duty.id === address.sua);
  const merging = detail.duties.filter((duty) => chosen.has(duty.id));

  const open = useCallback((dutyId: string) => set({ sua: dutyId }), [set]);
  const choose = useCallback((dutyId: string) => setChosen((before) => toggled(before, dutyId)), []);
  const status = document.previousId
    ? t('document.draftRevision', { revision: document.revision })
    : t('status.draft');

  return (
    <Page
      wide
      title={document.title}
      trail={[{ label: t('list.title'), to: '/ke-hoach' }]}
      lead={
        <span className={styles.lead}>
          <Tag tone="due">{status}</Tag>
          <span>{t('document.year', { year: document.schoolYear })}</span>
          {document.signedOn ? (
            <span>{t('document.signedOn', { date: formatDate(document.signedOn) })}</span>
          ) : null}
          {document.signatoryName ? <span>{document.signatoryName}</span> : null}
        </span>
      }
      action={
        may('plan.publishDocument') ? (
          <Button onClick={() => set({ xem: 'ban-hanh' })}>{t('publish.preview')}</Button>
        ) : undefined
      }
      tools={
        <>
          {document.previousId && may('plan.compareDocument') ? (
            <Button variant="default" onClick={() => set({ xem: 'so-sanh' })}>
              {t('compare.open')}
            </Button>
          ) : null}
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
                {t('document.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => set({ xem: 'ket-qua' })}>{t('report.title')}</Menu.Item>
              {mayEdit ? <Menu.Item onClick={() => setDialog('header')}>{t('header.open')}</Menu.Item> : null}
              {may('plan.discardDocument') ? (
                <Menu.Item onClick={() => setDialog('discard')}>{t('discard.open')}</Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <p className={styles.left} role="status">
        <strong>
          {faulty + unclear === 0 ? t('review.nothingLeft') : t('review.left', { count: faulty + unclear })}
        </strong>{' '}
        <span className={styles.soft}>
          {t('review.counts', { duties: detail.duties.length, paragraphs: detail.paragraphs.length })}
        </span>
      </p>
      <div className={styles.filters}>
        <FilterChips
          name="loc"
          label={t('review.filters')}
          options={[
            { value: '', label: t('review.all') },
            { value: 'loi', label: t('review.faults'), count: faulty },
            { value: 'thieu-don-vi', label: t('review.noUnit'), count: homeless },
            { value: 'khong-phai', label: t('kind.notDuty'), count: byKind.notDuty },
          ]}
        />
        <NativeSelect
          aria-label={t('review.part')}
          value={address.muc ?? ''}
          onChange={(event) => set({ muc: event.currentTarget.value })}
          data={[
            { value: '', label: t('review.allParts') },
            ...parts.map((paragraph) => ({ value: String(paragraph.ordinal), label: paragraph.body })),
          ]}
          style={{ flex: '0 1 220px' }}
        />
        <SearchBox label={t('review.search')} />
      </div>
      <div className={styles.phoneOnly}>
        <FilterChips
          name="hien"
          label={t('review.show')}
          options={[
            { value: '', label: t('review.both') },
            { value: 'nguon', label: t('review.source') },
            { value: 'nhiem-vu', label: t('review.read') },
          ]}
        />
      </div>
      {mayEdit ? (
        <BulkBar count={chosen.size} onClear={() => setChosen(new Set())}>
          <Button size="xs" disabled={chosen.size < 2} onClick={() => setDialog('merge')}>
            {t('merge.open', { count: chosen.size })}
          </Button>
        </BulkBar>
      ) : null}
      {visible.length === 0 ? (
        <EmptyState title={t('review.nothing')}>{t('review.nothingDetail')}</EmptyState>
      ) : (
        <ReviewRows
          rows={visible}
          faultsOf={faultsOf}
          chosen={chosen}
          only={address.hien}
          mayEdit={mayEdit}
          onOpen={open}
          onChoose={choose}
          onAdd={setAdding}
        />
      )}

      <SideDrawer
        wide
        opened={editing !== undefined}
        title={editing ? t('duty.title', { code: editing.code }) : ''}
        onClose={() => set({ sua: '' })}
      >
        {editing ? (
          <DutyEditor
            key={editing.id}
            duty={editing}
            faults={faultsOf.get(editing.id) ?? []}
            sources={detail.paragraphs.filter((one) => editing.paragraphOrdinals.includes(one.ordinal))}
            indicators={known ?? []}
            review={review}
            mayEdit={mayEdit}
            onClose={() => set({ sua: '' })}
          />
        ) : null}
      </SideDrawer>
      <SideDrawer
        wide
        opened={address.xem === 'so-sanh'}
        title={t('compare.title')}
        onClose={() => set({ xem: '' })}
      >
        <ComparisonView documentId={document.id} />
      </SideDrawer>
      <SideDrawer
        opened={address.xem === 'ket-qua'}
        title={t('report.title')}
        onClose={() => set({ xem: '' })}
      >
        <ReadingReport detail={detail} />
      </SideDrawer>
      <SideDrawer
        wide
        opened={address.xem === 'ban-hanh'}
        title={t('publish.title')}
        onClose={() => set({ xem: '' })}
      >
        <PublicationView
          document={document}
          faulty={faulty}
          review={review}
          onDuty={(dutyId) => set({ xem: '', sua: dutyId })}
        />
      </SideDrawer>
      {adding !== undefined ? (
        <AddDuty
          key={adding}
          paragraph={detail.paragraphs.find((one) => one.ordinal === adding)}
          review={review}
          onAdded={(dutyId) => {
            setAdding(undefined);
            set({ sua: dutyId });
          }}
          onClose={() => setAdding(undefined)}
        />
      ) : null}
      {dialog === 'header' ? (
        <HeaderDialog document={document} review={review} onClose={() => setDialog(undefined)} />
      ) : null}
      <ConfirmDialog
        opened={dialog === 'merge'}
        title={t('merge.title', { count: merging.length })}
        confirm={t('merge.confirm')}
        busy={review.merge.isPending}
        error={review.merge.error}
        onConfirm={() =>
          review.merge.mutate(
            merging.map((duty) => duty.id),
            {
              onSuccess: (duty) => {
                setChosen(new Set());
                setDialog(undefined);
                toast({ tone: 'done', text: t('merge.done', { code: duty.code }) });
              },
            },
          )
        }
        onClose={() => setDialog(undefined)}
      >
        <p>{t('merge.explain', { code: merging[0]?.code ?? '' })}</p>
        <ul className={styles.lines}>
          {merging.map((duty) => (
            <li key={duty.id}>
              {duty.code}: {duty.title}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === 'discard'}
        danger
        title={t('discard.title')}
        confirm={t('discard.confirm')}
        busy={review.discard.isPending}
        error={review.discard.error}
        onConfirm={() => review.discard.mutate({ version: document.version })}
        onClose={() => setDialog(undefined)}
      >
        {t('discard.explain', { count: detail.duties.length })}
      </ConfirmDialog>
    </Page>
  );
}
