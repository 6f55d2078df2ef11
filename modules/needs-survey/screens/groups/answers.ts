import type { operations } from '#api';

type Answer<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Proposal = Answer<'needsSurvey.proposeGroups'>;
export type ProposedGroup = Proposal['groups'][number];
export type BlockProposed = Answer<'needsSurvey.proposeElectiveBlock'>;
export type GroupLine = Answer<'needsSurvey.listGroups'>['items'][number];
export type GroupWhole = Answer<'needsSurvey.getGroup'>;
export type Member = GroupWhole['members'][number];
export type Candidate = Answer<'needsSurvey.listCandidates'>['items'][number];
