import { v7 as uuidv7 } from 'uuid';
import { listClassesWithChoices } from '#modules/curriculum';
import { publishedAssignments } from '#modules/staffing';
import { databaseRefusal, type ReadTx, type WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { choicePeriods } from '#rules/curriculum';
import {
  type AskedMember,
  insertAskedMembers,
  insertDecidedMembers,
  insertGroups,
  listGroups,
  listSeated,
} from '../data/groups.ts';
import { countRoomsFor } from '../data/rooms.ts';
import { listTeacherNames } from '../data/teachers.ts';
import { type AskedWish, listAskedWishes, listLearnt, listWishes } from '../data/wishes.ts';
import { needsSurveyErrors } from '../errors.ts';
import { groupLimits, groupName, teachersInBlock } from '../rules/group.ts';
import { type Placing, placeByWishes, type WhyNot } from '../rules/place-by-wishes.ts';
import { type BlockKind, blockKindOf } from '../rules/question.ts';
import { type Acting, currentYear, ownSchool } from './acting.ts';
import { fingerprintOf, ownSurvey } from './keep-groups.ts';

export interface WantedBlock {
  readonly kind: BlockKind;
  readonly grade: number;
  readonly block: string;
  readonly periodsPerWeek: number;
  readonly subjectCodes: readonly string[];
  readonly classIds: readonly string[];
  /** Absent: everybody in the subject of the own class. */
  readonly byWishes?: ByWishes | undefined;
}

interface ByWishes {
  readonly surveyId: string;
  readonly questionId: string;
  /** Most and fewest pupils of a group. */
  readonly largest: number;
  readonly least: number;
  /** For how many groups of each of `subjectCodes` there is room, in their order. Absent: as many as the pupils need whose class takes it. */
  readonly groups?: readonly number[] | undefined;
}

/** Questions about electives or topics that surveys of the own school ask a grade this year. Throws Refusal needsSurvey.schoolNeeded, noSchoolYear. */
export async function askedWishesOf(
  tx: ReadTx,
  acting: Acting,
  asked: { readonly kind: BlockKind; readonly grade: number },
): Promise<AskedWish[]> {
  const { id: unitId } = await ownSchool(tx, acting);
  return listAskedWishes(tx, { ...asked, unitId, schoolYearId: (await currentYear(tx)).id });
}

/**
 * What a block stands on: the school, its classes with the subject of the block that each takes, and the question whose answers it follows.
 * @throws Refusal needsSurvey.schoolNeeded, noSchoolYear, surveyNotFound, badGroup (every fault at its field)
 */
async function groundOf(tx: ReadTx, acting: Acting, wanted: WantedBlock) {
  const { kind, grade, block, byWishes } = wanted;
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
  const survey = byWishes && (await ownSurvey(tx, acting, byWishes.surveyId));
  const question = survey?.questions.find(({ id }) => id === byWishes?.questionId);
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
    ...(byWishes && (!question || blockKindOf(question) !== kind || survey?.schoolYearId !== year.id)
      ? [{ path: 'source', message: 'Đợt khảo sát này không hỏi điều đó. Hãy chọn lại.' }]
      : []),
    ...(byWishes?.groups && byWishes.groups.length !== codes.length
      ? [{ path: 'groups', message: 'Hãy cho biết số nhóm của từng môn đã chọn.' }]
      : []),
    ...(byWishes && byWishes.least * 2 > byWishes.largest + 1
      ? [
          {
            path: 'least',
            message: 'Số em ít nhất không quá nửa số em nhiều nhất, để nhóm đông chia đôi được.',
          },
        ]
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
  return { at, codes, nameOf, standing, classes, takenBy, title: survey?.title ?? '' };
}

/** What is said of a wish that was not granted, after the name of its subject. */
const said: Readonly<Record<WhyNot, string>> = {
  full: 'đã hết chỗ',
  notOpened: 'không đủ số em để mở nhóm',
  needed: 'chưa chuyển được vì nhóm của lớp phải đủ số em',
  notOffered: 'không có trong lượt này',
  elsewhere: 'em đã học ở nhóm của lượt khác',
};

function learntElsewhere(subject: string) {
  const message = `Có em của các lớp này đã học ${subject} ở nhóm của lượt khác, mà mỗi em học một môn ở một nhóm. Hãy bỏ môn này, hoặc bỏ nhóm kia trước.`;
  return needsSurveyErrors.badGroup([{ path: 'subjectCodes', message }]);
}

/**
 * Groups of electives or topic clusters that pupils of several classes choose between, as they would be made; nothing is kept. Everybody is in
 * the group of the subject that the own class takes, or of the own wish. A subject has room for as many groups as the pupils need whose class
 * takes it, at least one: so many the school teaches; or for as many as the head says. One that nobody takes has an empty group, unless pupils
 * were asked. Its teacher is who is assigned the subject in the class most of its pupils come from, else in another one; nobody twice in a block.
 * @throws Refusal needsSurvey.schoolNeeded, noSchoolYear, surveyNotFound, badGroup (every fault at its field)
 */
async function planBlock(tx: ReadTx, acting: Acting, wanted: WantedBlock) {
  const { kind, grade, block, periodsPerWeek, byWishes } = wanted;
  const { at, codes, nameOf, standing, classes, takenBy, title } = await groundOf(tx, acting, wanted);
  const classIds = classes.map(({ classId }) => classId);
  const [seated, answers, learnt, assignments = []] = await Promise.all([
    listSeated(tx, classIds),
    byWishes ? listWishes(tx, byWishes, classIds) : [],
    listLearnt(tx, { ...at, kind }, classIds),
    publishedAssignments(tx, at.unitId, at.schoolYearId),
  ]);
  const nameOfClass = new Map(classes.map(({ classId, name }) => [classId, name]));
  const answerOf = new Map(answers.map((one) => [one.pupilId, one]));
  const learntBy = Map.groupBy(learnt, ({ pupilId }) => pupilId);
  const pupils = seated.map((one) => ({
    ...one,
    className: nameOfClass.get(one.classId) ?? '',
    own: takenBy.get(one.classId)?.[0] ?? '',
    answer: answerOf.get(one.pupilId),
    wishes: answerOf.get(one.pupilId)?.wishes ?? [],
    lot: answerOf.get(one.pupilId)?.lot ?? '',
    elsewhere: (learntBy.get(one.pupilId) ?? []).map(({ subjectCode }) => subjectCode),
  }));
  const twice = pupils.find(({ own, elsewhere }) => elsewhere.includes(own));
  if (twice) throw learntElsewhere(nameOf(twice.own));

  const largest = byWishes?.largest ?? groupLimits.pupils;
  const groupsFor = (count: number) => Math.max(1, Math.ceil(count / largest));
  const ofClasses = (code: string) => pupils.filter(({ own }) => own === code).length;
  const subjects = codes.map((subjectCode, at) => {
    const needed = groupsFor(ofClasses(subjectCode));
    return { subjectCode, needed, groups: byWishes?.groups?.[at] ?? needed };
  });
  const offered = subjects.map(({ subjectCode, groups }) => ({ subjectCode, room: largest * groups }));
  const placings = byWishes ? placeByWishes(pupils, offered, byWishes.least) : new Map<string, Placing>();
  if (!placings) {
    const tight = subjects.filter(({ groups, needed }) => groups < needed);
    if (tight.length > 0)
      throw needsSurveyErrors.badGroup(
        tight.map(({ subjectCode, groups }) => ({
          path: 'groups',
          message: `${nameOf(subjectCode)}: ${groups} nhóm không đủ chỗ cho các em phải học môn của lớp. Hãy giữ thêm nhóm.`,
        })),
      );
    const few = codes.filter((code) => ofClasses(code) > 0 && ofClasses(code) < (byWishes?.least ?? 0));
    const message = `Lớp học ${few.map(nameOf).join(', ')} có ít em hơn số này mà có em phải học môn của lớp. Hãy giảm số em ít nhất.`;
    throw needsSurveyErrors.badGroup([{ path: 'least', message }]);
  }
  const inLine = answers.map(({ lot }) => lot).sort();
  const people = pupils.map((pupil) => {
    const { own, className, answer, wishes, lot } = pupil;
    const { subjectCode, wish, missed }: Placing = placings.get(pupil.pupilId) ?? {
      subjectCode: own,
      wish: null,
      missed: [],
    };
    const why = missed.map((one, place) => `${nameOf(wishes[place] ?? '')} ${said[one]}`);
    const basis =
      wish === null
        ? `Theo tổ hợp môn của lớp ${className}`
        : `Nguyện vọng ${wish} “${nameOf(subjectCode)}” trong “${title}”`;
    const notes = byWishes && !answer ? [`chưa trả lời “${title}”`] : why;
    return {
      ...pupil,
      ...{ subjectCode, wish, missed, why, place: answer ? inLine.indexOf(lot) + 1 : null },
      reasonText: [basis, ...notes].join('; ').slice(0, 300),
    };
  });

  const taught = assignments.map(({ classId }) => classId);
  const untaught = codes.flatMap((subjectCode) => {
    const own = people.filter((one) => one.subjectCode === subjectCode);
    if (byWishes && own.length === 0) return [];
    const many = groupsFor(own.length);
    const before = standing.filter(
      (group) => group.kind === kind && group.grade === grade && group.subjectCode === subjectCode,
    ).length;
    const plain = groupName(kind, subjectCode, grade, nameOf(subjectCode));
    return Array.from({ length: many }, (_, index) => {
      const members = own.slice(
        Math.round((index * own.length) / many),
        Math.round(((index + 1) * own.length) / many),
      );
      const pupilsOfClass = Object.fromEntries(
        [...Map.groupBy(members, ({ classId }) => classId)].map(([id, those]) => [id, those.length]),
      );
      return {
        id: uuidv7(),
        ...{ kind, subjectCode, grade, block, periodsPerWeek, members, pupilsOfClass },
        ...{ teacherId: null, classIds: [...new Set([...Object.keys(pupilsOfClass), ...taught])] },
        sizeLimit: largest,
        name: before + many > 1 ? `${plain} – nhóm ${before + index + 1}` : plain,
      };
    });
  });
  const teachers = teachersInBlock(untaught, assignments);
  const groups = untaught.map((group) => ({ ...group, teacherId: teachers.get(group.id) ?? null }));
  const grown = subjects.flatMap(({ subjectCode, needed }) => {
    const own = groups.filter((group) => group.subjectCode === subjectCode);
    return own.length > needed ? [{ subject: nameOf(subjectCode), own }] : [];
  });
  const rooms = grown.length > 0 ? await countRoomsFor(tx, at, classIds) : 0;
  const problems = [
    ...grown.flatMap(({ subject, own }) => {
      const led = own.filter(({ teacherId }) => teacherId !== null).length;
      if (led === own.length || assignments.length === 0) return [];
      return `${subject}: chỉ có ${led} giáo viên dạy được cùng giờ, không đủ cho ${own.length} nhóm. Hãy bớt nhóm, hoặc phân công thêm người dạy môn này.`;
    }),
    ...(rooms > 0 && groups.length > rooms
      ? [
          `${groups.length} nhóm học cùng giờ mà chỉ có ${rooms} phòng: phòng của các lớp này và phòng không của lớp nào. Hãy bớt nhóm.`,
        ]
      : []),
  ];
  if (problems.length > 0)
    throw needsSurveyErrors.badGroup(problems.map((message) => ({ path: 'groups', message })));
  const fingerprint = fingerprintOf(
    groups.map(({ name, teacherId, members }) => [
      ...[name, periodsPerWeek, largest, teacherId],
      ...members.map(({ pupilId, reasonText }) => [pupilId, reasonText]),
    ]),
  );
  return { at, subjects, nameOf, groups, people, fingerprint };
}

/**
 * The groups of a block by wishes, with everybody's wishes, place in line and what became of them; nothing is kept.
 * @throws Refusal as `planBlock`
 */
export async function proposeElectiveBlock(
  tx: ReadTx,
  acting: Acting,
  wanted: WantedBlock & { readonly byWishes: ByWishes },
) {
  const { at, subjects, nameOf, groups, people, fingerprint } = await planBlock(tx, acting, wanted);
  const teachers = await listTeacherNames(
    tx,
    at.unitId,
    groups.flatMap(({ teacherId }) => teacherId ?? []),
  );
  const groupOf = new Map(groups.flatMap(({ name, members }) => members.map((one) => [one.pupilId, name])));
  return {
    fingerprint,
    groups: groups.map(({ name, teacherId, members }) => ({
      name,
      teacherName: teachers.find(({ id }) => id === teacherId)?.name ?? null,
      pupils: members.length,
      first: members.filter(({ wish }) => wish === 1).length,
      second: members.filter(({ wish }) => wish === 2).length,
      own: members.filter(({ wish }) => wish === null).length,
    })),
    subjects: subjects.map(({ subjectCode, groups: room }) => ({
      subjectName: nameOf(subjectCode),
      room,
      made: groups.filter((group) => group.subjectCode === subjectCode).length,
      pupils: people.filter((one) => one.subjectCode === subjectCode).length,
      wishes: people.filter(({ wishes }) => wishes[0] === subjectCode).length,
      waiting: people.filter(({ wishes, missed }) =>
        missed.some((why, place) => why === 'full' && wishes[place] === subjectCode),
      ).length,
    })),
    pupils: people.map(({ pupilId, name, className, wishes, place, wish, why }) => ({
      ...{ pupilId, name, className, wish },
      wishes: wishes.map(nameOf),
      lot: place,
      group: groupOf.get(pupilId) ?? '',
      missed: why,
    })),
  };
}

/**
 * Makes the groups of a block, all or none (CUR-01, CUR-02; Thông tư 13/2022/TT-BGDĐT); by wishes exactly as they were seen. Who is in a group by a
 * wish rests on the own answer, the others on the decision of whom makes them.
 * @throws Refusal as `planBlock`; needsSurvey.blockChanged when answers, pupils or teachers have changed since
 */
export async function createElectiveBlock(
  tx: WriteTx,
  acting: Acting,
  wanted: WantedBlock & { readonly byWishes?: (ByWishes & { readonly fingerprint: string }) | undefined },
): Promise<{ groups: number; pupils: number }> {
  const { actor, now } = acting;
  const { byWishes } = wanted;
  const { at, nameOf, groups, people, fingerprint } = await planBlock(tx, acting, wanted);
  if (byWishes && byWishes.fingerprint !== fingerprint) throw needsSurveyErrors.blockChanged();
  const place = { unitId: at.unitId, departmentId: actor.departmentId };
  await insertGroups(
    tx,
    { ...place, schoolYearId: at.schoolYearId, surveyId: byWishes?.surveyId ?? null },
    groups,
  );
  for (const { id: groupId, subjectCode, members } of groups) {
    const asked = members.flatMap(({ pupilId, wish, answer, reasonText }): AskedMember[] =>
      wish !== null && answer && byWishes
        ? [
            {
              ...{ groupId, pupilId, reason: 'wish', reasonText, responseId: answer.responseId },
              ...{ questionId: byWishes.questionId, chosen: subjectCode },
            },
          ]
        : [],
    );
    const decided = members.filter(({ wish }) => wish === null);
    const one = { groupId, by: actor.accountId, at: now };
    await insertAskedMembers(tx, place, asked)
      .then(() => insertDecidedMembers(tx, place, one, decided))
      .catch((error: unknown) => {
        if (databaseRefusal(error)?.constraint !== 'group_member_subject') throw error;
        throw learntElsewhere(nameOf(subjectCode));
      });
  }
  return { groups: groups.length, pupils: people.length };
}
