import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '#api';
import { formatDate } from '#platform/i18n';
import { Tag } from '#platform/ui';
import type { FilledLine } from '../../rules/index.ts';
import type { AnswerOf } from '../answer-of.ts';
import styles from '../lessons.module.css';

type Rows = Pick<AnswerOf<'lessons.getClassWeek'>, 'absent' | 'subjects' | 'staff'> & {
  /** Of the own week: who that is. */
  readonly myStaffId?: string | null;
};
export type WrittenLine = AnswerOf<'lessons.getClassWeek'>['entries'][number];
export type Line = FilledLine<WrittenLine>;

/** What the subject, or the fixed event, of a line is called. */
export function lessonName(
  { planned, entry }: Line,
  subjects: readonly { readonly code: string; readonly name: string }[],
): string {
  const code = entry?.subjectCode ?? planned?.subjectCode;
  if (planned?.isGroup) return planned.className;
  return planned?.event ?? subjects.find((one) => one.code === code)?.name ?? code ?? '';
}

/**
 * The lines of a week of the log, day by day: what was taught, by whom, who was absent; what is still to be written. Those of a group of an
 * elective block are written on the page of the group.
 */
export function WeekLines({
  lines,
  rows,
  showClass,
  writable,
  waiting,
  onWrite,
}: {
  lines: readonly Line[];
  rows: Rows;
  showClass?: boolean;
  writable: (line: Line) => boolean;
  /** Lines that wait on this device. */
  waiting: ReadonlySet<string>;
  onWrite: (line: Line) => void;
}) {
  const { t } = useTranslation('lesson-log');
  const mayCallRoll = useMay()('gradebook.saveAttendance');
  const days = [...Map.groupBy(lines, ({ slot }) => slot.day)];
  return days.map(([day, ofDay]) => (
    <section key={day} aria-label={formatDate(day)}>
      <h2 className={styles.day}>
        {t('week.dayOf', {
          weekday: t(`weekday.${new Date(`${day}T00:00:00Z`).getUTCDay()}`),
          day: formatDate(day).slice(0, 5),
        })}
      </h2>
      <ul className={styles.lines}>
        {ofDay.map((line) => {
          const { slot, planned, entry, state, next } = line;
          const key = `${slot.classId} ${slot.day} ${slot.half} ${slot.period}`;
          const name = lessonName(line, rows.subjects);
          const away = rows.absent.filter(
            (one) =>
              one.classId === slot.classId &&
              one.day === slot.day &&
              one.half === slot.half &&
              (one.period === 0 || one.period === slot.period),
          );
          const called = (name: string, standsIn: boolean) =>
            standsIn ? t('line.standsIn', { name }) : name;
          const teachers = (planned?.staffIds ?? []).flatMap((id) => {
            const teacher = rows.staff.find((one) => one.id === id);
            return teacher ? [called(teacher.name, planned?.substituteIds.includes(id) ?? false)] : [];
          });
          const who = entry?.staffName ? called(entry.staffName, entry.standsIn) : teachers.join(', ');
          const title = [showClass && !planned?.isGroup ? (planned?.className ?? '') : '', name]
            .filter(Boolean)
            .join(' · ');
          return (
            <li key={key} className={styles.line}>
              <span className={styles.when}>
                {t('week.period', { half: t(`half.${slot.half}`), period: slot.period })}
              </span>
              <div className={styles.what}>
                <strong>{title}</strong>
                {entry ? (
                  <p>
                    {entry.programmePeriod ? t('line.number', { number: entry.programmePeriod }) : ''}{' '}
                    {entry.title}
                  </p>
                ) : null}
                {next ? (
                  <p className={styles.next}>{t('line.next', { number: next.number, title: next.title })}</p>
                ) : null}
                {entry && entry.held !== 'taught' ? <p>{t(`held.${entry.held}`)}</p> : null}
                {entry?.remark ? <p>{t('line.remarkIs', { remark: entry.remark })}</p> : null}
                {entry?.homework ? <p>{t('line.homeworkIs', { homework: entry.homework })}</p> : null}
                {away.length > 0 ? (
                  <p>
                    {t('line.absentAre', {
                      names: away
                        .map((one) =>
                          t(`line.${one.online ?? (one.excused ? 'excused' : 'unexcused')}`, {
                            name: one.name,
                          }),
                        )
                        .join(', '),
                    })}
                  </p>
                ) : null}
                {showClass ? null : <p>{who}</p>}
                {showClass && planned?.substituteIds.includes(rows.myStaffId ?? '') ? (
                  <p>{t('line.youStandIn')}</p>
                ) : null}
                {planned?.change && planned.change !== 'substituted' ? (
                  <p>{t(`change.${planned.change}`)}</p>
                ) : null}
                {entry?.lateReason ? <p>{t('line.lateIs', { reason: entry.lateReason })}</p> : null}
              </div>
              <div className={styles.tags}>
                {entry?.rating ? <Tag tone="accent">{entry.rating}</Tag> : null}
                {waiting.has(key) ? (
                  <Tag tone="wait">{t('line.waiting')}</Tag>
                ) : state === 'due' ? (
                  <Tag tone="due">{t('line.due')}</Tag>
                ) : null}
                {planned?.change === 'online' && !planned.isGroup && writable(line) && mayCallRoll ? (
                  <Link
                    to={`/diem-danh/${slot.classId}?ngay=${slot.day}&buoi=${slot.half === 'morning' ? 1 : 2}&tiet=${slot.period}&truc-tuyen=1`}
                    aria-label={t('line.rollOf', {
                      what: title,
                      period: slot.period,
                      day: formatDate(slot.day),
                    })}
                  >
                    {t('line.roll')}
                  </Link>
                ) : null}
                {planned?.isGroup && writable(line) ? (
                  <Button
                    size="compact-sm"
                    variant={entry ? 'default' : 'filled'}
                    component={Link}
                    to={`/so-dau-bai/nhom/${slot.classId}?ngay=${slot.day}&buoi=${slot.half}&tiet=${slot.period}`}
                    aria-label={t(entry ? 'line.changeOf' : 'line.writeOf', {
                      what: title,
                      period: slot.period,
                      day: formatDate(slot.day),
                    })}
                  >
                    {t(entry ? 'line.change' : 'line.write')}
                  </Button>
                ) : writable(line) ? (
                  <Button
                    size="compact-sm"
                    variant={entry ? 'default' : 'filled'}
                    aria-label={t(entry ? 'line.changeOf' : 'line.writeOf', {
                      what: title,
                      period: slot.period,
                      day: formatDate(slot.day),
                    })}
                    onClick={() => onWrite(line)}
                  >
                    {t(entry ? 'line.change' : 'line.write')}
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
