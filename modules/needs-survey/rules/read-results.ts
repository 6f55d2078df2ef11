import { mostWishes, type Question } from './question.ts';
import { leastShown, suppressSmall } from './suppress-small.ts';

interface Part {
  readonly key: string;
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
}
interface Choice {
  readonly key: string;
  readonly questionId: string;
  readonly value: string;
  readonly count: number;
}

/** What the parts too small to be named are called. */
const otherParts: Pick<Part, 'key' | 'name'> = { key: 'other', name: 'Các nơi khác' };

/** Joins parts in which fewer than five were asked into one, at the end. */
function joinSmall(parts: readonly Part[]): { parts: Part[]; keyOf: ReadonlyMap<string, string> } {
  const small = parts.filter(({ asked }) => asked < leastShown);
  const large = parts.filter(({ asked }) => asked >= leastShown);
  const keyOf = new Map(parts.map(({ key }) => [key, key]));
  if (small.length === 0) return { parts: large, keyOf };
  // A single small part would stand alone under another name: the smallest of the others goes with it.
  const joined = [...small];
  if (small.length === 1 && large.length > 1) {
    const least = large.reduce((a, b) => (b.asked < a.asked ? b : a));
    large.splice(large.indexOf(least), 1);
    joined.push(least);
  }
  for (const { key } of joined) keyOf.set(key, otherParts.key);
  const sum = (of: 'asked' | 'answered') => joined.reduce((total, part) => total + part[of], 0);
  return { parts: [...large, { ...otherParts, asked: sum('asked'), answered: sum('answered') }], keyOf };
}

/**
 * The figures of a survey as they are shown: parts (grades, classes or places), and for each question that can be counted how
 * often each value was given, in all and part by part. `discreet`: small numbers are hidden (places of residence).
 */
export function readResults(
  questions: readonly Question[],
  given: { readonly parts: readonly Part[]; readonly choices: readonly Choice[] },
  { discreet }: { readonly discreet: boolean },
) {
  const { parts, keyOf } = discreet
    ? joinSmall(given.parts)
    : { parts: [...given.parts], keyOf: new Map(given.parts.map(({ key }) => [key, key])) };
  const placeOf = new Map(parts.map(({ key }, at) => [key, at]));
  const byQuestion = Map.groupBy(given.choices, ({ questionId }) => questionId);
  return {
    asked: parts.reduce((sum, { asked }) => sum + asked, 0),
    answered: parts.reduce((sum, { answered }) => sum + answered, 0),
    parts,
    questions: questions
      .filter(({ type }) => type !== 'text')
      .map((question) => {
        const rows = byQuestion.get(question.id) ?? [];
        const options = optionsOf(question).map(({ value, label }) => {
          const counts = parts.map(() => 0);
          for (const row of rows) {
            const at = placeOf.get(keyOf.get(row.key) ?? row.key);
            if (row.value === value && at !== undefined) counts[at]! += row.count;
          }
          return {
            value,
            label,
            count: counts.reduce((sum, one) => sum + one, 0),
            byPart: discreet ? suppressSmall(counts) : counts,
          };
        });
        const isNumber = question.type === 'number' || question.type === 'scale';
        const total = rows.reduce((sum, { count }) => sum + count, 0);
        return {
          id: question.id,
          title: question.title,
          type: question.type,
          meaning: question.meaning ?? null,
          answered: total,
          mean:
            isNumber && total > 0
              ? rows.reduce((sum, { value, count }) => sum + Number(value) * count, 0) / total
              : null,
          options,
        };
      }),
  };
}

/** The values a question can have, in the order of the form; a number has none worth a bar each. */
function optionsOf({ type, options, min = 0, max = 0 }: Question) {
  if (type === 'scale') {
    return Array.from({ length: max - min + 1 }, (_, at) => ({ value: `${min + at}`, label: `${min + at}` }));
  }
  if (type === 'ranked') {
    return (options ?? []).flatMap(({ value, label }) =>
      Array.from({ length: mostWishes }, (_, at) => ({
        value: `${at + 1}.${value}`,
        label: `${label} (nguyện vọng ${at + 1})`,
      })),
    );
  }
  return type === 'single' || type === 'multi' ? (options ?? []) : [];
}
