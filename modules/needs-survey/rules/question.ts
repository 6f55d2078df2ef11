/** How a question is answered. */
export const questionTypes = ['single', 'multi', 'ranked', 'scale', 'number', 'text'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** What a question is about, for the summary and for the groups. */
export const meanings = [
  'reinforce',
  'gifted',
  'revision',
  'club',
  'language',
  'stem',
  'sport',
  'lunch',
  'boarding',
  'transport',
  'elective',
  'topic',
] as const;
export type Meaning = (typeof meanings)[number];

/** Meanings whose options are subjects: their values are codes of the programme. */
export const subjectMeanings: readonly Meaning[] = ['reinforce', 'gifted', 'revision'];

/**
 * What pupils of several classes of upper secondary choose between (CUR-01, CUR-02): the meaning of a question, answered by ranked wishes,
 * and the kind of the groups that stand beside each other in a block.
 */
export const blockKinds = ['elective', 'topic'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** The kind of block that a question asks about. */
export function blockKindOf({ meaning }: Pick<Question, 'meaning'>): BlockKind | undefined {
  return blockKinds.find((kind) => kind === meaning);
}

/** A ranked answer holds a first wish, and a second one for when the first is full. */
export const mostWishes = 2;

/** The longest text a person may write, in characters. */
export const longestText = 500;

/** The value of an option that asks for nothing. */
export const noneValue = 'none';

/** One question of a form. `grades` narrows it to pupils of these grades; absent: everybody. */
export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  readonly title: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  readonly meaning?: Meaning | undefined;
  readonly grades?: readonly number[] | undefined;
  /** Of single, multi and ranked. */
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** Of scale and number. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export type Answer = string | number | readonly string[];
/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>;

/** The questions a pupil of a grade is asked. */
export function questionsFor(questions: readonly Question[], grade: number): Question[] {
  return questions.filter(({ grades }) => !grades || grades.includes(grade));
}
