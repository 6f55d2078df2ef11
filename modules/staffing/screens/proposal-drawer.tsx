import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { DataTable, EmptyState, Notice, ProblemAlert, ProgressOfWork } from '#platform/ui';
import { type Cell, type CellChange, cellKey, type Grid, shownPeriods } from './grid-model.ts';

interface Line {
  readonly key: string;
  readonly className: string;
  readonly subject: string;
  readonly teacher: string;
  readonly why: string;
  readonly change: CellChange;
}

/** The proposal for what is not yet assigned: every cell with its reason, what is missing, and how much of it to take. */
export function ProposalDrawer({
  grid,
  cells,
  of,
  busy,
  error,
  onAccept,
}: {
  grid: Grid;
  cells: ReadonlyMap<string, Cell>;
  of: { schoolId?: string; schoolYear?: string };
  busy: boolean;
  error: unknown;
  onAccept: (changes: CellChange[]) => void;
}) {
  const { t } = useTranslation('staffing');
  const [keep, setKeep] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const proposal = useQuery({
    queryKey: ['staffing', 'proposal', of, keep],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/staffing/assignments/proposal', {
          params: { query: { ...of, keep: keep ? 'true' : 'false' } },
          signal,
        }),
      ),
    gcTime: 0,
  });
  const lines = useMemo(() => {
    const rows = Map.groupBy(proposal.data?.rows ?? [], (row) => cellKey(row.classId, row.subjectCode));
    const nameOf = new Map(grid.teachers.map(({ id, name }) => [id, name]));
    return [...rows].map(([key, group]): Line => {
      const first = group[0]!;
      const seen = cells.get(key)?.rows ?? [];
      const proposed = group.map(({ classId: _, subjectCode: __, why: ___, ...row }) => row);
      return {
        key,
        className: grid.classes.find(({ id }) => id === first.classId)?.name ?? '',
        subject: grid.subjects.find(({ code }) => code === first.subjectCode)?.name ?? first.subjectCode,
        teacher: [...new Set(group.map(({ staffId }) => nameOf.get(staffId) ?? ''))].join(', '),
        why: [...new Set(group.map(({ why }) => why))].join(' '),
        change: {
          classId: first.classId,
          subjectCode: first.subjectCode,
          seen,
          rows: keep ? [...seen, ...proposed] : proposed,
        },
      };
    });
  }, [proposal.data, grid, cells, keep]);
  const chosen = new Set(lines.filter(({ key }) => !left.has(key)).map(({ key }) => key));
  const changes = lines.filter(({ key }) => chosen.has(key)).map(({ change }) => change);

  return (
    <Stack gap="md">
      <p style={{ margin: 0 }}>{t('proposal.lead')}</p>
      <Checkbox
        label={t('proposal.keep')}
        checked={keep}
        onChange={(event) => {
          setKeep(event.currentTarget.checked);
          setLeft(new Set());
        }}
      />
      {proposal.isPending ? <ProgressOfWork doing={t('proposal.searching')} /> : null}
      {proposal.error ? (
        <ProblemAlert error={proposal.error} onRetry={() => void proposal.refetch()} />
      ) : null}
      {error ? <ProblemAlert error={error} /> : null}
      {proposal.data && proposal.data.shortages.length > 0 ? (
        <Notice tone="due">
          <strong>{t('proposal.shortages')}</strong>
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
            {proposal.data.shortages.map(({ subjectCode, strand, message }) => (
              <li key={`${subjectCode} ${strand}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {proposal.data ? (
        <>
          <Group gap="sm">
            <Button disabled={changes.length === 0} loading={busy} onClick={() => onAccept(changes)}>
              {t('proposal.accept', { count: changes.length })}
            </Button>
            <span aria-live="polite">
              {t('proposal.periods', {
                periods: shownPeriods(
                  changes.reduce(
                    (sum, { rows }) => sum + rows.reduce((all, row) => all + row.periods[1], 0),
                    0,
                  ),
                ),
              })}
            </span>
          </Group>
          <DataTable
            caption={t('proposal.title')}
            rows={lines}
            rowKey={({ key }) => key}
            empty={<EmptyState title={t('proposal.nothing')}>{t('proposal.nothingDetail')}</EmptyState>}
            selection={{
              chosen,
              onChange: (now) =>
                setLeft(new Set(lines.filter(({ key }) => !now.has(key)).map(({ key }) => key))),
              label: ({ className, subject }) => t('proposal.take', { name: className, subject }),
            }}
            columns={[
              {
                key: 'cell',
                header: t('proposal.cell'),
                phone: 'title',
                width: '30%',
                cell: ({ className, subject }) => `${className} · ${subject}`,
              },
              { key: 'teacher', header: t('cell.teacher'), width: '26%', cell: ({ teacher }) => teacher },
              { key: 'why', header: t('proposal.why'), cell: ({ why }) => why },
            ]}
          />
        </>
      ) : null}
    </Stack>
  );
}
