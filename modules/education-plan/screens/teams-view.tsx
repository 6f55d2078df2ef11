import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState, Section, Tag } from '#platform/ui';
import type { PlanWhole } from './answer-of.ts';

const tones = { draft: 'none', proposed: 'accent', returned: 'due', accepted: 'done' } as const;

/** Subject teams with their part of the plan. */
export function TeamsView({ whole }: { whole: PlanWhole }) {
  const { t } = useTranslation('education-plan');
  return (
    <Section title={t('view.to')}>
      <DataTable
        caption={t('view.to')}
        rows={whole.teams}
        rowKey={(team) => team.id}
        rowTo={(team) => `/ke-hoach-truong/${whole.plan.id}/to/${team.id}`}
        empty={<EmptyState title={t('rows.none')}>{t('rows.noneRead')}</EmptyState>}
        columns={[
          { key: 'name', header: t('team.name'), phone: 'title', cell: (team) => team.name },
          {
            key: 'state',
            header: t('team.state'),
            phone: 'corner',
            cell: (team) => <Tag tone={tones[team.state]}>{t(`teamState.${team.state}`)}</Tag>,
          },
          { key: 'lessons', header: t('view.lessons'), align: 'right', cell: (team) => team.lessons },
          { key: 'tests', header: t('view.tests'), align: 'right', cell: (team) => team.tests },
          {
            key: 'activities',
            header: t('view.teamActivities'),
            align: 'right',
            cell: (team) => team.activities,
          },
        ]}
      />
    </Section>
  );
}
