import type { TFunction } from 'i18next';
import type { PlanWhole } from './answer-of.ts';
import type { RowColumn } from './rows-table.tsx';

type T = TFunction<'education-plan'>;
interface Known {
  readonly subjects: readonly { readonly code: string; readonly name: string }[];
  readonly classes?: PlanWhole['classes'];
  readonly grades?: readonly number[];
  readonly strands?: readonly { readonly code: string; readonly name: string }[];
}

const contents = [
  'tutoring',
  'gifted',
  'examReview',
  'research',
  'career',
  'experience',
  'stem',
  'reading',
  'lifeSkills',
  'finance',
  'traffic',
  'digital',
  'ai',
  'languages',
  'arts',
  'sports',
] as const;

/** Columns of every part of the plan: labels, kinds, choices. */
export function partColumns(
  t: T,
  { subjects, classes = [], grades = [6, 7, 8, 9, 10, 11, 12], strands = [] }: Known,
) {
  const label = (name: string) => t(`column.${name}`);
  const grade: RowColumn = {
    field: 'grade',
    label: label('grade'),
    kind: 'choice',
    options: grades.map((value) => ({ value, label: String(value) })),
  };
  const subject: RowColumn = {
    field: 'subjectCode',
    label: label('subject'),
    kind: 'choice',
    options: subjects.map(({ code, name }) => ({ value: code, label: name })),
  };
  const text = (field: string, more: Partial<RowColumn> = {}): RowColumn => ({
    field,
    label: label(field),
    kind: 'text',
    ...more,
  });
  const number = (field: string, start = 1): RowColumn => ({
    field,
    label: label(field),
    kind: 'number',
    start,
  });
  const choice = (
    field: string,
    values: readonly (string | number)[],
    more: Partial<RowColumn> = {},
  ): RowColumn => ({
    field,
    label: label(field),
    kind: 'choice',
    options: values.map((value) => ({ value, label: t(`${field}.${value}`) })),
    ...more,
  });
  return {
    sections: [text('title'), text('body', { kind: 'long' })],
    targets: [
      { ...grade, optional: true, start: null },
      text('label'),
      number('value', 0),
      text('unit', { start: '%' }),
    ],
    periods: [
      grade,
      {
        field: 'classId',
        label: label('class'),
        kind: 'choice',
        optional: true,
        start: null,
        options: classes.map(({ id, name }) => ({ value: id, label: name })),
      },
      subject,
      number('semester1', 18),
      number('semester2', 17),
    ],
    dayLoads: [
      grade,
      choice('weekday', [1, 2, 3, 4, 5, 6]),
      choice('half', ['morning', 'afternoon']),
      number('programme', 5),
      number('support', 0),
    ],
    secondSession: [
      grade,
      choice('content', contents),
      { ...subject, optional: true, start: null },
      number('periodsPerWeek', 2),
      number('groupSize', 30),
      choice('funding', ['stateBudget', 'otherLegal', 'pupilFee']),
    ],
    activities: [
      text('startsOn', { kind: 'day' }),
      text('endsOn', { kind: 'day' }),
      text('title'),
      text('grades', { optional: true }),
      text('lead', { optional: true }),
      text('place', { optional: true }),
      text('topics', { optional: true }),
    ],
    integratedTopics: [grade, subject, text('topic'), number('periods')],
    lessons: [
      grade,
      subject,
      text('title'),
      number('periods'),
      number('week'),
      text('requirement', { kind: 'long', optional: true }),
      text('equipment', { optional: true }),
      text('room', { optional: true }),
      {
        field: 'strand',
        label: label('strand'),
        kind: 'choice',
        optional: true,
        start: null,
        options: strands.map(({ code, name }) => ({ value: code, label: name })),
      },
    ],
    tests: [
      grade,
      subject,
      choice('kind', ['midterm1', 'final1', 'midterm2', 'final2']),
      number('minutes', 45),
      number('week', 9),
      text('requirement', { kind: 'long', optional: true }),
      text('form', { optional: true }),
    ],
    teamActivities: [
      grade,
      text('title'),
      text('requirement', { kind: 'long', optional: true }),
      number('periods'),
      text('held'),
      text('place', { optional: true }),
      text('lead', { optional: true }),
      text('partners', { optional: true }),
      text('conditions', { optional: true }),
    ],
  } satisfies Record<string, readonly RowColumn[]>;
}
