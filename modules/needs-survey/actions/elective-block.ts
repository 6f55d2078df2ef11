import { v7 as uuidv7 } from 'uuid';
import { listClassesWithChoices } from '#modules/curriculum';
import { publishedAssignments } from '#modules/staffing';
import { databaseRefusal, type WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { choicePeriods } from '#rules/curriculum';
import { insertDecidedMembers, insertGroups, listGroups, listSeated } from '../data/groups.ts';
import { needsSurveyErrors } from '../errors.ts';
import { groupLimits, groupName, teachersInBlock } from '../rules/group.ts';
import type { BlockKind } from '../rules/question.ts';
import { type Acting, currentYear, ownSchool } from './acting.ts';

export interface WantedBlock {
  readonly kind: BlockKind;
  readonly grade: number;
  readonly block: string;
  readonly periodsPerWeek: number;
  readonly subjectCodes: readonly string[];
  readonly classIds: readonly string[];
}

/**
 * Groups of electives or topic clusters that pupils of several classes choose between, taught at the same time (CUR-01, CUR-02; Thông tư
 * 13/2022/TT-BGDĐT). Everybody begins in the group of the subject that the own class takes; who chose another one is moved by decision.
 * Its teacher is who is assigned the subject in the class most of its pupils come from, nobody twice in a block.
 * A subject with more pupils than a group may hold gets several groups, one nobody takes yet an empty one.
 * @throws Refusal needsSurvey.schoolNeeded, noSchoolYear, badGroup (every fault at its field)
 */
export async function createElectiveBlock(
  tx: WriteTx,
  acting: Acting,
  wanted: WantedBlock,
): Promise<{ groups: number; pupils: number }> {
  const { actor, now } = acting;
  const { kind, grade, block, periodsPerWeek } = wanted;
  const school = await ownSchool(tx, acting);
  const year = await currentYear(tx);
  const at = { unitId: school.id, schoolYearId: year.id };
  const codes = [...new Set(wanted.subjectCodes)];
  const [all, standing] = await Promise.all([
    listClassesWithChoices(tx, [school.id], at.schoolYearId),
    listGroups(tx, at),
  ]);
  const programme = programmeOfYear(year.name);
  const nameOf = (code: string) => findSubject(programme, code)?.name ?? code;
  const form = { grade, specialisedSubject: null };
  const strange = codes.filter(
    (subjectCode) =>
      choicePeriods(programme, form, { kind, subjectCode, periods: null, reason: null }) === undefined,
  );
  const classes = all.filter(({ classId }) => wanted.classIds.includes(classId));
  const takenBy = new Map(
    classes.map((one) => [
      one.classId,
      codes.filter((code) =>
        one.choices.some((choice) => choice.kind === kind && choice.subjectCode === code),
      ),
    ]),
  );
  const problems: Problem[] = [
    ...(codes.length < 2 ? [{ path: 'subjectCodes', message: 'Hãy chọn ít nhất hai môn khác nhau.' }] : []),
    ...(strange.length > 0
      ? [
          {
            path: 'subjectCodes',
            message: `Khối ${grade} không có ${strange.map(nameOf).join(', ')} để chọn. Hãy bỏ môn này.`,
          },
        ]
      : []),
    ...(standing.some((group) => group.grade === grade && group.block === block)
      ? [{ path: 'block', message: `Khối ${grade} đã có “${block}”. Hãy đặt tên khác.` }]
      : []),
    ...(classes.length < new Set(wanted.classIds).size || classes.some((one) => one.grade !== grade)
      ? [{ path: 'classIds', message: `Có lớp không thuộc khối ${grade} của trường. Hãy chọn lại.` }]
      : []),
    ...classes.flatMap((one): Problem[] => {
      const own = takenBy.get(one.classId) ?? [];
      if (own.length === 1) return [];
      const names = own.map(nameOf).join(', ');
      return [
        {
          path: 'classIds',
          message:
            own.length === 0
              ? `Lớp ${one.name} không học môn nào trong các môn này. Hãy thêm môn của lớp hoặc bỏ lớp.`
              : `Lớp ${one.name} học cả ${names}: mỗi lượt mỗi em chỉ học một môn. Hãy bỏ bớt môn hoặc bỏ lớp.`,
        },
      ];
    }),
  ];
  if (problems.length > 0) throw needsSurveyErrors.badGroup(problems);

  const [seated, assignments = []] = await Promise.all([
    listSeated(
      tx,
      classes.map(({ classId }) => classId),
    ),
    publishedAssignments(tx, school.id, at.schoolYearId),
  ]);
  const nameOfClass = new Map(classes.map(({ classId, name }) => [classId, name]));
  const untaught = codes.flatMap((subjectCode) => {
    const own = seated.filter(({ classId }) => takenBy.get(classId)?.[0] === subjectCode);
    const many = Math.max(1, Math.ceil(own.length / groupLimits.pupils));
    const each = Math.ceil(own.length / many);
    const before = standing.filter(
      (group) => group.kind === kind && group.grade === grade && group.subjectCode === subjectCode,
    ).length;
    const plain = groupName(kind, subjectCode, grade, nameOf(subjectCode));
    return Array.from({ length: many }, (_, index) => {
      const members = own.slice(index * each, (index + 1) * each);
      const pupilsOfClass = Object.fromEntries(
        [...Map.groupBy(members, ({ classId }) => classId)].map(([id, those]) => [id, those.length]),
      );
      return {
        id: uuidv7(),
        ...{ kind, subjectCode, grade, block, periodsPerWeek, members, pupilsOfClass },
        ...{ teacherId: null, classIds: Object.keys(pupilsOfClass) },
        sizeLimit: groupLimits.pupils,
        name: before + many > 1 ? `${plain} – nhóm ${before + index + 1}` : plain,
      };
    });
  });
  const teachers = teachersInBlock(untaught, assignments);
  const groups = untaught.map((group) => ({ ...group, teacherId: teachers.get(group.id) ?? null }));
  const place = { unitId: school.id, departmentId: actor.departmentId };
  await insertGroups(tx, { ...place, schoolYearId: at.schoolYearId, surveyId: null }, groups);
  for (const { id, subjectCode, members } of groups)
    await insertDecidedMembers(
      tx,
      place,
      { groupId: id, by: actor.accountId, at: now },
      members.map(({ pupilId, classId }) => ({
        pupilId,
        reasonText: `Theo tổ hợp môn của lớp ${nameOfClass.get(classId)}`,
      })),
    ).catch((error: unknown) => {
      if (databaseRefusal(error)?.constraint !== 'group_member_subject') throw error;
      const message = `Có em của các lớp này đã học ${nameOf(subjectCode)} ở nhóm của lượt khác, mà mỗi em học một môn ở một nhóm. Hãy bỏ môn này, hoặc bỏ nhóm kia trước.`;
      throw needsSurveyErrors.badGroup([{ path: 'subjectCodes', message }]);
    });
  return { groups: groups.length, pupils: seated.length };
}
