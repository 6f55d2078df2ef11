import { expect, vi } from 'vitest';
import { runDueJobsNow } from '#platform/jobs';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { assignedTeachingSeed } from '#tests/sample-province/assigned-teaching.ts';
import type { MovableClock } from '../identity-access/testing.ts';
import { timetableTasks } from './index.ts';

/** What the tests read of the week of a teacher. */
export interface ShownWeek {
  readonly myStaffId: string;
  readonly lessons: readonly {
    readonly id: string;
    readonly staffIds: readonly string[];
    readonly classIds: readonly string[];
    readonly kind: string;
    readonly roomId: string | null;
    readonly duration: number;
    readonly at: { readonly weekday: number; readonly half: string; readonly period: number };
  }[];
}

/** A lesson that goes elsewhere, as the API proposes it. */
export interface Move {
  readonly lessonId: string;
  readonly title: string;
  readonly from: { day: string; half: string; period: number; roomId: string | null };
  readonly to: { day: string; half: string; period: number; roomId: string | null };
}

/** Moves as they are sent back. */
export const bare = (moves: readonly Move[]) => moves.map(({ title: _, ...move }) => move);

/** A lower-secondary school whose timetable was searched for and published for weeks 1 to 18, and the week of one of its teachers. */
export async function publishedSchool(
  clock: MovableClock,
): Promise<{ hoaBan: Served; principal: Person; teacher: Person; week: ShownWeek }> {
  const hoaBan = await serve(assignedTeachingSeed, clock);
  const principal = await hoaBan.as('hieutruong', 'principal');
  const teacher = await hoaBan.as('giaovien', 'teacher');
  const asked = await principal.post('/api/timetable/solves', { semester: 1, seconds: 300 });
  const tasks = timetableTasks({ database: hoaBan.db.database, clock, log: () => {} });
  const working = runDueJobsNow({
    ownerUrl: hoaBan.db.ownerUrl,
    tasks: { ...tasks, 'plan.mailDigest': async () => {} },
  });
  const url = `/api/timetable/solves/${asked.body.id}`;
  await vi.waitFor(async () => expect((await principal.get(url)).body.progress.at(-1)?.unplaced).toBe(0), {
    timeout: 60_000,
    interval: 300,
  });
  await principal.post(`${url}/stop`, {});
  await working;
  const { items } = (await principal.get('/api/timetable/timetables')).body;
  await principal.post(`/api/timetable/timetables/${items[0].id}/publish`, {
    ...{ version: items[0].version, fromWeek: 1, toWeek: 18 },
  });
  return { hoaBan, principal, teacher, week: (await teacher.get('/api/timetable/week')).body };
}
