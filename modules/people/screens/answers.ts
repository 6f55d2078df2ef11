import type { operations } from '#api';

/** What an operation answers with. */
export type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Content } } };
}
  ? Content
  : never;

/** What an operation is sent. */
export type Body<Operation extends keyof operations> = operations[Operation] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;

export type ClassList = Answer<'people.listClasses'>;
export type ClassLine = ClassList['items'][number];
export type RoomList = Answer<'people.listRooms'>;
export type RoomLine = RoomList['items'][number];
export type StaffLine = Answer<'people.listStaff'>['items'][number];
export type StaffDetail = Answer<'people.getStaff'>;
export type StaffPrivate = Answer<'people.getStaffPrivate'>;
