/** Door to the rules of people that other modules use. */
export { type IdentityNumberFault, identityNumberFaults } from './identity-number.ts';
export { sexWords, statusWords } from './pupil-words.ts';
export { type RoomKind, roomKindWords } from './room.ts';
export { gradesTaught } from './school-class.ts';
export { employmentWords, postWords, qualificationWords } from './staff.ts';
export { shortNames, withoutMark } from './staff-names.ts';
