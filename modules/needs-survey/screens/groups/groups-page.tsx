import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { DataTable, EmptyState, FilterChips, Page, Tag, useAddress } from '#platform/ui';
import { useSchoolYearId } from '../school-year-id.ts';
import type { GroupLine } from './answers.ts';

/** Groups of session 2 of a school: who is in, who teaches, which requests are back. */
export default function GroupsPage() {
  const { t } = useTranslation('needs-groups');
  const { address } = useAddress();
  const schoolYearId = useSchoolYearId();
  const unitId = address.truong;
  const query = { ...(schoolYearId ? { schoolYearId } : {}), ...(unitId ? { unitId } : {}) };
  const list = useQuery({
    queryKey: ['needs-survey', 'groups', query],
    queryFn: ({ signal }) => answer(api.GET('/api/needs-survey/groups', { params: { query }, signal })),
  });
  const all = list.data?.items ?? [];
  const may = (operation: string) => list.data?.may.includes(operation) ?? false;
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const rows = all.filter(({ kind }) => !address.loai || kind === address.loai);
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      tools={
        <>
          {may('needsSurvey.exportGroups') && all.length > 0 ? (
            <Button
              component="a"
              variant="default"
              href={`/api/needs-survey/groups.xlsx?${new URLSearchParams(query)}`}
              download
            >
              {t('excel')}
            </Button>
          ) : null}
          {may('needsSurvey.createElectiveBlock') ? (
            <Button component={Link} to="/nhom-buoi-2/luot-chon" variant="default">
              {t('block.title')}
            </Button>
          ) : null}
          {may('needsSurvey.recordEntitlements') ? (
            <Button component={Link} to="/nhom-buoi-2/dien" variant="default">
              {t('entitlements.title')}
            </Button>
          ) : null}
        </>
      }
      action={
        may('needsSurvey.createGroups') ? (
          <Button component={Link} to="/khao-sat">
            {t('list.propose')}
          </Button>
        ) : null
      }
    >
      {kinds.length > 1 ? (
        <FilterChips
          name="loai"
          label={t('kindOf')}
          options={[
            { value: '', label: t('list.allKinds'), count: all.length },
            ...kinds.map((kind) => ({
              value: kind,
              label: t(`kind.${kind}`),
              count: all.filter((group) => group.kind === kind).length,
            })),
          ]}
        />
      ) : null}
      <DataTable
        caption={t('list.title')}
        rows={rows}
        rowKey={(group) => group.id}
        rowTo={(group) => `/nhom-buoi-2/${group.id}`}
        loading={list}
        empty={<EmptyState title={t('list.none')}>{t('list.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('name'), phone: 'title', cell: (group) => group.name },
          ...(all.some(({ block }) => block)
            ? [{ key: 'block', header: t('block.name'), cell: (group: GroupLine) => group.block ?? '' }]
            : []),
          {
            key: 'pupils',
            header: t('pupils'),
            align: 'right',
            cell: (group) => t('list.of', { pupils: group.pupils, room: group.sizeLimit }),
          },
          {
            key: 'periods',
            header: t('periods'),
            align: 'right',
            cell: (group) => t('list.periods', { count: group.periodsPerWeek }),
          },
          { key: 'teacher', header: t('teacher'), cell: (group) => group.teacherName ?? t('list.noTeacher') },
          { key: 'requests', header: t('requests'), cell: (group) => <Requests group={group} /> },
          ...(all.some(({ progress }) => progress)
            ? [
                {
                  key: 'progress',
                  header: t('progress.better'),
                  cell: ({ progress }: GroupLine) => (progress ? t('progress.of', progress) : ''),
                },
              ]
            : []),
          {
            key: 'state',
            header: t('state.label'),
            phone: 'corner',
            cell: (group) => (
              <Tag tone={group.state === 'confirmed' ? 'done' : 'wait'}>{t(`state.${group.state}`)}</Tag>
            ),
          },
        ]}
      />
    </Page>
  );
}

function Requests({ group }: { group: GroupLine }) {
  const { t } = useTranslation('needs-groups');
  if (group.block) return null;
  return <>{t('list.received', { received: group.received, pupils: group.pupils })}</>;
}
