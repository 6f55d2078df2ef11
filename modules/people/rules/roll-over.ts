/** Where every pupil goes when a school steps into the next school year. Nobody is lost and nobody goes twice. */

export const outcomes = ['promoted', 'repeated', 'graduated', 'left'] as const;
/** promoted: lên lớp; repeated: ở lại lớp; graduated: hoàn thành cấp học; left: chuyển đi nơi khác ngoài tỉnh. */
export type Outcome = (typeof outcomes)[number];

export type ClassKind = 'ordinary' | 'inclusive' | 'specialised' | 'boarding';

/** A class of the year that ends. */
export interface LeavingClass {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly kind: ClassKind;
}

/** A class that the next year already has. */
export type WaitingClass = LeavingClass;

/** A pupil who sits in a class when the year ends. */
export interface LeavingPupil {
  readonly id: string;
  readonly classId: string;
}

/** What a person decided for one pupil, instead of the proposal. */
export interface OutcomeChoice {
  readonly pupilId: string;
  readonly outcome: Outcome;
  /** Name of the class of the next year; null: as proposed. Only with promoted and repeated. */
  readonly toClassName: string | null;
  /** Needed with repeated and left. */
  readonly reason: string | null;
}

/** A class of the next year: one that is there (`id`), or one to be made after `modelId`, a class of the year that ends. */
export interface DestinationClass {
  readonly name: string;
  readonly grade: number;
  readonly kind: ClassKind;
  readonly id: string | null;
  readonly modelId: string | null;
  readonly size: number;
}

export interface PupilStep {
  readonly pupilId: string;
  readonly fromClassId: string;
  readonly outcome: Outcome;
  /** Set exactly when the pupil goes on at this school. */
  readonly toClassName: string | null;
  readonly reason: string | null;
  /** Whether a person decided it. */
  readonly chosen: boolean;
}

export type StepProblemKind = 'classFull' | 'nameTaken' | 'outcomeUnfit' | 'classUnfit' | 'reasonMissing';

export interface StepProblem {
  readonly kind: StepProblemKind;
  /** A blocking problem must be solved before the roll-over can be carried out. */
  readonly blocking: boolean;
  readonly pupilId: string | null;
  readonly className: string | null;
  readonly message: string;
}

export interface RollOverProposal {
  /** One step for each pupil, in the order given. */
  readonly steps: readonly PupilStep[];
  /** By grade and name. */
  readonly classes: readonly DestinationClass[];
  readonly counts: Readonly<Record<Outcome, number>> & { readonly total: number };
  readonly problems: readonly StepProblem[];
}

/** Grades that end a level: pupils graduate instead of going up. */
const finalGrades: readonly number[] = [9, 12];
/** Grades that begin a level: their classes of the next year begin empty. */
const entryGrades: readonly number[] = [6, 10];

/**
 * Most pupils of a class, a warning when passed, with the source.
 * STF-40: Điều lệ trường trung học (TT 32/2020/TT-BGDĐT Điều 16); STF-41: TT 04/2023/TT-BGDĐT Điều 7 and TT 05/2023/TT-BGDĐT Điều 8.
 */
export const mostPupils: Readonly<Record<ClassKind, { readonly value: number; readonly source: string }>> = {
  ordinary: { value: 45, source: 'TT 32/2020/TT-BGDĐT Điều 16' },
  inclusive: { value: 45, source: 'TT 32/2020/TT-BGDĐT Điều 16' },
  specialised: { value: 35, source: 'TT 05/2023/TT-BGDĐT Điều 8' },
  boarding: { value: 35, source: 'TT 04/2023/TT-BGDĐT Điều 7' },
};

/** Whether pupils of the grade finish their level at the end of the year. */
export function isFinalGrade(grade: number): boolean {
  return finalGrades.includes(grade);
}

/** The name of a class one grade up: '6A' → '7A', '9/2' → '10/2', '10 Toán' → '11 Toán'; a name without its grade in front stays. */
export function nextClassName(name: string, grade: number): string {
  const [, digits, rest = ''] = /^(\d+)(.*)$/su.exec(name) ?? [];
  return Number(digits) === grade ? `${grade + 1}${rest}` : name;
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'vi', { sensitivity: 'accent' }) === 0;
}

function byGradeAndName(
  one: { grade: number; name: string },
  other: { grade: number; name: string },
): number {
  return one.grade - other.grade || one.name.localeCompare(other.name, 'vi', { numeric: true });
}

interface OpenClass {
  name: string;
  grade: number;
  kind: ClassKind;
  id: string | null;
  modelId: string | null;
  size: number;
}

/** The classes of the next year: those that wait, those the old ones grow into, and empty ones for the entry grades. */
function nextClasses(
  classes: readonly LeavingClass[],
  waiting: readonly WaitingClass[],
): { open: OpenClass[]; problems: StepProblem[] } {
  const open: OpenClass[] = waiting.map(({ id, name, grade, kind }) => ({
    id,
    name,
    grade,
    kind,
    modelId: null,
    size: 0,
  }));
  const problems: StepProblem[] = [];
  const wanted = [
    ...classes
      .filter(({ grade }) => !isFinalGrade(grade))
      .map((from) => ({ from, name: nextClassName(from.name, from.grade), grade: from.grade + 1 })),
    ...classes
      .filter(({ grade }) => entryGrades.includes(grade))
      .map((from) => ({ from, name: from.name, grade: from.grade })),
  ];
  for (const { from, name, grade } of wanted) {
    const known = open.find((other) => sameName(other.name, name));
    if (!known) open.push({ id: null, name, grade, kind: from.kind, modelId: from.id, size: 0 });
    else if (known.grade !== grade) {
      problems.push({
        kind: 'nameTaken',
        blocking: true,
        pupilId: null,
        className: name,
        message: `Lớp ${from.name} (khối ${from.grade}) lên thành ${name}, nhưng năm học mới đã có lớp ${known.name} của khối ${known.grade}. Hãy đổi tên một trong hai lớp.`,
      });
    }
  }
  return { open: open.sort(byGradeAndName), problems };
}

/** What is wrong with a choice for a pupil of `grade`; empty when it can be carried out. */
export function choiceProblems(
  choice: Omit<OutcomeChoice, 'pupilId'>,
  grade: number,
  next: readonly { readonly name: string; readonly grade: number }[],
): { kind: StepProblemKind; message: string }[] {
  const problems: { kind: StepProblemKind; message: string }[] = [];
  const { outcome } = choice;
  if (outcome === 'promoted' && isFinalGrade(grade)) {
    problems.push({
      kind: 'outcomeUnfit',
      message: `Học sinh lớp ${grade} hoàn thành cấp học, không lên lớp tiếp ở trường này. Hãy chọn "Hoàn thành cấp học".`,
    });
  }
  if (outcome === 'graduated' && !isFinalGrade(grade)) {
    problems.push({
      kind: 'outcomeUnfit',
      message: `Chỉ học sinh lớp 9 và lớp 12 hoàn thành cấp học; em này đang học lớp ${grade}.`,
    });
  }
  if ((outcome === 'repeated' || outcome === 'left') && !choice.reason?.trim()) {
    problems.push({ kind: 'reasonMissing', message: 'Hãy ghi lý do.' });
  }
  if (choice.toClassName !== null) {
    const wanted = outcome === 'promoted' ? grade + 1 : outcome === 'repeated' ? grade : null;
    const { toClassName } = choice;
    const known = next.find(({ name }) => sameName(name, toClassName));
    if (wanted === null) {
      problems.push({ kind: 'classUnfit', message: 'Học sinh không học tiếp ở trường thì không chọn lớp.' });
    } else if (!known || known.grade !== wanted) {
      problems.push({
        kind: 'classUnfit',
        message: `Năm học mới không có lớp ${choice.toClassName} ở khối ${wanted}. Hãy chọn một lớp khối ${wanted}.`,
      });
    }
  }
  return problems;
}

/** The class of the next year for a pupil who stays in the grade: the one of the same name, else the first of the grade. */
function repeatInto(from: LeavingClass, open: OpenClass[]): OpenClass {
  const ofGrade = open.filter(({ grade }) => grade === from.grade);
  const found = ofGrade.find(({ name }) => sameName(name, from.name)) ?? ofGrade[0];
  if (found) return found;
  // Nobody comes up into this grade: those who stay keep a class of their own.
  const made: OpenClass = {
    id: null,
    name: from.name,
    grade: from.grade,
    kind: from.kind,
    modelId: from.id,
    size: 0,
  };
  open.push(made);
  return made;
}

/**
 * Proposes the next year for all pupils of one school: up one grade into the class of the same letter, grades 9 and 12
 * graduate, `choices` override. Classes full beyond the limit are warned of; what cannot be carried out blocks.
 * @throws RangeError when a pupil sits in a class that is not among `classes`
 */
export function proposeRollOver(school: {
  readonly classes: readonly LeavingClass[];
  readonly pupils: readonly LeavingPupil[];
  readonly waiting: readonly WaitingClass[];
  readonly choices: readonly OutcomeChoice[];
}): RollOverProposal {
  const { open, problems } = nextClasses(school.classes, school.waiting);
  const classOf = new Map(school.classes.map((one) => [one.id, one]));
  const choiceOf = new Map(school.choices.map((choice) => [choice.pupilId, choice]));
  const counts = { promoted: 0, repeated: 0, graduated: 0, left: 0, total: school.pupils.length };

  // Classes that only those who stay need are there before anybody is asked: the order of the pupils decides nothing.
  const staying = new Set(
    school.pupils
      .filter(({ id }) => choiceOf.get(id)?.outcome === 'repeated' && choiceOf.get(id)?.toClassName === null)
      .map(({ classId }) => classId),
  );
  for (const from of school.classes.toSorted(byGradeAndName))
    if (staying.has(from.id)) repeatInto(from, open);

  const steps = school.pupils.map((pupil): PupilStep => {
    const from = classOf.get(pupil.classId);
    if (!from) throw new RangeError(`pupil ${pupil.id} sits in a class that is not here`);
    const choice = choiceOf.get(pupil.id);
    const wrong = choice ? choiceProblems(choice, from.grade, open) : [];
    for (const problem of wrong) {
      problems.push({ ...problem, blocking: true, pupilId: pupil.id, className: from.name });
    }
    const usual: Outcome = isFinalGrade(from.grade) ? 'graduated' : 'promoted';
    const fits = choice !== undefined && wrong.every(({ kind }) => kind === 'reasonMissing');
    const outcome = fits ? choice.outcome : usual;
    const into = destination(from, outcome, fits ? choice.toClassName : null, open);
    if (into) into.size += 1;
    counts[outcome] += 1;
    return {
      pupilId: pupil.id,
      fromClassId: from.id,
      outcome,
      toClassName: into?.name ?? null,
      reason: fits ? choice.reason : null,
      chosen: choice !== undefined,
    };
  });

  for (const one of open) {
    const most = mostPupils[one.kind];
    if (one.size > most.value) {
      problems.push({
        kind: 'classFull',
        blocking: false,
        pupilId: null,
        className: one.name,
        message: `Lớp ${one.name} sẽ có ${one.size} học sinh, quá ${most.value} em (${most.source}).`,
      });
    }
  }
  return { steps, classes: open.sort(byGradeAndName), counts, problems };
}

function destination(
  from: LeavingClass,
  outcome: Outcome,
  toClassName: string | null,
  open: OpenClass[],
): OpenClass | null {
  if (outcome !== 'promoted' && outcome !== 'repeated') return null;
  if (toClassName !== null) return open.find(({ name }) => sameName(name, toClassName)) ?? null;
  if (outcome === 'repeated') return repeatInto(from, open);
  const name = nextClassName(from.name, from.grade);
  return open.find((one) => sameName(one.name, name)) ?? null;
}

function hash(text: string, seed: number): string {
  // FNV-1a, 32 bits: two of them tell proposals apart; nothing secret depends on it.
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** A short text that is the same exactly when every pupil goes to the same place: what was seen is what is carried out. */
export function fingerprintOf({ steps }: Pick<RollOverProposal, 'steps'>): string {
  const text = steps
    .map(({ pupilId, outcome, toClassName, reason }) => [pupilId, outcome, toClassName, reason].join('>'))
    .sort()
    .join('\n');
  return hash(text, 0x811c9dc5) + hash(text, 0x1b873593);
}
