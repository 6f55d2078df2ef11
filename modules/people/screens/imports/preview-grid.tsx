import { Button } from '@mantine/core';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Tag } from '#platform/ui';
import styles from './import.module.css';
import { acceptProposal, type PreviewProps, type PreviewRow } from './preview.ts';

const tones = { new: 'done', changed: 'due', unchanged: 'none', faulty: 'late', skipped: 'none' } as const;

/** The sheet as a grid: arrows move, Enter or typing edits, Enter keeps, Escape leaves as it was. Below, what is wrong in the row. */
export function PreviewGrid({ data, busy, onEdit }: PreviewProps) {
  const { t } = useTranslation('import');
  const table = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<{ line: number; column: number; text: string }>();
  const [current, setCurrent] = useState({ row: 0, place: 0 });
  const shown = data.columns.flatMap((column, index) =>
    column.field === null ? [] : [{ ...column, index }],
  );
  const moved = useRef(false);
  // In the same breath: what is typed next is for the cell gone to.
  useLayoutEffect(() => {
    if (moved.current)
      table.current?.querySelector<HTMLElement>(`[data-at="${current.row}/${current.place}"]`)?.focus();
    moved.current = false;
  }, [current]);
  if (data.rows.length === 0) return <EmptyState title={t('preview.nothing')} />;
  const row = Math.min(current.row, data.rows.length - 1);

  function go(to: { row: number; place: number }) {
    const next = {
      row: Math.max(0, Math.min(data.rows.length - 1, to.row)),
      place: Math.max(0, Math.min(shown.length - 1, to.place)),
    };
    moved.current = true;
    setCurrent(next);
  }

  function press(event: KeyboardEvent, at: { row: number; place: number }, begin: (text?: string) => void) {
    const moves: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const move = moves[event.key];
    if (move) go({ row: at.row + move[0], place: at.place + move[1] });
    else if (event.key === 'Enter' || event.key === 'F2') begin();
    else if (event.key === 'Delete') begin('');
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) begin(event.key);
    else return;
    event.preventDefault();
  }

  function keep(at: { row: number; place: number }, old: string) {
    if (editing && editing.text !== old) onEdit({ cells: [editing] });
    setEditing(undefined);
    go({ row: at.row + 1, place: at.place });
  }

  return (
    <div className={styles.box}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited by cell is a grid. */}
      <table ref={table} className={styles.grid} role="grid" aria-label={t('preview.grid')} aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">{t('preview.line')}</th>
            <th scope="col">{t('preview.state')}</th>
            {shown.map(({ letters, heading }) => (
              <th scope="col" key={letters}>
                <small>{letters}</small> {heading}
              </th>
            ))}
          </tr>
        </thead>
        {data.rows.map((one, rowAt) => (
          <tbody key={one.line} data-state={one.state}>
            <tr>
              <th scope="row">{one.line}</th>
              <td>
                <Tag tone={tones[one.state]}>{t(`preview.states.${one.state}`)}</Tag>
              </td>
              {shown.map(({ index, letters }, placeAt) => {
                const old = one.cells[index] ?? '';
                const findings = one.findings.filter(({ column }) => column === index);
                const isEditing = editing?.line === one.line && editing.column === index;
                const at = { row: rowAt, place: placeAt };
                const begin = (text = old) => setEditing({ line: one.line, column: index, text });
                const fault = findings.some(({ severity }) => severity === 'must')
                  ? 'must'
                  : findings.length > 0
                    ? 'warn'
                    : undefined;
                return (
                  <td
                    key={letters}
                    data-at={`${rowAt}/${placeAt}`}
                    data-fault={fault}
                    aria-invalid={fault === 'must' || undefined}
                    title={findings.map(({ message }) => message).join(' ')}
                    tabIndex={!isEditing && rowAt === row && placeAt === current.place ? 0 : -1}
                    onDoubleClick={() => begin()}
                    onFocus={() => setCurrent(at)}
                    onKeyDown={(event) => (isEditing ? undefined : press(event, at, begin))}
                  >
                    {isEditing ? (
                      <input
                        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this cell.
                        autoFocus
                        aria-label={`${letters}${one.line}`}
                        value={editing.text}
                        maxLength={1000}
                        onChange={(event) => setEditing({ ...editing, text: event.currentTarget.value })}
                        onBlur={() => keepQuietly(old)}
                        onKeyDown={(event) => {
                          if (event.key === 'Enter') keep(at, old);
                          if (event.key === 'Escape') {
                            setEditing(undefined);
                            go(at);
                          }
                        }}
                      />
                    ) : (
                      old
                    )}
                  </td>
                );
              })}
            </tr>
            <RowNotes row={one} width={shown.length + 2} onEdit={onEdit} busy={busy} />
          </tbody>
        ))}
      </table>
    </div>
  );

  function keepQuietly(old: string) {
    if (editing && editing.text !== old) onEdit({ cells: [editing] });
    setEditing(undefined);
  }
}

function RowNotes({
  row,
  width,
  busy,
  onEdit,
}: {
  row: PreviewRow;
  width: number;
  busy: boolean;
  onEdit: PreviewProps['onEdit'];
}) {
  if (row.findings.length === 0 && row.changes.length === 0 && row.state !== 'skipped') return null;
  return (
    <tr className={styles.notes}>
      <td colSpan={width}>
        <Notes row={row} busy={busy} onEdit={onEdit} />
      </td>
    </tr>
  );
}

/** What is wrong in a row and what it would change, with the ways to mend it. */
export function Notes({
  row,
  busy,
  onEdit,
}: {
  row: PreviewRow;
  busy: boolean;
  onEdit: PreviewProps['onEdit'];
}) {
  const { t } = useTranslation('import');
  const isFaulty = row.state === 'faulty';
  return (
    <ul className={styles.list}>
      {row.findings.map((finding) => (
        <li key={`${finding.cell} ${finding.code} ${finding.message}`} data-fault={finding.severity}>
          <strong>{finding.cell}</strong>: {finding.message} {finding.remedy}{' '}
          {finding.proposal !== null && finding.edits.length > 0 ? (
            <Button
              size="compact-xs"
              variant="default"
              disabled={busy}
              onClick={() => onEdit(acceptProposal(row.line, finding))}
            >
              {finding.proposal === '' ? t('preview.clear') : t('preview.change', { text: finding.proposal })}
            </Button>
          ) : null}
        </li>
      ))}
      {row.changes.map(({ title, before, after }) => (
        <li key={title}>
          {title}: <del>{before ?? t('preview.blank')}</del> → <ins>{after}</ins>
        </li>
      ))}
      {isFaulty || row.state === 'skipped' ? (
        <li>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={busy}
            onClick={() => onEdit({ rows: [{ line: row.line, skipped: isFaulty }] })}
          >
            {isFaulty ? t('preview.skip') : t('preview.unskip')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
