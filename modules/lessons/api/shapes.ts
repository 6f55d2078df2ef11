import { programmeOfYear } from '#reference/curriculum-2018';
import { mayDo, type Role } from '#rules/identity-access';
import type { WeekRows } from '../actions/read-week.ts';
import type { PlanHead } from '../data/lesson-plans.ts';
import type { Material } from '../data/materials.ts';

export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Which of these operations the role may use. */
export function mayOf(role: Role | null, operations: readonly string[]): string[] {
  return operations.filter((operation) => mayDo(operation, role));
}

/** Names of subjects by code in a school year; a code nobody knows stays a code. */
export function subjectNames(schoolYear: string): (code: string) => string {
  const names = new Map(programmeOfYear(schoolYear).subjects.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

export function headShape(plan: PlanHead) {
  return {
    id: plan.id,
    title: plan.title,
    subjectCode: plan.subjectCode,
    subjectName: subjectNames(plan.schoolYear)(plan.subjectCode),
    grade: plan.grade,
    periods: plan.periods,
    week: plan.week,
    state: plan.state,
    shared: plan.shared,
    staffName: plan.staffName,
    topics: [...plan.topics],
    methods: [...plan.methods],
    materials: plan.materials,
    changedAt: plan.changedAt,
    proposedAt: plan.proposedAt,
    version: plan.version,
  };
}

export function materialShape({ id, kind, title, link, bytes }: Material) {
  return { id, kind, title, link, bytes };
}

export function weekShape(rows: WeekRows) {
  return {
    week: rows.week,
    today: rows.today,
    planned: rows.planned.map((slot) => ({
      ...slot,
      staffIds: [...slot.staffIds],
      substituteIds: [...slot.substituteIds],
    })),
    entries: rows.entries.map(({ week: _, ...entry }) => entry),
    programmes: Object.fromEntries(Object.entries(rows.programmes).map(([key, list]) => [key, [...list]])),
    reached: { ...rows.reached },
    absent: [...rows.absent],
    staff: [...rows.staff],
    subjects: [...rows.subjects],
    ratings: [...rows.ratings],
    lateDays: rows.lateDays,
  };
}
