import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { type Acting, schoolOf } from '../actions/acting.ts';
import {
  changeStaff,
  changeStaffPrivate,
  createStaff,
  leaveStaff,
  numberWarnings,
} from '../actions/keep-staff.ts';
import { deletePosting, postTeacher } from '../actions/post-teacher.ts';
import { createStaffAccount, linkAccount } from '../actions/staff-account.ts';
import * as contract from '../contract/staff.ts';
import { listPostings, type Posting } from '../data/postings.ts';
import { noteRead } from '../data/pupil-private.ts';
import {
  countStaff,
  listHomerooms,
  listStaff,
  listStaffSubjects,
  type StaffFilter,
  type StaffLine,
  type StaffRecord,
  selectStaffOptional,
  selectStaffPrivateOptional,
} from '../data/staff.ts';
import { type ShownName, shownStaffNames } from '../data/staff-names.ts';
import { staffSheet } from '../documents/staff-sheet.ts';
import { peopleErrors } from '../errors.ts';
import { readNameCursor, writeNameCursor } from '../rules/name-cursor.ts';
import { staffWarnings } from '../rules/staff.ts';
import { mayOf, workbookAnswer, yearOf } from './pupil-parts.ts';

type Query = { readonly unitId?: string | undefined; readonly schoolYearId?: string | undefined } & {
  readonly q?: string | undefined;
} & Pick<StaffFilter, 'state' | 'teamId' | 'subject' | 'post'>;

async function filterOf(tx: ReadTx, acting: Acting, query: Query) {
  const school = await schoolOf(tx, acting, query.unitId);
  const year = await yearOf(tx, query.schoolYearId);
  const { state, teamId, subject, post } = query;
  const filter: StaffFilter = {
    unitId: school.id,
    schoolYearId: year.id,
    today: localDate(acting.now),
    state,
    teamId,
    subject,
    post,
    text: query.q?.trim() || undefined,
  };
  return { school, filter };
}

function lineShape(
  row: StaffLine,
  { unitId, judges, shown: nameOf }: { unitId: string; judges: boolean; shown: ShownName },
) {
  const { givenName: _, familyName: __, teamId, teamName, unitName, accountId, joinedOn: ___, ...line } = row;
  const { teacherTrained, unitId: homeId, ...shown } = line;
  return {
    ...shown,
    shownName: nameOf({ unitId, id: row.id, name: row.fullName }),
    subjects: [...row.subjects],
    homeroomOf: [...row.homeroomOf],
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
    homeUnit: { id: homeId, name: unitName },
    hasAccount: accountId !== null,
    // Of a guest, the home school sees to it; of somebody gone, nobody need.
    warnings:
      judges && homeId === unitId && row.leftOn === null
        ? staffWarnings({ ...row, teamId, accountId, teacherTrained })
        : [],
  };
}

function memberShape(row: StaffRecord) {
  return {
    id: row.id,
    homeUnit: { id: row.unitId, name: row.unitName },
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
    code: row.code,
    fullName: row.fullName,
    sex: row.sex,
    post: row.post,
    employment: row.employment,
    qualification: row.qualification,
    teacherTrained: row.teacherTrained,
    phone: row.phone,
    email: row.email,
    joinedOn: row.joinedOn,
    leftOn: row.leftOn,
    version: row.version,
  };
}

function postingShape({ hostId, hostName, schoolYearId, schoolYearName, ...posting }: Posting) {
  return {
    ...posting,
    host: { id: hostId, name: hostName },
    schoolYear: { id: schoolYearId, name: schoolYearName },
  };
}

/** Roles that see a colleague as a colleague: not the birth date, a child under 12 months, the username. */
const colleagues: readonly (string | null)[] = ['teacher', 'homeroomTeacher', 'teamLead'];

const mostStaff = 5000;

export const staffRoutes: AnyRoute[] = [
  bind(contract.listStaff, async ({ tx, actor, now, query }) => {
    const after = query.cursor === undefined ? null : readNameCursor(query.cursor);
    if (query.cursor !== undefined && !after) throw peopleErrors.badCursor();
    const { school, filter } = await filterOf(tx, { actor, now }, query);
    const [rows, total, shown] = await Promise.all([
      listStaff(tx, filter, { after, limit: query.limit + 1 }),
      countStaff(tx, filter),
      shownStaffNames(tx, [school.id]),
    ]);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      school: { id: school.id, name: school.name },
      items: page.map((row) =>
        lineShape(row, { unitId: school.id, judges: !colleagues.includes(actor.role), shown }),
      ),
      total,
      nextCursor: rows.length > query.limit && last ? writeNameCursor(last) : null,
      may: school.id === actor.unitId ? mayOf(actor.role, ['people.createStaff']) : [],
    };
  }),
  bind(contract.exportStaff, async ({ tx, actor, now, query }) => {
    const { school, filter } = await filterOf(tx, { actor, now }, query);
    const staff = await listStaff(tx, filter, { after: null, limit: mostStaff });
    return workbookAnswer(`Đội ngũ ${school.name}`, staffSheet(staff));
  }),
  bind(contract.getStaff, async ({ tx, actor, params }) => {
    const member = await selectStaffOptional(tx, params.staffId);
    if (!member) throw peopleErrors.staffNotFound();
    const [subjects, homerooms, postings] = await Promise.all([
      listStaffSubjects(tx, member.id),
      listHomerooms(tx, member.id),
      listPostings(tx, member.id),
    ]);
    const isSelf = member.accountId === actor.accountId;
    const isOurs = member.unitId === actor.unitId;
    const seesPersonal = isSelf || !colleagues.includes(actor.role);
    const { birthDate, onProbation, infantUntil, accountId, username } = member;
    return {
      member: memberShape(member),
      personal: seesPersonal ? { birthDate, onProbation, infantUntil } : null,
      account: accountId === null || !seesPersonal ? null : { id: accountId, username: username ?? '' },
      subjects,
      homerooms,
      postings: postings.map(postingShape),
      warnings: isOurs && member.leftOn === null ? staffWarnings({ ...member, subjects }) : [],
      may: [
        ...(seesPersonal ? mayOf(actor.role, ['people.getStaffPrivate']) : []),
        ...(isOurs
          ? mayOf(actor.role, [
              'people.updateStaff',
              'people.saveStaffPrivate',
              'people.setStaffLeft',
              'people.linkStaffAccount',
              ...(accountId === null && member.leftOn === null ? ['people.createStaffAccount'] : []),
            ])
          : []),
        ...mayOf(actor.role, ['people.createPosting', 'people.deletePosting']),
      ],
    };
  }),
  bind(contract.getStaffPrivate, async ({ tx, params }) => {
    const member = await selectStaffOptional(tx, params.staffId);
    const part = member && (await selectStaffPrivateOptional(tx, member.id));
    if (!member || !part) throw peopleErrors.staffNotFound();
    await noteRead(tx, {
      entity: 'people.staff_private',
      id: member.id,
      unitId: member.unitId,
      details: {},
    });
    return { ...part, warnings: numberWarnings(part.identityNumber, member) };
  }),
  bind(contract.saveStaffPrivate, ({ tx, actor, now, params, body }) =>
    changeStaffPrivate(tx, { actor, now }, params.staffId, body),
  ),
  bind(contract.createStaff, ({ tx, actor, now, body }) => createStaff(tx, { actor, now }, body)),
  bind(contract.updateStaff, ({ tx, actor, now, params, body }) =>
    changeStaff(tx, { actor, now }, params.staffId, body),
  ),
  bind(contract.setStaffLeft, ({ tx, actor, now, params, body }) =>
    leaveStaff(tx, { actor, now }, params.staffId, body),
  ),
  bind(contract.linkStaffAccount, ({ tx, actor, now, params, body }) =>
    linkAccount(tx, { actor, now }, params.staffId, body),
  ),
  bind(contract.createStaffAccount, ({ tx, actor, now, params, body }) =>
    createStaffAccount(tx, { actor, now }, params.staffId, body),
  ),
  bind(contract.createPosting, ({ tx, actor, now, params, body }) =>
    postTeacher(tx, { actor, now }, params.staffId, body),
  ),
  bind(contract.deletePosting, async ({ tx, params }) => {
    await deletePosting(tx, params.postingId);
    return undefined;
  }),
];
