import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#platform/ui';
import styles from './import.module.css';
import type { PreviewProps, PreviewRow } from './preview.ts';
import { Notes } from './preview-grid.tsx';

/** The same as the grid for a narrow screen: a card a row with what is wrong, and a field for each cell at fault. */
export function FaultCards({ data, busy, onEdit }: PreviewProps) {
  const { t } = useTranslation('import');
  if (data.rows.length === 0) return <EmptyState title={t('preview.nothing')} />;
  const name = data.columns.findIndex(
    ({ field }) => field === 'fullName' || field === 'name' || field === 'givenName',
  );
  return (
    <div className={styles.cards}>
      {data.rows.map((row) => (
        <article key={row.line} className={styles.card} data-state={row.state}>
          <Group justify="space-between" gap="xs">
            <strong>{row.known ?? row.cells[name] ?? ''}</strong>
            <span>
              {t('preview.lineOf', { line: row.line })} · {t(`preview.states.${row.state}`)}
            </span>
          </Group>
          <Notes row={row} busy={busy} onEdit={onEdit} />
          {row.findings
            .filter(
              ({ column, severity }, at, all) =>
                column !== null &&
                severity === 'must' &&
                all.findIndex((other) => other.column === column) === at,
            )
            .map(({ column, cell }) => (
              <Mend
                key={cell}
                row={row}
                column={column!}
                label={`${cell} ${data.columns[column!]?.heading ?? ''}`}
                busy={busy}
                onEdit={onEdit}
              />
            ))}
        </article>
      ))}
    </div>
  );
}

function Mend({
  row,
  column,
  label,
  busy,
  onEdit,
}: {
  row: PreviewRow;
  column: number;
  label: string;
  busy: boolean;
  onEdit: PreviewProps['onEdit'];
}) {
  const { t } = useTranslation('import');
  const old = row.cells[column] ?? '';
  const [text, setText] = useState(old);
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        style={{ flex: 1 }}
      />
      <Button
        variant="default"
        disabled={busy || text === old}
        onClick={() => onEdit({ cells: [{ line: row.line, column, text }] })}
      >
        {t('preview.save')}
      </Button>
    </Group>
  );
}
