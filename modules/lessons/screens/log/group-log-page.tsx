import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';
import { formatPercent } from '#platform/i18n';
import { DataTable, EmptyState, Facts, Page, ProblemAlert, Section, useAddress } from '#platform/ui';
import styles from '../lessons.module.css';
import { GroupLineForm, type GroupSlot, whenOf } from './group-line-form.tsx';

export type GroupLog = operations['lessons.getGroupLog']['responses'][200]['content']['application/json'];

/** The period that the address asks for, when somebody comes from the week of the log. */
function asked({ ngay, buoi, tiet }: Readonly<Record<string, string | undefined>>): GroupSlot | undefined {
  const period = Number(tiet);
  if (!ngay || (buoi !== 'morning' && buoi !== 'afternoon') || !period) return undefined;
  return { day: ngay, half: buoi, period };
}

/** The log of a group: what is due by the timetable, what was taught, who was away, attendance of each pupil. */
export default function GroupLogPage() {
  const { t } = useTranslation('lesson-log');
  const { groupId } = useParams({ strict: false }) as { groupId: string };
  const { address } = useAddress();
  const [open, setOpen] = useState(asked(address));
  const found = useQuery({
    queryKey: ['lessons', 'groups', groupId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/lessons/groups/{groupId}', { params: { path: { groupId } }, signal })),
  });
  const data = found.data;
  const trail = [{ label: t('groups.title'), to: '/so-dau-bai/nhom' }];
  if (!data) {
    return (
      <Page title={t('groups.title')} trail={trail}>
        {found.error ? (
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }
  const may = data.may.includes('lessons.saveGroupEntry');
  const next = data.due.at(-1) ?? (data.free && { day: data.today, ...data.free });
  const nameOf = new Map(data.roster.map(({ pupilId, name }) => [pupilId, name]));
  const when = (slot: GroupSlot) => whenOf(t, slot);
  return (
    <Page
      title={data.name}
      trail={trail}
      lead={t('groups.logLead', { count: data.periodsPerWeek })}
      action={may && next ? <Button onClick={() => setOpen(next)}>{t('groups.write')}</Button> : undefined}
      tools={
        <Button component="a" variant="default" download href={`/api/lessons/groups/${groupId}/workbook`}>
          {t('groups.excel')}
        </Button>
      }
    >
      <Facts
        facts={[
          { name: t('groups.teacher'), value: data.teacherName ?? '' },
          { name: t('groups.pupils'), value: t('groups.pupilsOf', { count: data.pupils }) },
          {
            name: t('groups.present'),
            value: data.present === null ? t('groups.lessonsNone') : formatPercent(data.present),
          },
        ]}
      />
      {may && data.due.length > 0 ? (
        <Section title={t('groups.due')}>
          <ul className={styles.lines}>
            {data.due.map((slot) => (
              <li key={when(slot)} className={styles.line}>
                <span className={styles.dueAt}>{when(slot)}</span>
                <Button size="compact-sm" variant="default" onClick={() => setOpen(slot)}>
                  {t('line.write')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('groups.entries')}>
        <DataTable
          caption={t('groups.entries')}
          rows={data.entries}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('groups.lessonsNone')}>{t('groups.entriesNone')}</EmptyState>}
          columns={[
            { key: 'when', header: t('groups.day'), phone: 'title', cell: when },
            {
              key: 'title',
              header: t('line.title'),
              cell: ({ title, held, programmePeriod }) =>
                [
                  programmePeriod ? t('line.number', { number: programmePeriod }) : '',
                  held === 'taught' ? title : `${title} (${t(`held.${held}`)})`,
                ]
                  .filter(Boolean)
                  .join(' '),
            },
            {
              key: 'absent',
              header: t('groups.absent'),
              cell: ({ absent, held }) =>
                held === 'notTaught'
                  ? ''
                  : absent.length === 0
                    ? t('groups.allPresent')
                    : absent
                        .map(({ pupilId, excused }) =>
                          t(excused ? 'line.excused' : 'line.unexcused', {
                            name: nameOf.get(pupilId) ?? t('groups.gone'),
                          }),
                        )
                        .join(', '),
            },
            { key: 'remark', header: t('line.remark'), cell: ({ remark }) => remark },
            {
              key: 'change',
              header: t('groups.step'),
              phone: 'corner',
              cell: (entry) =>
                may ? (
                  <Button size="compact-sm" variant="subtle" onClick={() => setOpen(entry)}>
                    {t('line.change')}
                  </Button>
                ) : null,
            },
          ]}
        />
      </Section>
      <Section title={t('groups.attendance')}>
        <DataTable
          caption={t('groups.attendance')}
          rows={data.roster}
          rowKey={({ pupilId }) => pupilId}
          empty={<EmptyState title={t('groups.nobody')} />}
          columns={[
            { key: 'name', header: t('groups.pupil'), phone: 'title', cell: ({ name }) => name },
            {
              key: 'class',
              header: t('groups.class'),
              phone: 'corner',
              cell: ({ className }) => className ?? '',
            },
            {
              key: 'missed',
              header: t('groups.missed'),
              cell: ({ absent, excused }) =>
                t('groups.missedOf', { count: absent, lessons: data.lessons, excused }),
            },
          ]}
        />
      </Section>
      {open && may ? (
        <GroupLineForm
          key={when(open)}
          groupId={groupId}
          log={data}
          slot={open}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </Page>
  );
}
