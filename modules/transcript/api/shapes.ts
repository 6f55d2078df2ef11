import { mayDo, type Role } from '#rules/identity-access';
import type { PageRow } from '../data/pages.ts';
import type { SigningRun } from '../data/runs.ts';
import type { PageContent, SubjectLine } from '../rules/index.ts';

/** Which of these operations the role may use. */
export function mayOf(role: Role | null, operations: readonly string[]): string[] {
  return operations.filter((operation) => mayDo(operation, role));
}

export function runShape({ id, kind, asked, made, refused, state, startedAt }: SigningRun) {
  return { id, kind, asked, made, refused: [...refused], state, startedAt };
}

export function versionShape({ id, schoolYear, number, state, reason, issuedAt }: PageRow) {
  return { id, schoolYear, number, state, reason, issuedAt };
}

export function lineShape(line: SubjectLine) {
  return { ...line, teachers: [...line.teachers] };
}

export function contentShape({ guardians, subjects, retestSubjects, awards, ...content }: PageContent) {
  return {
    ...content,
    guardians: [...guardians],
    subjects: subjects.map(lineShape),
    retestSubjects: [...retestSubjects],
    awards: [...awards],
  };
}
