import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { DataTable, type DataTableProps, EmptyState, Tag, useAddress } from '#platform/ui';
import { type Finding, findingTones, severityTones } from './inspection-words.ts';

/** Findings; one opens in the drawer (`kien-nghi` in the address). `withUnit` names the unit of each. */
export function FindingTable({
  rows,
  withUnit = false,
  empty,
  ...table
}: {
  rows: readonly Finding[];
  withUnit?: boolean;
  empty?: ReactNode;
} & Pick<DataTableProps<Finding>, 'loading' | 'total' | 'more'>) {
  const { t } = useTranslation('inspections');
  const { set } = useAddress();
  return (
    <DataTable
      {...table}
      caption={t('findings.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => set({ 'kien-nghi': row.id })}
      empty={empty ?? <EmptyState title={t('findings.none')}>{t('findings.noneDetail')}</EmptyState>}
      columns={[
        { key: 'body', header: t('findings.body'), phone: 'title', cell: (row) => row.body },
        ...(withUnit ? [{ key: 'unit', header: t('inspected'), cell: (row: Finding) => row.unit.name }] : []),
        {
          key: 'severity',
          header: t('findings.severity'),
          width: '130px',
          cell: (row) => <Tag tone={severityTones[row.severity]}>{t(`severity.${row.severity}`)}</Tag>,
        },
        {
          key: 'due',
          header: t('findings.dueOn'),
          width: '155px',
          cell: (row) => (
            <time dateTime={row.dueOn}>{t('findings.due', { day: formatDate(row.dueOn) })}</time>
          ),
        },
        {
          key: 'state',
          header: t('list.state'),
          phone: 'corner',
          width: '190px',
          cell: (row) => (
            <Group gap={6}>
              {row.overdue ? (
                <Tag tone="late">{t('findings.overdue')}</Tag>
              ) : (
                <Tag tone={findingTones[row.state]}>{t(`findingState.${row.state}`)}</Tag>
              )}
            </Group>
          ),
        },
      ]}
    />
  );
}
