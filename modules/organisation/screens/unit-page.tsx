import { Anchor, Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import { Facts, Notice, Page, ProblemAlert, Section, SideDrawer } from '#platform/ui';
import { ClusterSchools } from './cluster-schools.tsx';
import { EditUnitForm } from './edit-unit-form.tsx';
import type { UnitDetail } from './kinds.ts';
import { SiteList } from './site-list.tsx';
import { TeamList } from './team-list.tsx';

/** One unit: what it is, who stands above and below it, who leads it, its sites and teams. */
export default function UnitPage() {
  const { t } = useTranslation('organisation');
  const { unitId } = useParams({ strict: false }) as { unitId: string };
  const detail = useQuery({
    queryKey: ['units', 'one', unitId],
    queryFn: ({ signal }) => answer(api.GET('/api/units/{unitId}', { params: { path: { unitId } }, signal })),
  });
  const trail = [{ label: t('units.title'), to: '/don-vi' }];
  if (!detail.data) {
    return (
      <Page title={t('unit.title')} trail={trail}>
        {detail.error ? (
          <ProblemAlert error={detail.error} onRetry={() => detail.refetch()} />
        ) : (
          <Skeleton height={160} />
        )}
      </Page>
    );
  }
  return <Detail detail={detail.data} trail={trail} />;
}

function Detail({ detail, trail }: { detail: UnitDetail; trail: readonly { label: string; to: string }[] }) {
  const { t } = useTranslation('organisation');
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { unit } = detail;
  const isSchool = unit.kind === 'school';
  const levels = [unit.teachesLower ? t('unit.lower') : '', unit.teachesUpper ? t('unit.upper') : ''];
  const below = onePerUnit(detail.below);
  const teams = below.filter((one) => one.kind === 'subjectTeam');
  const others = below.filter((one) => one.kind !== 'subjectTeam');
  return (
    <Page
      title={unit.name}
      trail={trail}
      action={
        may('organisation.updateUnit') && !unit.closedOn ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('unit.edit')}
          </Button>
        ) : null
      }
    >
      <Stack gap="md">
        {unit.closedOn ? (
          <Notice tone="due">
            <p>{t('unit.closedOn', { date: formatDate(unit.closedOn) })}</p>
          </Notice>
        ) : null}
        <Facts
          facts={[
            { name: t('units.kind'), value: t(`units.kinds.${unit.kind}`) },
            { name: t('units.code'), value: unit.code },
            {
              name: t('units.schoolKind'),
              value: unit.schoolKind ? t(`schoolKind.${unit.schoolKind}`) : null,
            },
            { name: t('unit.levels'), value: levels.filter(Boolean).join(', ') },
            {
              name: t('unit.managedBy'),
              value: unit.managingAuthority ? t(`unit.authority.${unit.managingAuthority}`) : null,
            },
            { name: t('units.zone'), value: unit.zone ? t(`units.zones.${unit.zone}`) : null },
            { name: t('units.border'), value: unit.border ? t('unit.yes') : null },
          ]}
        />
      </Stack>
      {detail.leaders.length > 0 ? (
        <Section title={t('unit.leaders')}>
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {detail.leaders.map((leader) => (
              <li key={`${leader.accountId} ${leader.role}`}>
                {leader.name} · {t(`shell:role.${leader.role}`)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {detail.above.length > 0 ? (
        <Section title={t('unit.above')}>
          <UnitLinks units={onePerUnit(detail.above)} />
        </Section>
      ) : null}
      {isSchool ? <TeamList schoolId={unit.id} teams={teams} /> : null}
      {isSchool ? <SiteList schoolId={unit.id} sites={detail.sites} /> : null}
      {unit.kind === 'cluster' ? <ClusterSchools clusterId={unit.id} schools={others} /> : null}
      {unit.kind !== 'cluster' && others.length > 0 ? (
        <Section title={t('unit.below', { count: detail.belowTotal })}>
          <UnitLinks units={others} />
        </Section>
      ) : null}
      <SideDrawer opened={editing} title={t('unit.edit')} onClose={() => setEditing(false)}>
        <EditUnitForm unit={unit} onClose={() => setEditing(false)} />
      </SideDrawer>
    </Page>
  );
}

interface LinkedUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly lines: readonly UnitDetail['above'][number]['line'][];
}

/** A unit that is linked by both lines (state management and professional guidance) is told once, with both. */
function onePerUnit(units: UnitDetail['above']): LinkedUnit[] {
  const found = new Map<string, LinkedUnit>();
  for (const { line, ...unit } of units) {
    found.set(unit.id, { ...unit, lines: [...(found.get(unit.id)?.lines ?? []), line] });
  }
  return [...found.values()];
}

function UnitLinks({ units }: { units: readonly LinkedUnit[] }) {
  const { t } = useTranslation('organisation');
  return (
    <ul style={{ margin: 0, paddingLeft: 20, columns: '280px', columnGap: 32 }}>
      {units.map((unit) => (
        <li key={unit.id} style={{ breakInside: 'avoid' }}>
          <Anchor component={Link} to={`/don-vi/${unit.id}`}>
            {unit.name}
          </Anchor>{' '}
          <span style={{ color: 'var(--hb-text-soft)' }}>
            {unit.lines.map((line) => t(`unit.line.${line}`)).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
