import type { Me } from '#api';
import type { Tone } from '#platform/ui';
import type { AnswerOf } from '../answer-of.ts';

export type DocumentDetail = AnswerOf<'plan.getOfficialDocument'>;
export type OfficialDocument = DocumentDetail['document'];
export type OfficialItem = AnswerOf<'plan.listOfficialDocuments'>['items'][number];
export type Opinions = AnswerOf<'plan.listOpinions'>;
export type Opinion = Opinions['opinions'][number];
export type RecipientKind = OfficialDocument['recipientKinds'][number];

export const kinds = [
  'directive',
  'decision',
  'guidance',
  'plan',
  'programme',
  'notice',
  'report',
  'proposal',
  'invitation',
  'dispatch',
] as const;
export const states = ['draft', 'collecting', 'issued', 'superseded', 'revoked', 'cancelled'] as const;
export const boxes = ['all', 'own', 'received', 'forOpinion', 'unread'] as const;

export const stateTones: Readonly<Record<OfficialDocument['state'], Tone>> = {
  draft: 'none',
  collecting: 'due',
  issued: 'done',
  superseded: 'none',
  revoked: 'late',
  cancelled: 'none',
};

/** Whom a unit writes to by kind: those below it. */
export function recipientKindsOf(unitKind: string): readonly RecipientKind[] {
  if (unitKind === 'commune') return ['schools', 'lowerSecondarySchools'];
  if (unitKind === 'school') return ['subjectTeams'];
  return ['divisions', 'communes', 'clusters', 'schools', 'lowerSecondarySchools', 'upperSecondarySchools'];
}

/** Whether the unit of the role in use issues documents, given that the role may: a cluster has no seal. */
export function issues(me: Me): boolean {
  return me.role?.unit.kind !== 'cluster';
}

/** Whether the unit issues for the role in use: its own unit, for the people of a division their department. */
export function isOwn(me: Me, unit: { readonly id: string; readonly kind: string }): boolean {
  const mine = me.role?.unit;
  return mine?.id === unit.id || (mine?.kind === 'division' && unit.kind === 'department');
}
