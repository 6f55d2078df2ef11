import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, keptAnswer, useMe } from '#api';
import { EmptyState, Notice, Page, ProblemAlert, useAddress } from '#platform/ui';
import { programmeKey, slotKey } from '../../rules/index.ts';
import styles from '../lessons.module.css';
import { LineForm } from './line-form.tsx';
import { useLines } from './use-lines.ts';
import { WeekChoice } from './week-choice.tsx';
import { type Line, WeekLines } from './week-lines.tsx';

/** The lesson log of a teacher: the own periods of a week, with a network and without. */
export default function MyWeekPage() {
  const { t } = useTranslation('lesson-log');
  const { today, role } = useMe();
  const roleId = role?.id;
  const { address, set } = useAddress();
  const week = Number(address.tuan) || undefined;
  const found = useQuery({
    queryKey: ['lessons', 'my-week', week ?? 'now'],
    queryFn: ({ signal }) =>
      keptAnswer({ source: 'lessons.getMyWeek', key: week ? String(week) : 'now', roleId }, () =>
        answer(api.GET('/api/lessons/log/mine', { params: { query: week ? { week } : {} }, signal })),
      ),
  });
  const data = found.data;
  const { lines, waiting } = useLines(data, today);
  const [open, setOpen] = useState<Line>();
  if (!data) {
    return (
      <Page title={t('mine.title')}>
        {found.error ? (
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }
  const may = data.may.includes('lessons.saveEntry');
  const due = lines.filter(({ state }) => state === 'due').length;
  const writable = ({ slot, state }: Line) =>
    may && slot.day <= today && state !== 'off' && !data.signed.includes(slot.classId);
  const current = open && lines.find(({ slot }) => slotKey(slot) === slotKey(open.slot));
  const code = current?.planned?.subjectCode ?? current?.entry?.subjectCode;
  return (
    <Page
      title={t('mine.title')}
      lead={t('mine.lead', { count: due })}
      tools={<Link to="/so-dau-bai/nhom">{t('groups.title')}</Link>}
    >
      <div className={styles.bar}>
        <WeekChoice weeks={data.weeks} value={data.week.number} onChange={(tuan) => set({ tuan })} />
      </div>
      {data.missing.length > 0 ? (
        <Notice tone="due">
          {t('mine.missing')}{' '}
          {data.missing.map((one, at) => (
            <Fragment key={one.week}>
              {at > 0 ? ', ' : ''}
              <Link to="/so-dau-bai" search={{ tuan: String(one.week) } as never}>
                {t('mine.missingOf', { week: one.week, count: one.periods })}
              </Link>
            </Fragment>
          ))}
        </Notice>
      ) : null}
      {data.signed.length > 0 ? <Notice>{t('mine.signed')}</Notice> : null}
      {data.myStaffId === null ? (
        <EmptyState title={t('mine.noRecord')}>{t('mine.noRecordDetail')}</EmptyState>
      ) : lines.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.noneDetail')}</EmptyState>
      ) : (
        <WeekLines
          lines={lines}
          rows={data}
          showClass
          writable={writable}
          waiting={waiting}
          onWrite={setOpen}
        />
      )}
      {current ? (
        <LineForm
          key={slotKey(current.slot)}
          line={current}
          programme={
            code && current.planned ? (data.programmes[programmeKey(code, current.planned.grade)] ?? []) : []
          }
          subjects={data.subjects}
          ratings={data.ratings}
          today={today}
          lateDays={data.lateDays}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </Page>
  );
}
