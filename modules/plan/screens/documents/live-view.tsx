import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { foldVietnamese, formatDate, formatDateTime } from '#platform/i18n';
import {
  EmptyState,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  SearchBox,
  Tag,
  useAddress,
} from '#platform/ui';
import { addCounts } from '../../rules/board.ts';
import { StateBar } from '../state-bar.tsx';
import type { DocumentDetail, Duty, DutyState } from './document-words.ts';
import styles from './documents.module.css';
import { filterRows, type ReviewRow, reviewRows } from './review-list.ts';

const noFaults = new Map<string, never[]>();

/** The plan in force as it was signed, beside each paragraph how far its duties have come within reach. */
export function LiveView({ detail, news }: { detail: DocumentDetail; news: ReactNode }) {
  const { t } = useTranslation('plan-document');
  const { document } = detail;
  const { address } = useAddress();
  const may = useMay();
  const lookedFor = address['nhiem-vu'];
  const state = useQuery({
    queryKey: ['plan', 'document', document.id, 'state'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/documents/{documentId}/state', {
          params: { path: { documentId: document.id } },
          signal,
        }),
      ),
    enabled: document.status === 'published',
  });
  const states = useMemo(
    () => new Map((state.data?.duties ?? []).map((duty) => [duty.dutyId, duty])),
    [state.data],
  );
  const rows = useMemo(() => reviewRows(detail.paragraphs, detail.duties), [detail]);
  const visible = useMemo(() => {
    const keep = keepers[address.loc ?? ''];
    const some = keep
      ? rows.map((row) => ({ ...row, duties: row.duties.filter((duty) => keep(states.get(duty.id))) }))
      : rows;
    const found = filterRows(
      keep ? some.filter((row) => row.duties.length > 0 || row.paragraph.kind === 'heading') : some,
      { show: 'all', words: address.tim },
      noFaults,
    );
    return keep ? withoutEmptyHeadings(found) : found;
  }, [rows, states, address.loc, address.tim]);
  const total = addCounts([...states.values()].map((one) => one.counts));
  const counts = {
    own: [...states.values()].filter((one) => one.assignmentId).length,
    overdue: [...states.values()].filter((one) => one.counts.overdue > 0).length,
    blocked: [...states.values()].filter((one) => one.counts.blocked > 0).length,
  };

  useEffect(() => {
    if (!lookedFor) return;
    const find = () => window.document.getElementById(`nhiem-vu-${lookedFor}`);
    find()?.scrollIntoView({ block: 'center' });
    // Lines out of sight have only an estimated height: once they are drawn the place is exact.
    const settle = setTimeout(() => {
      find()?.scrollIntoView({ block: 'center' });
      find()?.focus({ preventScroll: true });
    }, 150);
    return () => clearTimeout(settle);
  }, [lookedFor]);

  return (
    <Page
      wide
      title={document.title}
      trail={[{ label: t('list.title'), to: '/ke-hoach' }]}
      lead={
        <span className={styles.lead}>
          <Tag tone={document.status === 'published' ? 'done' : 'none'}>{t(`status.${document.status}`)}</Tag>
          <span>{t('document.year', { year: document.schoolYear })}</span>
          {document.signedOn ? (
            <span>{t('document.signedOn', { date: formatDate(document.signedOn) })}</span>
          ) : null}
          {document.signatoryName ? <span>{document.signatoryName}</span> : null}
          {document.publishedAt ? (
            <span>{t('document.publishedAt', { at: formatDateTime(document.publishedAt) })}</span>
          ) : null}
        </span>
      }
    >
      {news}
      {document.status === 'superseded' ? <Notice tone="due">{t('live.superseded')}</Notice> : null}
      {state.error ? <ProblemAlert error={state.error} onRetry={() => void state.refetch()} /> : null}
      {total.total > 0 ? (
        <div className={styles.totals}>
          <StateBar counts={total} />
        </div>
      ) : null}
      <div className={styles.filters}>
        <FilterChips
          name="loc"
          label={t('review.filters')}
          options={[
            { value: '', label: t('live.all') },
            { value: 'cua-toi', label: t('live.own'), count: state.data ? counts.own : undefined },
            { value: 'qua-han', label: t('live.overdue'), count: state.data ? counts.overdue : undefined },
            { value: 'vuong', label: t('live.blocked'), count: state.data ? counts.blocked : undefined },
          ]}
        />
        <SearchBox label={t('review.search')} />
      </div>
      {visible.length === 0 ? (
        <EmptyState title={t('review.nothing')}>{t('review.nothingDetail')}</EmptyState>
      ) : (
        <ol className={styles.rows} aria-label={t('review.list')}>
          {visible.map((row) => (
            <LiveLine
              key={row.paragraph.ordinal}
              row={row}
              states={states}
              lookedFor={row.duties.some((duty) => duty.id === lookedFor) ? lookedFor : undefined}
              mayBoard={may('plan.getBoard')}
            />
          ))}
        </ol>
      )}
    </Page>
  );
}

const keepers: Readonly<Record<string, (state: DutyState | undefined) => boolean>> = {
  'cua-toi': (state) => Boolean(state?.assignmentId),
  'qua-han': (state) => (state?.counts.overdue ?? 0) > 0,
  vuong: (state) => (state?.counts.blocked ?? 0) > 0,
};

/** A text without its punctuation: a duty is read without the full stop of its paragraph. */
function lettersOf(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/g, '');
}

/** Leaves out headings that no longer head anything. */
function withoutEmptyHeadings(rows: readonly ReviewRow[]): ReviewRow[] {
  const kept: ReviewRow[] = [];
  let deepest = Number.POSITIVE_INFINITY;
  for (const row of rows.toReversed()) {
    const level = row.paragraph.headingLevel;
    if (row.paragraph.kind !== 'heading' || level === null) {
      kept.push(row);
      deepest = Number.POSITIVE_INFINITY;
    } else if (row.duties.length > 0 || (kept.length > 0 && level < deepest)) {
      kept.push(row);
      deepest = level;
    }
  }
  return kept.toReversed();
}

const LiveLine = memo(function LiveLine({
  row,
  states,
  lookedFor,
  mayBoard,
}: {
  row: ReviewRow;
  states: ReadonlyMap<string, DutyState>;
  lookedFor: string | undefined;
  mayBoard: boolean;
}) {
  const { paragraph } = row;
  return (
    <li
      className={styles.line}
      data-kind={paragraph.kind}
      data-live
      data-looked-for={lookedFor ? true : undefined}
    >
      <div className={styles.paragraph} data-level={paragraph.headingLevel ?? undefined}>
        <p>{paragraph.body}</p>
      </div>
      <div className={styles.readings}>
        {row.duties.map((duty) => (
          <LiveDuty
            key={duty.id}
            duty={duty}
            state={states.get(duty.id)}
            // The words of a paragraph that is one duty stand at the left already.
            titled={row.duties.length > 1 || lettersOf(duty.body) !== lettersOf(paragraph.body)}
            marked={duty.id === lookedFor}
            mayBoard={mayBoard}
          />
        ))}
      </div>
    </li>
  );
});

function LiveDuty({
  duty,
  state,
  titled,
  marked,
  mayBoard,
}: {
  duty: Duty;
  state: DutyState | undefined;
  titled: boolean;
  marked: boolean;
  mayBoard: boolean;
}) {
  const { t } = useTranslation('plan-document');
  return (
    <article
      className={styles.live}
      id={`nhiem-vu-${duty.id}`}
      tabIndex={-1}
      data-marked={marked || undefined}
      aria-label={`${duty.code}: ${duty.title}`}
    >
      <p className={styles.cardFacts}>
        <span className={styles.code}>{duty.code}</span>
        {titled ? <strong>{duty.title}</strong> : null}
        <span>{t('live.due', { date: formatDate(duty.dueOn) })}</span>
        <span>{duty.responsible.map((code) => t(`responsible.${code}`)).join(', ')}</span>
      </p>
      {state && state.counts.total > 0 ? <StateBar counts={state.counts} /> : null}
      {state ? (
        <p className={styles.links}>
          {state.assignmentId ? <Link to={`/viec/${state.assignmentId}`}>{t('live.toOwn')}</Link> : null}
          {mayBoard && state.counts.total > 0 ? (
            <Link to={'/bang-theo-doi' as string} search={{ 'nhiem-vu': duty.id, cot: 'nhiem-vu' } as never}>
              {t('live.toBoard')}
            </Link>
          ) : null}
        </p>
      ) : (
        <p className={styles.soft}>{t('live.none')}</p>
      )}
    </article>
  );
}
