import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { DateField, EmptyState, SideDrawer } from '#platform/ui';
import { pastedRows } from './pasted-rows.ts';
import styles from './plan.module.css';

export interface RowColumn {
  readonly field: string;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'number' | 'day' | 'choice';
  readonly options?: readonly { readonly value: string | number; readonly label: string }[];
  /** May stay empty (null). */
  readonly optional?: boolean;
  /** What a new row begins with. */
  readonly start?: string | number | null;
  /** Only shown, also while the row is edited. */
  readonly shownOnly?: boolean;
}

export type Row = Readonly<Record<string, unknown>> & { readonly id?: string };

const shownAtOnce = 60;

function inWords(column: RowColumn, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (column.kind === 'choice')
    return column.options?.find((one) => one.value === value)?.label ?? String(value);
  if (column.kind === 'day') return formatDate(String(value));
  return String(value);
}

function Field({
  column,
  row,
  onChange,
  label,
}: {
  column: RowColumn;
  row: Row;
  label: string;
  onChange: (value: unknown) => void;
}) {
  const value = row[column.field];
  const shared = { className: styles.field, 'data-kind': column.kind, 'aria-label': label };
  if (column.kind === 'choice') {
    const options = column.options ?? [];
    return (
      <select
        {...shared}
        value={value === null || value === undefined ? '' : String(value)}
        onChange={(event) => {
          const chosen = options.find((one) => String(one.value) === event.currentTarget.value);
          onChange(chosen ? chosen.value : null);
        }}
      >
        {column.optional ? <option value="" /> : null}
        {options.map((one) => (
          <option key={one.value} value={String(one.value)}>
            {one.label}
          </option>
        ))}
      </select>
    );
  }
  if (column.kind === 'long') {
    return (
      <textarea
        {...shared}
        rows={2}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (column.kind === 'day') {
    return (
      <div className={styles.day}>
        <DateField label={label} w={150} value={value ? String(value) : null} onChange={onChange} />
      </div>
    );
  }
  return (
    <input
      {...shared}
      type={column.kind === 'number' ? 'number' : 'text'}
      step="any"
      value={value === null || value === undefined ? '' : String(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        if (column.kind === 'number') onChange(text === '' ? (column.optional ? null : 0) : Number(text));
        else onChange(text === '' && column.optional ? null : text);
      }}
    />
  );
}

/** Rows of a part: read as a table, edited in place; on a phone each row is a card. Rows can be pasted from a spreadsheet. */
export function RowsTable({
  caption,
  columns,
  rows,
  fixed = false,
  onChange,
}: {
  caption: string;
  columns: readonly RowColumn[];
  rows: readonly Row[];
  /** Rows are neither added nor removed here. */
  fixed?: boolean;
  /** Absent: only shown. */
  onChange?: ((rows: readonly Row[]) => void) | undefined;
}) {
  const { t } = useTranslation('education-plan');
  const [shown, setShown] = useState(shownAtOnce);
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [faults, setFaults] = useState<readonly number[]>([]);
  const fresh = (): Row =>
    Object.fromEntries(
      columns.map((column) => [
        column.field,
        column.start ??
          (column.optional ? null : column.kind === 'number' ? 1 : (column.options?.[0]?.value ?? '')),
      ]),
    );
  const take = () => {
    const read = pastedRows(pasted, columns);
    setFaults(read.faults);
    if (read.faults.length > 0 || read.rows.length === 0) return;
    onChange?.([...rows, ...read.rows]);
    setPasted('');
    setPasting(false);
  };
  return (
    <div>
      {rows.length === 0 ? (
        <EmptyState title={t('rows.none')}>{onChange ? t('rows.noneEdit') : t('rows.noneRead')}</EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys.
        <section className={styles.scroll} tabIndex={0} aria-label={caption}>
          <table className={styles.rows} data-cards aria-label={caption}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.field}
                    scope="col"
                    data-number={!onChange && column.kind === 'number' ? '' : undefined}
                  >
                    {column.label}
                  </th>
                ))}
                {onChange && !fixed ? <th scope="col">{t('rows.actions')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row, at) => (
                <tr key={row.id ?? `new-${at}`}>
                  {columns.map((column) => (
                    <td
                      key={column.field}
                      data-label={column.label}
                      data-number={!onChange && column.kind === 'number' ? '' : undefined}
                    >
                      {onChange && !column.shownOnly ? (
                        <Field
                          column={column}
                          row={row}
                          label={t('rows.cell', { column: column.label, row: at + 1 })}
                          onChange={(value) =>
                            onChange(
                              rows.map((one, index) =>
                                index === at ? { ...one, [column.field]: value } : one,
                              ),
                            )
                          }
                        />
                      ) : (
                        <span className={styles.text}>{inWords(column, row[column.field])}</span>
                      )}
                    </td>
                  ))}
                  {onChange && !fixed ? (
                    <td data-label={t('rows.actions')}>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('rows.removeRow', { row: at + 1 })}
                        onClick={() => onChange(rows.filter((_, index) => index !== at))}
                      >
                        {t('rows.remove')}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Group gap="sm" mt="sm">
        {rows.length > shown ? (
          <Button variant="default" size="xs" onClick={() => setShown(shown + 200)}>
            {t('rows.more', { count: rows.length - shown })}
          </Button>
        ) : null}
        {onChange && !fixed ? (
          <>
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                setShown(Math.max(shown, rows.length + 1));
                onChange([...rows, fresh()]);
              }}
            >
              {t('rows.add')}
            </Button>
            <Button variant="default" size="xs" onClick={() => setPasting(true)}>
              {t('rows.paste')}
            </Button>
          </>
        ) : null}
      </Group>
      <SideDrawer opened={pasting} title={t('rows.paste')} onClose={() => setPasting(false)}>
        <p>{t('rows.pasteExplain', { columns: columns.map((column) => column.label).join(' | ') })}</p>
        <Textarea
          label={t('rows.pasteHere')}
          autosize
          minRows={8}
          maxRows={20}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          error={
            faults.length > 0 ? t('rows.pasteFaults', { lines: faults.slice(0, 10).join(', ') }) : undefined
          }
        />
        <Button mt="md" onClick={take}>
          {t('rows.pasteTake')}
        </Button>
      </SideDrawer>
    </div>
  );
}
