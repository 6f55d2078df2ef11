import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import {
  type ClassRef,
  closeEnrolment,
  insertEnrolment,
  insertMovement,
  selectClassRefOptional,
  selectLastEnrolmentOptional,
} from '../data/enrolments.ts';
import { type PupilRecord, selectPupilOptional, setPupilStatus } from '../data/pupils.ts';
import { peopleErrors } from '../errors.ts';
import { needsOf, type PupilStatus, possibleMoves, type RecordedMove } from '../rules/pupil.ts';
import { movementWords, statusWords } from '../rules/pupil-words.ts';
import type { Acting } from './acting.ts';

export interface MoveInput {
  readonly kind: RecordedMove;
  /** Day on which it happens ('YYYY-MM-DD'). */
  readonly on: string;
  readonly classId: string | null;
  readonly reason: string | null;
}

const statusAfter: Readonly<Record<RecordedMove, PupilStatus>> = {
  enrolled: 'learning',
  classChanged: 'learning',
  returned: 'learning',
  droppedOut: 'away',
  leftProvince: 'left',
};

/**
 * Records where a pupil goes: closes the place the pupil has, opens the next, writes the movement.
 * @throws Refusal people.pupilNotFound; moveUnfit when it does not follow from where the pupil stands (a return without having
 *   dropped out); badMove with every fault; classNotFound for a class of another school
 */
export async function recordMovement(
  tx: WriteTx,
  acting: Acting,
  pupilId: string,
  move: MoveInput,
): Promise<{ status: PupilStatus; version: number }> {
  const pupil = await selectPupilOptional(tx, pupilId, 'lock');
  if (!pupil) throw peopleErrors.pupilNotFound();
  const standing = { ...pupil, hasOpenTransfer: pupil.openTransferId !== null };
  if (!possibleMoves(standing).includes(move.kind)) throw peopleErrors.moveUnfit(whyUnfit(pupil, move.kind));

  const needs = needsOf(move.kind);
  const into =
    needs.class && move.classId !== null
      ? await selectClassRefOptional(tx, pupil.unitId, move.classId)
      : undefined;
  if (needs.class && move.classId !== null && !into) throw peopleErrors.classNotFound();
  const last = await selectLastEnrolmentOptional(tx, pupilId);
  const problems = faultsOf(pupil, move, into, last?.endsOn ?? null, localDate(acting.now));
  if (problems.length > 0) throw peopleErrors.badMove(problems);

  if (pupil.enrolmentId !== null) {
    const as =
      move.kind === 'classChanged'
        ? 'classChanged'
        : move.kind === 'droppedOut'
          ? 'droppedOut'
          : 'transferred';
    await closeEnrolment(tx, pupil.enrolmentId, { on: move.on, as });
  }
  const common = { pupilId, unitId: pupil.unitId, departmentId: pupil.departmentId };
  const schoolYearId = into?.schoolYearId ?? pupil.classYearId;
  if (schoolYearId === null) throw peopleErrors.classNotFound();
  if (into) {
    await insertEnrolment(tx, {
      id: uuidv7(),
      ...common,
      schoolYearId,
      classId: into.id,
      startsOn: move.on,
    });
  }
  await insertMovement(tx, {
    id: uuidv7(),
    ...common,
    schoolYearId,
    kind: move.kind,
    happenedOn: move.on,
    fromClassId: pupil.classId ?? (move.kind === 'returned' ? (last?.classId ?? null) : null),
    toClassId: into?.id ?? null,
    reason: move.reason,
    recordedBy: acting.actor.accountId,
    recordedAt: acting.now,
  });
  const status = statusAfter[move.kind];
  await setPupilStatus(tx, pupilId, status);
  return { status, version: pupil.version + (status === pupil.status ? 0 : 1) };
}

function faultsOf(
  pupil: PupilRecord,
  move: MoveInput,
  into: ClassRef | undefined,
  lastEnd: string | null,
  today: string,
): Problem[] {
  const needs = needsOf(move.kind);
  const problems: Problem[] = [];
  if (needs.class && !into) problems.push({ path: 'classId', message: 'Hãy chọn lớp.' });
  if (needs.reason && !move.reason) problems.push({ path: 'reason', message: 'Hãy ghi lý do.' });
  if (move.on > today)
    problems.push({ path: 'on', message: 'Ngày ở tương lai. Hãy chọn hôm nay hoặc ngày đã qua.' });
  if (pupil.enrolledOn !== null && move.on < pupil.enrolledOn) {
    problems.push({ path: 'on', message: 'Ngày này trước ngày em vào lớp hiện tại.' });
  }
  if (pupil.enrolledOn === null && lastEnd !== null && move.on < lastEnd) {
    problems.push({ path: 'on', message: 'Ngày này trước ngày em rời lớp trước.' });
  }
  if (into && into.id === pupil.classId) problems.push({ path: 'classId', message: 'Em đang ở lớp này.' });
  if (
    into &&
    move.kind === 'classChanged' &&
    (into.schoolYearId !== pupil.classYearId || into.grade !== pupil.grade)
  ) {
    problems.push({ path: 'classId', message: 'Chỉ đổi sang lớp cùng khối, cùng năm học.' });
  }
  if (into && move.on > into.yearEndsOn) {
    problems.push({ path: 'on', message: 'Ngày này sau khi năm học của lớp đã kết thúc.' });
  }
  return problems;
}

function whyUnfit(pupil: PupilRecord, kind: RecordedMove): string {
  const name = `Em ${pupil.fullName}`;
  if (kind === 'returned') {
    return `${name} ${statusWords[pupil.status]}, chưa bỏ học nên không ghi "${movementWords.returned}".`;
  }
  if (pupil.openTransferId !== null && (kind === 'droppedOut' || kind === 'leftProvince')) {
    return `${name} đang có đề nghị chuyển trường. Hãy rút đề nghị trước.`;
  }
  if (pupil.status !== 'learning') return `${name} ${statusWords[pupil.status]}.`;
  return pupil.classId === null
    ? `${name} chưa ở lớp nào. Hãy xếp lớp trước.`
    : `${name} đang ở lớp ${pupil.className}. Hãy dùng "${movementWords.classChanged}".`;
}
