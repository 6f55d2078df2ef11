import type { ClassChoiceRow, ClassRow } from './people-tables.ts';
import { owned, type SchoolContext } from './school-context.ts';

/** Four electives and three topic clusters that a school offers together, as schools do: for sciences or for humanities. */
const combinations = [
  { electives: ['PHY', 'CHE', 'BIO', 'INF'], topics: ['MATH', 'PHY', 'CHE'] },
  { electives: ['GEO', 'ECL', 'INF', 'TECH'], topics: ['LIT', 'HIS', 'GEO'] },
  { electives: ['PHY', 'CHE', 'INF', 'TECH'], topics: ['MATH', 'PHY', 'INF'] },
  { electives: ['GEO', 'ECL', 'BIO', 'TECH'], topics: ['LIT', 'HIS', 'ECL'] },
  { electives: ['GEO', 'ECL', 'CHE', 'BIO'], topics: ['MATH', 'CHE', 'BIO'] },
] as const;

/** What the classes of grades 10-12 chose, by turns inside a grade; a specialised class takes its own subject. */
export function classChoiceRows(context: SchoolContext, classes: readonly ClassRow[]): ClassChoiceRow[] {
  return [...Map.groupBy(classes, ({ grade }) => grade)].flatMap(([grade, own]) =>
    grade < 10 ? [] : own.flatMap((each, at) => choicesOf(context, each, at)),
  );
}

function choicesOf(
  context: SchoolContext,
  { id, specialised_subject: special }: ClassRow,
  at: number,
): ClassChoiceRow[] {
  const fits = (electives: readonly string[]) => special !== null && electives.includes(special);
  const chosen =
    combinations.find(({ electives }) => fits(electives)) ?? combinations[at % combinations.length];
  if (!chosen) throw new RangeError('no combination to choose');
  const row = (kind: ClassChoiceRow['kind'], subject: string): ClassChoiceRow => ({
    id: context.draws.id(`choice/${id}/${kind}/${subject}`),
    ...owned(context),
    class_id: id,
    kind,
    subject_code: subject,
  });
  return [
    ...chosen.electives.map((subject) => row('elective', subject)),
    ...chosen.topics.map((subject) => row('topic', subject)),
  ];
}
