import { daysLeft } from './assignment.ts';

/** When people are told about a deadline: each step once, however often and whenever the daily run comes. */

export interface ReminderTimes {
  /** Days before the deadline, 0 being the day itself. */
  readonly daysBefore: readonly number[];
  /** Overdue work is brought up again after each so many days. */
  readonly repeatDays: number;
}

export interface ReminderStep {
  /** Names the step of this deadline, for example 'before7' or 'overdue2'. */
  readonly key: string;
  /** First day of the step ('YYYY-MM-DD'): whoever was told on or after it knows. */
  readonly since: string;
  readonly overdue: boolean;
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The step that a deadline is at on `today`, or null before the first. A run that was missed is made up for by the
 * next, which still finds the step; a step that has passed unseen is not told any more, the later one is.
 */
export function reminderStep(dueOn: string, today: string, times: ReminderTimes): ReminderStep | null {
  const left = daysLeft(dueOn, today);
  if (left < 0) {
    const round = Math.floor((-left - 1) / times.repeatDays) + 1;
    return {
      key: `overdue${round}`,
      since: shift(dueOn, 1 + (round - 1) * times.repeatDays),
      overdue: true,
    };
  }
  const reached = times.daysBefore.filter((days) => left <= days);
  if (reached.length === 0) return null;
  const days = Math.min(...reached);
  return { key: `before${days}`, since: shift(dueOn, -days), overdue: false };
}

/** Words that begin a reminder. */
export function reminderTitle(dueOn: string, today: string): string {
  const left = daysLeft(dueOn, today);
  if (left < 0) return `Quá hạn ${-left} ngày`;
  return left === 0 ? 'Hôm nay là hạn cuối' : `Còn ${left} ngày`;
}

/** Roles that answer for a unit when something below it is late. */
export const headRoles: Readonly<Record<string, readonly string[]>> = {
  department: ['departmentLeader'],
  division: ['divisionHead'],
  commune: ['communeLeader', 'communeOfficer'],
  cluster: ['specialist'],
  school: ['principal', 'vicePrincipal'],
  subjectTeam: ['teamLead'],
};

export interface DigestLine {
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

const digestLimit = 40;

/** One mail about everything a person was told in a run. `publicUrl` has no final slash. */
export function digestMail(
  name: string,
  lines: readonly DigestLine[],
  publicUrl: string,
): { subject: string; text: string } {
  const shown = lines.slice(0, digestLimit).map((line) => {
    const body = line.body === '' ? '' : `\n  ${line.body}`;
    return `- ${line.title}${body}\n  ${publicUrl}${line.link}`;
  });
  const more = lines.length - shown.length;
  return {
    subject: lines.length === 1 ? `[Hoa Ban] ${lines[0]?.title}` : `[Hoa Ban] ${lines.length} việc cần chú ý`,
    text: [
      `Kính gửi ${name},`,
      ...shown,
      ...(more > 0 ? [`và ${more} việc khác.`] : []),
      `Xem tất cả: ${publicUrl}/viec-cua-toi`,
      'Thư tự động. Có thể tắt thư nhắc việc trong trang Tài khoản.',
    ].join('\n\n'),
  };
}
