import { actAs } from '#modules/identity-access';
import { assignmentGround, publishAssignments, saveAssignments } from '#modules/staffing';
import { localDate } from '#platform/clock';
import { openDatabase } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { proposeAssignment } from '#rules/staffing';
import type { Seed } from '#tests/harness/database.ts';
import { peopleOfSchoolSeed } from './people-of-school.ts';

/** Principals of the demo schools whose teaching is assigned. */
export const assigningPrincipals = ['hieutruong', 'hieutruong.thpt'] as const;

/** Assigns the teaching of the schools of these principals by the system's own proposal and publishes it, as they would. */
export async function assignTeaching(runtimeUrl: string, now: Date): Promise<void> {
  const database = openDatabase(runtimeUrl, { maxConnections: 1 });
  try {
    for (const username of assigningPrincipals) {
      await actAs(
        database,
        { username, operationId: 'staffing.publishAssignments', now },
        async (tx, actor) => {
          const { ground, year } = await assignmentGround(tx, {}, localDate(now));
          const { rows } = proposeAssignment({
            programme: programmeOfYear(year.name),
            classes: ground.classes,
            teachers: ground.teachers,
            kept: [],
            lastYear: [],
          });
          const cells = [...Map.groupBy(rows, (row) => `${row.classId} ${row.subjectCode}`).values()].map(
            (group) => ({
              classId: group[0]!.classId,
              subjectCode: group[0]!.subjectCode,
              seen: [],
              rows: group.map(({ strand, staffId, periods, exceptionReason }) => ({
                strand,
                staffId,
                periods,
                exceptionReason,
              })),
            }),
          );
          const { plan } = await saveAssignments(tx, actor, { cells }, now);
          await publishAssignments(tx, actor, { version: plan.version }, now);
        },
      );
    }
  } finally {
    await database.close();
  }
}

/** The two demo schools with their people and a published teaching assignment: what a timetable is made of. */
export const assignedTeachingSeed: Seed = {
  name: 'assigned_teaching',
  async load(urls) {
    await peopleOfSchoolSeed.load(urls);
    await assignTeaching(urls.runtimeUrl, new Date('2025-08-20T08:00:00+07:00'));
  },
};
