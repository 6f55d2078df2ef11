import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { Tag, type Tone } from '#platform/ui';
import type { Duty } from './document-words.ts';
import styles from './documents.module.css';
import type { DutyFault } from './duty-faults.ts';
import type { ReviewRow } from './review-list.ts';

const noFaults: readonly DutyFault[] = [];
const toneOfKind: Readonly<Record<Duty['kind'], Tone>> = {
  duty: 'accent',
  solution: 'wait',
  calendarEntry: 'due',
};

/** What is marked: a paragraph with its duties, or a duty with its paragraphs. */
interface Marked {
  readonly ordinals: readonly number[];
  readonly duties: readonly string[];
}
const nothingMarked: Marked = { ordinals: [], duties: [] };

/**
 * Paragraphs at the left, the duties read from each at the right. Choosing one side marks the other; up and down move
 * from line to line, Enter opens.
 * @param only 'nguon' or 'nhiem-vu' leaves the other side out on a phone
 */
export function ReviewRows({
  rows,
  faultsOf,
  chosen,
  only,
  mayEdit,
  onOpen,
  onChoose,
  onAdd,
}: {
  rows: readonly ReviewRow[];
  faultsOf: ReadonlyMap<string, readonly DutyFault[]>;
  chosen: ReadonlySet<string>;
  only: string | undefined;
  mayEdit: boolean;
  onOpen: (dutyId: string) => void;
  onChoose: (dutyId: string) => void;
  onAdd: (ordinal: number) => void;
}) {
  const { t } = useTranslation('plan-document');
  const [marked, setMarked] = useState<Marked>(nothingMarked);
  const markParagraph = useCallback(
    (row: ReviewRow) =>
      setMarked((before) =>
        before.ordinals.length === 1 && before.ordinals[0] === row.paragraph.ordinal
          ? nothingMarked
          : {
              ordinals: [row.paragraph.ordinal],
              duties: [...row.duties, ...row.continues].map((duty) => duty.id),
            },
      ),
    [],
  );
  const markDuty = useCallback(
    (duty: Duty) => setMarked({ ordinals: duty.paragraphOrdinals, duties: [duty.id] }),
    [],
  );
  return (
    <div>
      <div className={styles.heads} aria-hidden>
        <span>{t('review.source')}</span>
        <span>{t('review.read')}</span>
      </div>
      <ol className={styles.rows} aria-label={t('review.list')} onKeyDown={moveBetweenLines} data-only={only}>
        {rows.map((row) => (
          <ReviewLine
            key={row.paragraph.ordinal}
            row={row}
            faultsOf={faultsOf}
            marked={marked.ordinals.includes(row.paragraph.ordinal)}
            markedDuties={
              row.duties.filter((duty) => marked.duties.includes(duty.id)).length > 0
                ? marked.duties.join(' ')
                : ''
            }
            chosen={row.duties
              .filter((duty) => chosen.has(duty.id))
              .map((duty) => duty.id)
              .join(' ')}
            mayEdit={mayEdit}
            onMark={markParagraph}
            onMarkDuty={markDuty}
            onOpen={onOpen}
            onChoose={onChoose}
            onAdd={onAdd}
          />
        ))}
      </ol>
    </div>
  );
}

/** Up and down go to the first button of the line before or after; Home and End to the first and last. */
function moveBetweenLines(event: KeyboardEvent<HTMLElement>) {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
  const here = lines.findIndex((line) => line.contains(event.target as Node));
  const to =
    event.key === 'ArrowDown'
      ? here + 1
      : event.key === 'ArrowUp'
        ? here - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? lines.length - 1
            : undefined;
  if (to === undefined || here < 0) return;
  const next = lines[Math.max(0, Math.min(lines.length - 1, to))];
  const button = next?.querySelector<HTMLElement>('[data-main]');
  if (!button) return;
  event.preventDefault();
  button.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

const ReviewLine = memo(function ReviewLine({
  row,
  faultsOf,
  marked,
  markedDuties,
  chosen,
  mayEdit,
  onMark,
  onMarkDuty,
  onOpen,
  onChoose,
  onAdd,
}: {
  row: ReviewRow;
  faultsOf: ReadonlyMap<string, readonly DutyFault[]>;
  marked: boolean;
  markedDuties: string;
  chosen: string;
  mayEdit: boolean;
  onMark: (row: ReviewRow) => void;
  onMarkDuty: (duty: Duty) => void;
  onOpen: (dutyId: string) => void;
  onChoose: (dutyId: string) => void;
  onAdd: (ordinal: number) => void;
}) {
  const { t } = useTranslation('plan-document');
  const { paragraph } = row;
  return (
    <li className={styles.line} data-line data-kind={paragraph.kind} data-marked={marked || undefined}>
      <div className={styles.paragraph} data-level={paragraph.headingLevel ?? undefined}>
        <button
          type="button"
          className={styles.kind}
          aria-pressed={marked}
          {...(row.duties.length === 0 ? { 'data-main': true } : {})}
          onClick={() => onMark(row)}
        >
          {t('review.ordinal', { ordinal: paragraph.ordinal, kind: t(`kind.${paragraph.kind}`) })}
        </button>
        <p>{paragraph.body}</p>
        {paragraph.reason ? (
          <p className={styles.soft}>{t('review.reason', { reason: paragraph.reason })}</p>
        ) : null}
      </div>
      <div className={styles.readings}>
        {row.duties.map((duty) => (
          <DutyCard
            key={duty.id}
            duty={duty}
            faults={faultsOf.get(duty.id) ?? noFaults}
            marked={markedDuties.includes(duty.id)}
            chosen={chosen.includes(duty.id)}
            mayEdit={mayEdit}
            onMark={onMarkDuty}
            onOpen={onOpen}
            onChoose={onChoose}
          />
        ))}
        {row.continues.length > 0 ? (
          <p className={styles.soft}>
            {t('review.continues', { codes: row.continues.map((duty) => duty.code).join(', ') })}
          </p>
        ) : null}
        {mayEdit && paragraph.kind === 'notDuty' ? (
          <Button variant="subtle" size="xs" onClick={() => onAdd(paragraph.ordinal)}>
            {t('add.open')}
          </Button>
        ) : null}
      </div>
    </li>
  );
});

function DutyCard({
  duty,
  faults,
  marked,
  chosen,
  mayEdit,
  onMark,
  onOpen,
  onChoose,
}: {
  duty: Duty;
  faults: readonly DutyFault[];
  marked: boolean;
  chosen: boolean;
  mayEdit: boolean;
  onMark: (duty: Duty) => void;
  onOpen: (dutyId: string) => void;
  onChoose: (dutyId: string) => void;
}) {
  const { t } = useTranslation('plan-document');
  return (
    <article className={styles.card} data-kind={duty.kind} data-marked={marked || undefined}>
      <div className={styles.cardHead}>
        {mayEdit ? (
          <Checkbox
            size="xs"
            aria-label={t('merge.choose', { code: duty.code })}
            checked={chosen}
            onChange={() => onChoose(duty.id)}
          />
        ) : null}
        <span className={styles.code}>{duty.code}</span>
        <Tag tone={toneOfKind[duty.kind]}>{t(`dutyKind.${duty.kind}`)}</Tag>
        {faults.map((fault) => (
          <Tag key={fault} tone="late">
            {t(`fault.${fault}`)}
          </Tag>
        ))}
      </div>
      <button
        type="button"
        className={styles.cardTitle}
        data-main
        onFocus={() => onMark(duty)}
        onClick={() => onOpen(duty.id)}
      >
        {duty.title}
      </button>
      <p className={styles.cardFacts}>
        <span>{duty.responsible.map((code) => t(`responsible.${code}`)).join(', ') || t('duty.nobody')}</span>
        <span>
          {formatDate(duty.startsOn)} – {formatDate(duty.dueOn)}
        </span>
        <span>{t(`evidenceKind.${duty.evidenceKind}`)}</span>
        {duty.level === 'both' ? null : <span>{t(`level.${duty.level}`)}</span>}
      </p>
    </article>
  );
}
