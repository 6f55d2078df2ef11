import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog, ProblemAlert, problemOf, toast } from '#platform/ui';
import { type Row, type RowColumn, RowsTable } from './rows-table.tsx';

/** A part shown, and edited when it may be: changes stay here until saved, all at once; two people who edit see both texts. */
export function PartEditor({
  caption,
  columns,
  rows,
  mayEdit,
  fixed = false,
  busy,
  error,
  onSave,
  onReset,
}: {
  caption: string;
  columns: readonly RowColumn[];
  rows: readonly Row[];
  mayEdit: boolean;
  /** Rows are neither added nor removed. */
  fixed?: boolean;
  busy: boolean;
  error: unknown;
  /** `done` is called when the rows are kept. */
  onSave: (rows: readonly Row[], done: () => void) => void;
  /** Forgets the last refusal and reads the rows again. */
  onReset: () => void;
}) {
  const { t } = useTranslation('education-plan');
  const [draft, setDraft] = useState<readonly Row[]>();
  const editing = mayEdit && draft !== undefined;
  const facts = error ? problemOf(error) : undefined;
  const conflict = facts?.code === 'educationPlan.changedMeanwhile';
  const lines = (list: unknown) =>
    Array.isArray(list)
      ? list.map((row: Row) => columns.map(({ field }) => row[field] ?? '').join(' | ')).join('\n')
      : '';
  const save = () => {
    if (!draft) return;
    onSave(draft, () => {
      setDraft(undefined);
      toast({ tone: 'done', text: t('rows.saved') });
    });
  };
  return (
    <div>
      {error && !conflict ? <ProblemAlert error={error} /> : null}
      {mayEdit ? (
        <Group gap="sm" mb="sm">
          {editing ? (
            <>
              <Button size="xs" loading={busy} onClick={save}>
                {t('rows.save')}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setDraft(undefined);
                  onReset();
                }}
              >
                {t('rows.cancel')}
              </Button>
            </>
          ) : (
            <Button size="xs" variant="default" onClick={() => setDraft(rows)}>
              {t('rows.edit')}
            </Button>
          )}
        </Group>
      ) : null}
      <RowsTable
        caption={caption}
        columns={columns}
        fixed={fixed}
        rows={editing ? draft : rows}
        onChange={editing ? setDraft : undefined}
      />
      <ConflictDialog
        opened={conflict}
        theirs={lines(facts?.facts?.current)}
        mine={lines(draft)}
        onTakeTheirs={() => {
          setDraft(undefined);
          onReset();
        }}
        onKeepMine={onReset}
        onClose={onReset}
      />
    </div>
  );
}
