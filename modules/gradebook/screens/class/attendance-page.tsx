import { Button, Checkbox, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answer,
  api,
  isLineFault,
  keptAnswer,
  offline,
  type operations,
  useCommand,
  useMe,
  useOffline,
  useOnTheWay,
} from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, EmptyState, Notice, Page, ProblemAlert, toast, useAddress } from '#platform/ui';
import styles from './class.module.css';

type Attendance = operations['gradebook.getAttendance']['responses'][200]['content']['application/json'];
type Row = Attendance['rows'][number];
type Absence = Row['absences'][number];
interface PupilDay {
  readonly pupilId: string;
  readonly absences: Absence[];
  readonly was: Absence[];
}
type Presence = 'present' | 'excused' | 'unexcused' | 'noConnection' | 'leftEarly';

/** Who is away from a class on a day: the whole session or one period, with leave or without; of what is held online who has no connection. */
export default function AttendancePage() {
  const { t } = useTranslation('gradebook');
  const { classId } = useParams({ strict: false }) as { classId: string };
  const { today, role } = useMe();
  const roleId = role?.id;
  const { binding } = useOffline();
  const { address, set } = useAddress();
  const day = address.ngay ?? today;
  const session = address.buoi === '2' ? 2 : 1;
  const period = Number(address.tiet ?? 0);
  const attendance = useQuery({
    queryKey: ['gradebook', 'attendance', classId, day],
    queryFn: ({ signal }) =>
      keptAnswer(
        { source: 'gradebook.getAttendance', key: `${classId}/${day}`, or: `${classId}/any`, roleId },
        () =>
          answer(
            api.GET('/api/gradebook/classes/{classId}/attendance/{day}', {
              params: { path: { classId, day } },
              signal,
            }),
          ),
      ),
  });
  const onTheWay = useOnTheWay('gradebook.saveAttendance');
  const data = attendance.data && laidOver(attendance.data, classId, day, onTheWay);
  const [changes, setChanges] = useState<ReadonlyMap<string, readonly Absence[]>>(new Map());
  const save = useCommand({
    run: async (pupils: PupilDay[], init) => {
      const what = {
        name: 'gradebook.saveAttendance',
        title: t('offline.attendance', { class: data?.class.name, day: formatDate(day) }),
      };
      // One command a pupil: each has its own outcome.
      const keepHere = async () => {
        const inputs = pupils.map((pupil) => ({ classId, day, pupils: [pupil] }));
        await offline.keep({ ...what, roleId: roleId ?? '' }, inputs);
        return { saved: 0 };
      };
      if (offline.mustWait()) return keepHere();
      try {
        return await answer(
          api.PUT('/api/gradebook/classes/{classId}/attendance/{day}', {
            params: { path: { classId, day } },
            body: { pupils },
            ...init,
          }),
        );
      } catch (error) {
        if (binding === 'bound' && isLineFault(error)) return keepHere();
        throw error;
      }
    },
    refreshes: [
      ['gradebook', 'attendance'],
      ['gradebook', 'results'],
    ],
    onDone: ({ saved }) => {
      setChanges(new Map());
      if (saved === 0) toast({ tone: 'info', text: t('offline.kept') });
      else toast({ tone: 'done', text: t('attendance.done', { count: saved }) });
    },
  });
  const editable = data?.may.includes('gradebook.saveAttendance') ?? false;
  const absencesOf = (row: Row) => changes.get(row.pupilId) ?? row.absences;
  const own = (row: Row) => absencesOf(row).find((one) => one.session === session && one.period === period);
  const presence = (row: Row): Presence => {
    const found = own(row);
    return found ? (found.online ?? (found.excused ? 'excused' : 'unexcused')) : 'present';
  };
  const online = address['truc-tuyen'] === '1' || (data?.rows ?? []).some((row) => own(row)?.online);
  const choices: Presence[] = [
    'present',
    ...(online ? (['noConnection'] as const) : []),
    // Of a whole session nobody leaves early: that is of a period.
    ...(online && period > 0 ? (['leftEarly'] as const) : []),
    ...(['excused', 'unexcused'] as const),
  ];
  function put(row: Row, presenceOf: Presence, reason: string | null) {
    const others = absencesOf(row).filter((one) => one.session !== session || one.period !== period);
    const next: readonly Absence[] =
      presenceOf === 'present'
        ? others
        : [
            ...others,
            {
              ...{ session, period, reason, excused: presenceOf !== 'unexcused' },
              online: presenceOf === 'noConnection' || presenceOf === 'leftEarly' ? presenceOf : null,
            },
          ];
    setChanges((before) => new Map(before).set(row.pupilId, next));
  }
  const away = (data?.rows ?? []).filter((row) => !['present', 'leftEarly'].includes(presence(row))).length;
  const warned = (data?.rows ?? []).filter((row) => row.absentSessions >= (data?.warnFrom ?? 46));
  return (
    <Page
      trail={[{ label: t('classes.title'), to: '/lop-day' }]}
      title={data ? t('attendance.of', { class: data.class.name }) : t('attendance.title')}
      lead={t('attendance.lead', { day: formatDate(day) })}
    >
      {save.error ? <ProblemAlert error={save.error} /> : null}
      {attendance.error ? (
        <ProblemAlert error={attendance.error} onRetry={() => void attendance.refetch()} />
      ) : null}
      {warned.length > 0 && data ? (
        <Notice tone="due">
          {t('attendance.warning', {
            names: warned
              .map((row) => t('attendance.warned', { name: row.name, count: row.absentSessions }))
              .join('; '),
            most: data.most,
          })}
        </Notice>
      ) : null}
      <Group align="end" mb="md">
        <DateField
          label={t('attendance.day')}
          value={day}
          max={today}
          w={180}
          onChange={(chosen) => {
            setChanges(new Map());
            set({ ngay: chosen && chosen !== today ? chosen : '' });
          }}
        />
        <SegmentedControl
          aria-label={t('attendance.session')}
          data={[
            { value: '1', label: t('attendance.morning') },
            { value: '2', label: t('attendance.afternoon') },
          ]}
          value={String(session)}
          onChange={(value) => set({ buoi: value === '2' ? '2' : '' })}
        />
        <Select
          label={t('attendance.period')}
          w={160}
          allowDeselect={false}
          data={[0, 1, 2, 3, 4, 5].map((one) => ({
            value: String(one),
            label: one === 0 ? t('attendance.whole') : t('attendance.periodOf', { period: one }),
          }))}
          value={String(period)}
          onChange={(value) => set({ tiet: value && value !== '0' ? value : '' })}
        />
        <Checkbox
          label={t('attendance.online')}
          checked={online}
          onChange={(event) => set({ 'truc-tuyen': event.currentTarget.checked ? '1' : '' })}
        />
      </Group>
      {data && data.rows.length === 0 ? (
        <EmptyState title={t('sheet.nobody')}>{t('sheet.nobodyDetail')}</EmptyState>
      ) : null}
      <p role="status">{t('attendance.count', { present: (data?.rows.length ?? 0) - away, away })}</p>
      <ul className={styles.roll}>
        {(data?.rows ?? []).map((row) => (
          <li key={row.pupilId}>
            <strong>{row.name}</strong>
            {online ? (
              <Select
                aria-label={t('attendance.presenceOf', { name: row.name })}
                disabled={!editable}
                allowDeselect={false}
                w={180}
                data={choices.map((value) => ({ value, label: t(`attendance.${value}`) }))}
                value={presence(row)}
                onChange={(value) => put(row, value as Presence, own(row)?.reason ?? null)}
              />
            ) : (
              <SegmentedControl
                aria-label={t('attendance.presenceOf', { name: row.name })}
                disabled={!editable}
                data={choices.map((value) => ({ value, label: t(`attendance.${value}`) }))}
                value={presence(row)}
                onChange={(value) => put(row, value as Presence, own(row)?.reason ?? null)}
              />
            )}
            {presence(row) === 'present' ? null : (
              <TextInput
                aria-label={t('attendance.reasonOf', { name: row.name })}
                placeholder={t('attendance.reason')}
                maxLength={300}
                disabled={!editable}
                value={own(row)?.reason ?? ''}
                onChange={(event) => put(row, presence(row), event.currentTarget.value || null)}
              />
            )}
          </li>
        ))}
      </ul>
      {editable && (data?.rows.length ?? 0) > 0 ? (
        <div className={styles.save}>
          <Button
            disabled={changes.size === 0}
            loading={save.isPending}
            onClick={() =>
              save.mutate(
                [...changes].map(([pupilId, absences]) => ({
                  pupilId,
                  absences: [...absences],
                  was: data?.rows.find((row) => row.pupilId === pupilId)?.absences ?? [],
                })),
              )
            }
          >
            {t('attendance.save', { count: changes.size })}
          </Button>
        </div>
      ) : null}
    </Page>
  );
}

/** The day as it stands for the person: what the server said, and over it what waits on this device. */
function laidOver(
  said: Attendance,
  classId: string,
  day: string,
  onTheWay: readonly { input: unknown }[],
): Attendance {
  const own = new Map(
    onTheWay.flatMap(({ input }) => {
      const kept = input as { classId: string; day: string; pupils: PupilDay[] };
      return kept.classId === classId && kept.day === day
        ? kept.pupils.map(({ pupilId, absences }) => [pupilId, absences] as const)
        : [];
    }),
  );
  const rows = said.rows.map((row) => ({ ...row, absences: own.get(row.pupilId) ?? row.absences }));
  return { ...said, day, rows };
}
