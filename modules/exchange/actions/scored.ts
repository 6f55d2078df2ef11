import { subjectsOfClasses } from '#modules/gradebook';
import type { ReadTx } from '#platform/db';
import { missed, rowResult } from '#rules/gradebook';
import { keyOf, type Row } from '../data/select-page.ts';
import type { Scored } from '../documents/items.ts';

interface Marked {
  readonly class_id: string;
  readonly subject_code: string;
  readonly place: string;
  readonly value: number | null;
  readonly judged: 'score' | 'comment';
  readonly regular: readonly (number | null)[];
  readonly midterm: number | null;
  readonly final: number | null;
}

/** Rows of results with what each says: the mark, or the semester's result by the rules of the circular (ASM-09, ASM-10, ASM-12). */
export async function withScores(tx: ReadTx, rows: readonly Row[]): Promise<Row[]> {
  const marked = rows as readonly (Row & Marked)[];
  const averaged = marked.filter(({ place }) => place === 'average');
  const classes = [...new Set(averaged.map(({ class_id }) => keyOf(class_id) ?? ''))];
  const subjects = await subjectsOfClasses(tx, classes);
  return marked.map((row) => ({ ...row, scored: row.place === 'average' ? averageOf(row) : markOf(row) }));

  function averageOf(row: Marked): Scored {
    const assessed = subjects.get(keyOf(row.class_id) ?? '') ?? [];
    const subject = assessed.find(({ code }) => code === row.subject_code);
    // A subject that the class is not assessed in has no result, whatever was once entered.
    if (!subject) return { status: 'not submitted' };
    const result = rowResult(subject.judged, row, subject.wanted);
    if (result.kind === 'open') return { status: 'partially graded' };
    if (result.kind === 'score') return { status: 'fully graded', score: result.average / 10 };
    return { status: 'fully graded', text: result.result === 'pass' ? 'Đ' : 'CĐ' };
  }
}

function markOf({ value, judged }: Marked): Scored {
  if (value === null || value === missed) return { status: 'not submitted' };
  if (judged === 'score') return { status: 'fully graded', score: value / 10 };
  return { status: 'fully graded', text: value === 1 ? 'Đ' : 'CĐ' };
}
