import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type ClassResults, yearsOfClasses } from '#modules/gradebook';
import { settingsOf } from '#modules/organisation';
import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { ethnicGroupName } from '#reference/ethnic-groups';
import {
  type ClassGround,
  listClassGrounds,
  listIdentities,
  listTeachersOf,
  noteRead,
  type PupilIdentity,
  type TeacherOfSubject,
} from '../data/ground.ts';
import {
  deletePages,
  insertPages,
  type LatestPage,
  listLatestPages,
  type NewPage,
  type NewStep,
} from '../data/pages.ts';
import { transcriptErrors } from '../errors.ts';
import {
  codeOf,
  comparableText,
  completionLatestAge,
  contentText,
  type Draft,
  drawUp,
  type PageContent,
} from '../rules/index.ts';
import type { Acting } from './place.ts';

export interface DrawUpWish {
  readonly classIds: readonly string[];
  /** Only these pupils; absent: everybody. */
  readonly pupilIds?: readonly string[] | undefined;
  /** Why an issued page gets a new version; absent: issued pages that would say something else are refused. */
  readonly reason?: string | undefined;
  readonly summerIsOver: boolean;
}

export interface DrawnUp {
  readonly asked: number;
  readonly made: number;
  /** Said the same already, drawn up or issued. */
  readonly unchanged: number;
  readonly refused: readonly {
    readonly pupilId: string;
    readonly name: string;
    readonly why: readonly string[];
  }[];
}

/**
 * Draws up the pages of classes from the results as they are: each with its steps, in their order (ASM-42). A page that waits for signatures
 * and would say something else is drawn up anew and all confirm again; an issued one only with a reason, as a new version that names the one
 * before it. Asked = made + unchanged + refused.
 * @throws Refusal transcript.classNotFound, marksNotLocked
 */
export async function drawUpPages(tx: WriteTx, { actor, now }: Acting, wish: DrawUpWish): Promise<DrawnUp> {
  const [grounds, results, teachers, identities, { latestAge }] = await Promise.all([
    listClassGrounds(tx, wish.classIds),
    yearsOfClasses(tx, wish.classIds),
    listTeachersOf(tx, wish.classIds),
    listIdentities(tx, wish.classIds),
    settingsOf(tx, { latestAge: completionLatestAge }),
  ]);
  if (grounds.length < wish.classIds.length) throw transcriptErrors.classNotFound();
  if (grounds.some(({ locked }) => locked < 2)) throw transcriptErrors.marksNotLocked();
  const wanted = wish.pupilIds && new Set(wish.pupilIds);
  const known = new Map(identities.map((one) => [one.pupilId, one]));
  const outcome = { asked: 0, made: 0, unchanged: 0, refused: [] as DrawnUp['refused'][number][] };
  for (const ground of grounds) {
    const year = results.find(({ schoolClass }) => schoolClass.id === ground.id);
    if (!year) continue;
    const pupils = year.pupils.filter(({ pupilId }) => !wanted || wanted.has(pupilId));
    const latest = new Map(
      (
        await listLatestPages(
          tx,
          ground.schoolYearId,
          pupils.map(({ pupilId }) => pupilId),
        )
      ).map((page) => [page.pupilId, page]),
    );
    const ofClass = teachers.filter(({ classId }) => classId === ground.id);
    const pages: NewPage[] = [];
    const steps: NewStep[] = [];
    const replaced: string[] = [];
    for (const pupil of pupils) {
      outcome.asked += 1;
      const { pupilId, name } = pupil;
      const identity = known.get(pupilId);
      const taught = teachersOfPupil(ofClass, pupilId);
      const drawn = identity && draftOf(ground, pupil, identity, taught, { ...wish, latestAge });
      if (!drawn || 'missing' in drawn) {
        outcome.refused.push({ pupilId, name, why: drawn?.missing ?? ['Không có hồ sơ học sinh.'] });
        continue;
      }
      const before = latest.get(pupilId);
      const signers = signersOf(ground, drawn.draft, taught);
      const fate = fateOf(before, drawn.draft, signers, wish.reason);
      if (fate === 'unchanged') outcome.unchanged += 1;
      else if (fate === 'needsReason') {
        outcome.refused.push({
          pupilId,
          name,
          why: ['Trang đã phát hành mà dữ liệu nay đã khác: hãy lập bản mới kèm lí do.'],
        });
      } else {
        if (fate.replaces) replaced.push(fate.replaces);
        const page = newPage(ground, pupilId, drawn.draft, fate);
        pages.push(page);
        steps.push(...signers.map((signer) => newStep(page, drawn.draft, signer)));
        outcome.made += 1;
      }
    }
    await deletePages(tx, replaced);
    await insertPages(tx, ground, pages, steps, { accountId: actor.accountId, now });
    const asked = [...new Set(steps.flatMap(({ accountId }) => accountId ?? []))];
    await tellPersons(tx, actor.departmentId, asked, {
      kind: 'transcript.confirm',
      title: `Học bạ lớp ${ground.name}: ${pages.length} trang chờ xác nhận`,
      body: 'Giáo viên bộ môn xác nhận trước, rồi đến giáo viên chủ nhiệm.',
      link: '/hoc-ba',
      now,
      onceKey: `transcript.confirm:${ground.id}:${localDate(now)}`,
    });
    await noteRead(tx, {
      entity: 'people.pupil_private',
      id: null,
      unitId: ground.unitId,
      details: { transcriptPages: pages.length, class: ground.name },
    });
  }
  return outcome;
}

function draftOf(
  ground: ClassGround,
  pupil: ClassResults['pupils'][number],
  identity: PupilIdentity,
  teachers: readonly TeacherOfSubject[],
  options: { readonly summerIsOver: boolean; readonly latestAge: number },
) {
  const byCode = Map.groupBy(teachers, ({ subjectCode }) => subjectCode);
  return drawUp(
    {
      department: ground.department,
      school: { code: ground.schoolCode, name: ground.schoolName },
      schoolYear: ground.schoolYear,
      endsOn: ground.endsOn,
      grade: ground.grade,
      className: ground.name,
      homeroomTeacher: ground.homeroomName,
      teachers: new Map([...byCode].map(([code, list]) => [code, list.map(({ name }) => name)])),
    },
    pupil.subjects,
    pupil.results,
    {
      pupil: {
        name: pupil.name,
        sex: identity.sex,
        birthDate: identity.birthDate,
        birthPlace: identity.birthPlace,
        ethnicGroup: identity.ethnicGroup ? (ethnicGroupName(identity.ethnicGroup) ?? null) : null,
        sectorCode: identity.sectorCode,
        identityNumber: identity.identityNumber,
        address: identity.address,
      },
      guardians: identity.guardians,
      comment: pupil.comment2 ?? pupil.comment1,
      awards: identity.awards,
      subjectComments: new Map(Object.entries(identity.subjectComments)),
      notAssessed: new Set(pupil.notAssessed),
      retests: new Map(Object.entries(pupil.retests)),
      conduct1: pupil.conduct1,
      conduct2: pupil.conduct2,
      conductAfterSummer: pupil.conductAfterSummer,
      absentSessions: pupil.absentSessions,
    },
    options,
  );
}

/** Of a subject that the pupil learns in an elective group its teacher, who assesses the pupil; else whoever is assigned it in the class. */
function teachersOfPupil(teachers: readonly TeacherOfSubject[], pupilId: string): TeacherOfSubject[] {
  const inGroups = teachers.filter(({ pupilIds }) => pupilIds?.includes(pupilId));
  const codes = new Set(inGroups.map(({ subjectCode }) => subjectCode));
  return teachers.filter((one) =>
    one.pupilIds === null ? !codes.has(one.subjectCode) : inGroups.includes(one),
  );
}

type Signer = Pick<NewStep, 'kind' | 'subjectCode' | 'staffId' | 'accountId'>;

/** Who signs, in order: the teachers of each assessed subject, the homeroom teacher, the principal, the school. */
function signersOf(ground: ClassGround, draft: Draft, teachers: readonly TeacherOfSubject[]): Signer[] {
  const assessed = new Set(draft.subjects.filter(({ exempt }) => !exempt).map(({ code }) => code));
  return [
    ...teachers
      .filter(({ subjectCode }) => assessed.has(subjectCode))
      .map(({ subjectCode, staffId, accountId }) => ({
        kind: 'subject' as const,
        subjectCode,
        staffId,
        accountId,
      })),
    {
      kind: 'homeroom',
      subjectCode: null,
      staffId: ground.homeroomStaffId,
      accountId: ground.homeroomAccountId,
    },
    { kind: 'principal', subjectCode: null, staffId: null, accountId: null },
    { kind: 'seal', subjectCode: null, staffId: null, accountId: null },
  ];
}

/** As `LatestPage.signers` has them: 'kind subject staff account', whatever the order. */
function sameSigners(before: readonly string[], now: readonly Signer[]): boolean {
  const words = now.map(({ kind, subjectCode, staffId, accountId }) =>
    [kind, subjectCode, staffId, accountId].filter((part) => part !== null).join(' '),
  );
  return [...before].sort().join('\n') === words.sort().join('\n');
}

/** What a new page follows. */
interface Fate {
  /** The version not yet issued that it takes the place of. */
  readonly replaces: string | null;
  readonly number: number;
  readonly previous: {
    readonly id: string;
    readonly number: number;
    readonly digest: string;
    readonly reason: string;
  } | null;
}

function fateOf(
  before: LatestPage | undefined,
  draft: Draft,
  signers: readonly Signer[],
  reason: string | undefined,
): Fate | 'unchanged' | 'needsReason' {
  if (!before) return { replaces: null, number: 1, previous: null };
  const content = JSON.parse(before.content) as PageContent;
  const same = comparableText(content) === comparableText({ ...content, ...draft });
  if (before.state === 'collecting') {
    if (same && !before.returned && sameSigners(before.signers, signers)) return 'unchanged';
    const { previous } = content;
    return {
      replaces: before.id,
      number: before.number,
      previous: previous && before.previousId ? { ...previous, id: before.previousId } : null,
    };
  }
  if (same && before.state === 'issued') return 'unchanged';
  if (reason === undefined) return 'needsReason';
  const { id, number, digest } = before;
  return { replaces: null, number: number + 1, previous: { id, number, digest, reason } };
}

function newPage(ground: ClassGround, pupilId: string, draft: Draft, { number, previous }: Fate): NewPage {
  const code = codeOf(randomBytes(20));
  const named = previous && { number: previous.number, digest: previous.digest, reason: previous.reason };
  const content = contentText({ ...draft, code, number, previous: named });
  return {
    id: uuidv7(),
    pupilId,
    classId: ground.id,
    level: draft.level,
    grade: draft.grade,
    pupilName: draft.pupil.name,
    number,
    previousId: previous?.id ?? null,
    previousDigest: previous?.digest ?? null,
    reason: previous?.reason ?? null,
    code,
    digest: createHash('sha256').update(content).digest('hex'),
    content,
  };
}

function newStep(page: NewPage, draft: Draft, signer: Signer): NewStep {
  const line = draft.subjects.find(({ code }) => code === signer.subjectCode);
  return {
    ...signer,
    id: uuidv7(),
    pageId: page.id,
    digest: page.digest,
    classId: page.classId,
    pupilName: page.pupilName,
    part: line ?? null,
  };
}
