/** How a question is answered. */
export const questionTypes = ['single', 'multi', 'scale', 'number', 'text'] as const;
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
] as const;
export type Meaning = (typeof meanings)[number];

/** Meanings whose options are subjects: their values are codes of the programme. */
export const subjectMeanings: readonly Meaning[] = ['reinforce', 'gifted', 'revision'];

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
  /** Of single and multi. */
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
