import { loadProvince } from '#tests/sample-province/load.ts';
import { generateNation } from '#tests/sample-province/nation.ts';
import type { BoardOf } from './boards.ts';
import type { BenchDatabase } from './database.ts';
import { headOf } from './people.ts';
import { importPlan, publishPlan } from './publishing.ts';

export interface LoadedNation {
  /** The board of each department. */
  readonly boards: readonly BoardOf[];
  /** Milliseconds of publishing in each department. */
  readonly publishing: readonly number[];
  readonly schools: number;
  readonly assignments: number;
}

/** Fills `bench` with an invented nation; each department imports and publishes the plan in `file` the product's own way. */
export async function loadNation(
  bench: BenchDatabase,
  size: { provinces: number; schools: number },
  file: string,
): Promise<LoadedNation> {
  const boards: BoardOf[] = [];
  const publishing: number[] = [];
  for (const province of generateNation(size)) {
    await loadProvince(bench.owner, province, { passwordHash: 'nobody signs in', mustChangePassword: false });
    const head = await headOf(bench, province.departmentId);
    const { documentId } = (await importPlan(bench, head, file, true)).result;
    publishing.push((await publishPlan(bench, head, documentId, true)).milliseconds);
    boards.push({ head, documentId });
  }
  await bench.owner.query('VACUUM (ANALYZE) plan.assignment');
  const { rows } = await bench.owner.query<{ schools: number; assignments: number }>(
    `SELECT (SELECT count(*) FROM organisation.unit WHERE kind = 'school') AS schools, count(*) AS assignments FROM plan.assignment`,
  );
  return { boards, publishing, schools: rows[0]?.schools ?? 0, assignments: rows[0]?.assignments ?? 0 };
}
