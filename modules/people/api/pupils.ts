import { type Actor, bind } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { schoolOf } from '../actions/acting.ts';
import { changePupil, changePupilPrivate, createPupil } from '../actions/keep-pupil.ts';
import { recordMovement } from '../actions/record-movement.ts';
import * as contract from '../contract/pupils.ts';
import { listEnrolmentFigures } from '../data/enrolment-figures.ts';
import { listEnrolments, listMovementsOf } from '../data/enrolments.ts';
import { listCircumstances, noteRead, selectPrivateOptional } from '../data/pupil-private.ts';
import {
  countPupils,
  findPupils,
  listClassChoices,
  listGuardians,
  listPupils,
  type PupilFilter,
  type PupilLine,
  selectPupilOptional,
} from '../data/pupils.ts';
import { pupilSheet } from '../documents/pupil-sheets.ts';
import { peopleErrors } from '../errors.ts';
import { readNameCursor, writeNameCursor } from '../rules/name-cursor.ts';
import { possibleMoves } from '../rules/pupil.ts';
import { mayOf, workbookAnswer, yearOf } from './pupil-parts.ts';

const mostFound = 20;

/** Roles that see the pupils they teach, are or care for, whichever the school. */
const ownRoles: readonly string[] = ['teacher', 'homeroomTeacher', 'pupil', 'guardian'];

type Filter = {
  readonly unitId?: string | undefined;
  readonly schoolYearId?: string | undefined;
  readonly q?: string | undefined;
} & Pick<PupilFilter, 'grade' | 'classId' | 'status'>;

async function filterOf(
  tx: ReadTx,
  { actor, now, query }: { actor: Actor; now: Date; query: Filter },
): Promise<PupilFilter> {
  const schoolYear = await yearOf(tx, query.schoolYearId);
  const own = ownRoles.includes(actor.role ?? '');
  const unitId = own ? null : (await schoolOf(tx, { actor, now }, query.unitId)).id;
  const { grade, classId, status } = query;
  return { unitId, schoolYear, grade, classId, status, text: query.q?.trim() || undefined };
}

function withoutNameParts({ givenName: _given, familyName: _family, ...line }: PupilLine) {
  return line;
}

export const pupilRoutes: AnyRoute[] = [
  bind(contract.listPupils, async ({ tx, actor, now, query }) => {
    const after = query.cursor === undefined ? null : readNameCursor(query.cursor);
    if (query.cursor !== undefined && !after) throw peopleErrors.badCursor();
    const filter = await filterOf(tx, { actor, now, query });
    const [rows, total, classes] = await Promise.all([
      listPupils(tx, filter, { after, limit: query.limit + 1 }),
      countPupils(tx, filter),
      listClassChoices(tx, filter),
    ]);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(withoutNameParts),
      total,
      classes,
      nextCursor: rows.length > query.limit && last ? writeNameCursor(last) : null,
    };
  }),
  bind(contract.exportPupils, async ({ tx, actor, now, query }) => {
    const filter = await filterOf(tx, { actor, now, query });
    const pupils = await listPupils(tx, filter, { after: null, limit: 20_000 });
    const className = query.classId ? pupils[0]?.className : undefined;
    const title = `Học sinh ${className ? `lớp ${className} ` : ''}${filter.schoolYear.name}`;
    return workbookAnswer(title.replaceAll('/', '-'), pupilSheet(pupils));
  }),
  bind(contract.findPupils, async ({ tx, actor, query }) => {
    const items = await findPupils(tx, query.q, mostFound);
    await noteRead(tx, {
      entity: 'people.pupil',
      id: null,
      unitId: actor.unitId,
      details: { search: query.q, found: items.length },
    });
    return { items };
  }),
  bind(contract.getPupil, async ({ tx, actor, params }) => {
    const pupil = await selectPupilOptional(tx, params.pupilId);
    if (!pupil) throw peopleErrors.pupilNotFound();
    const [guardians, enrolments, movements] = await Promise.all([
      listGuardians(tx, pupil.id),
      listEnrolments(tx, pupil.id),
      listMovementsOf(tx, pupil.id),
    ]);
    const standing = { ...pupil, hasOpenTransfer: pupil.openTransferId !== null };
    const mayMove = mayOf(actor.role, ['people.recordMovement']).length > 0;
    const isSeated = pupil.status === 'learning' && pupil.classId !== null;
    return {
      pupil: withoutInternals(pupil),
      guardians,
      enrolments,
      movements,
      moves: mayMove ? possibleMoves(standing) : [],
      may: mayOf(actor.role, [
        'people.updatePupil',
        'people.getPupilPrivate',
        'people.savePupilPrivate',
        ...(isSeated && pupil.openTransferId === null ? ['people.askTransfer'] : []),
      ]),
    };
  }),
  bind(contract.getPupilPrivate, async ({ tx, actor, params }) => {
    const pupil = await selectPupilOptional(tx, params.pupilId);
    const part = pupil && (await selectPrivateOptional(tx, pupil.id));
    if (!pupil || !part) throw peopleErrors.pupilNotFound();
    // The policies leave circumstances out for the pupil: what is said about the household is the guardians' to tell.
    const seesCircumstances = actor.role !== 'pupil';
    const circumstances = await listCircumstances(tx, pupil.id);
    await noteRead(tx, {
      entity: 'people.pupil_private',
      id: pupil.id,
      unitId: pupil.unitId,
      details: { circumstances: circumstances.length },
    });
    return { ...part, circumstances, seesCircumstances };
  }),
  bind(contract.savePupilPrivate, ({ tx, params, body }) => changePupilPrivate(tx, params.pupilId, body)),
  bind(contract.createPupil, ({ tx, actor, now, body }) => createPupil(tx, { actor, now }, body)),
  bind(contract.updatePupil, ({ tx, actor, now, params, body }) =>
    changePupil(tx, { actor, now }, params.pupilId, body),
  ),
  bind(contract.recordMovement, ({ tx, actor, now, params, body }) =>
    recordMovement(tx, { actor, now }, params.pupilId, body),
  ),
  bind(contract.getEnrolmentFigures, async ({ tx, actor, query }) => {
    const year = await yearOf(tx, query.schoolYearId);
    const items = await listEnrolmentFigures(
      tx,
      { departmentId: actor.departmentId, schoolYearId: year.id },
      query.by,
    );
    return { items };
  }),
];

function withoutInternals<Row extends { departmentId: string; enrolmentId: string | null }>(row: Row) {
  const { departmentId: _department, enrolmentId: _enrolment, ...shown } = row;
  return shown;
}
