import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportIntoDatabase, planCommand } from './plan.ts';

const EXAMPLE = fileURLToPath(new URL('../../reference-data/plans/ke-hoach-2025-2026', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function runPlan(args: string[], importer?: ImportIntoDatabase) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await planCommand.run(
    args,
    { out: (line) => out.push(line), err: (line) => err.push(line) },
    importer,
  );
  return { status, out, err };
}

describe('plan import', () => {
  test('--dry-run --json prints one JSON object; Word and Markdown agree', async () => {
    const word = await runPlan(['import', `${EXAMPLE}.docx`, '--dry-run', '--json']);
    const markdown = await runPlan(['import', `${EXAMPLE}.md`, '--dry-run', '--json']);
    expect(word).toEqual(markdown);
    expect(word).toMatchObject({ status: 0, err: [] });
    expect(word.out).toHaveLength(1);
    const report = JSON.parse(word.out[0]!);
    expect(Object.keys(report)).toEqual([
      'paragraphs',
      'headings',
      'duties',
      'solutions',
      'calendarEntries',
      'notDuty',
      'unaccounted',
      'months',
      'units',
      'problems',
      'notes',
    ]);
    expect(report).toMatchObject({ paragraphs: 162, unaccounted: 0, problems: [] });
    expect(report.months).toHaveLength(11);
    expect(report.duties + report.solutions).toBeGreaterThanOrEqual(100);
    expect(report.calendarEntries).toBeGreaterThanOrEqual(45);
  });

  test('without --json the report is for people', async () => {
    const { status, out } = await runPlan(['import', `${EXAMPLE}.md`, '--dry-run']);
    expect(status).toBe(0);
    expect(out.join('\n')).toMatch(/Bị sót\s+0/u);
  });

  test('without --dry-run the file goes to the importer, whose status counts', async () => {
    const given: string[] = [];
    const result = await runPlan(
      ['import', `${EXAMPLE}.md`, '--as=truongphong', '--year=2026-2027'],
      async (file) => {
        given.push(`${file.fileName} ${file.schoolYear}`);
        return 1;
      },
    );
    expect([result.status, given]).toEqual([1, ['ke-hoach-2025-2026.md 2026-2027']]);
  });

  test('without an importer it asks for --dry-run', async () => {
    const { status, out, err } = await runPlan(['import', `${EXAMPLE}.md`]);
    expect([status, out]).toEqual([2, []]);
    expect(err[0]).toContain('--dry-run');
  });

  test.each([
    [[]],
    [['import']],
    [['export', 'a.md']],
    [['import', 'a.md', 'b.md', '--dry-run']],
    [['import', 'a.md', '--dryrun']],
  ])('wrong words %j are refused with the usage', async (args) => {
    const { status, out, err } = await runPlan(args);
    expect([status, out]).toEqual([2, []]);
    expect(err[0]).toContain('plan import');
  });

  test.each(['2025', '2025-2027', 'nam-nay'])('a school year that is none (%s) is refused', async (year) => {
    const { status, out, err } = await runPlan(['import', `${EXAMPLE}.md`, '--dry-run', `--year=${year}`]);
    expect([status, out]).toEqual([2, []]);
    expect(err[0]).toContain('--year=2025-2026');
  });

  test('a missing file, a folder and a bad file are refused on standard error only', async () => {
    const bad = join(folder, 'ke-hoach.pdf');
    await writeFile(bad, '%PDF-1.7');
    for (const path of [join(folder, 'nothing.docx'), folder, bad]) {
      const { status, out, err } = await runPlan(['import', path, '--dry-run', '--json']);
      expect([status, out, err.length]).toEqual([2, [], 1]);
      expect(err[0]).toMatch(/[ạảếộ]/u);
    }
  });

  test('a file over 20 MB is refused', async () => {
    const big = join(folder, 'big.txt');
    await writeFile(big, Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
    const { status, err } = await runPlan(['import', big, '--dry-run']);
    expect([status, err[0]]).toEqual([2, expect.stringContaining('20 MB')]);
  });
});
