import { renderWorkbook } from '#platform/documents';
import { demoOptions, generateSchoolPeople } from '#tests/sample-province/generate.ts';
import type { SchoolPeople } from '#tests/sample-province/people-tables.ts';
import { openClient } from './client.ts';
import { grouped, inWords, median, timed } from './measure.ts';
import { actorsOf, openSessions } from './people.ts';
import type { Report } from './report.ts';
import type { Ground } from './school-ground.ts';

const lines = 5_000;
const titles = [
  'Số định danh cá nhân',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Lớp',
  'Thôn, bản, tổ dân phố',
  'Họ tên mẹ',
  'Điện thoại mẹ',
];

/** A school's own spreadsheet with people of another seed; the birth of every fiftieth is no date. */
async function makeWorkbook(classNames: readonly string[]): Promise<Uint8Array> {
  const rows: string[][] = [];
  for (const { people } of generateSchoolPeople({ ...demoOptions, seed: 'import' })) {
    addRows(people, rows, classNames);
    if (rows.length >= lines) break;
  }
  return renderWorkbook([
    {
      name: 'Học sinh',
      columns: titles.map((title) => ({ title, kind: 'text' as const })),
      rows: rows.slice(0, lines),
    },
  ]);
}

function addRows(people: SchoolPeople, rows: string[][], classNames: readonly string[]): void {
  const numbers = new Map(people.pupilsPrivate.map((row) => [row.pupil_id, row.identity_number]));
  const mothers = new Map(
    people.guardians.filter(({ relation }) => relation === 'mother').map((row) => [row.pupil_id, row]),
  );
  for (const pupil of people.pupils) {
    const at = rows.length;
    const [year, month, day] = pupil.birth_date.split('-');
    rows.push([
      // Registered in a neighbouring province: nobody in the database has these numbers.
      `012${numbers.get(pupil.id)?.slice(3)}`,
      pupil.full_name,
      at % 50 === 49 ? 'không rõ' : `${day}/${month}/${year}`,
      pupil.sex === 'female' ? 'Nữ' : 'Nam',
      classNames[at % classNames.length] ?? '',
      pupil.village,
      mothers.get(pupil.id)?.full_name ?? '',
      '',
    ]);
  }
}

interface Preview {
  readonly version: number;
  readonly fingerprint: string;
  readonly counts: { readonly new: number; readonly faulty: number };
}

/** A spreadsheet of 5,000 pupils from upload to acceptance over HTTP, and a bare insert of as many rows. */
export async function measureImport({ bench, served }: Ground, report: Report): Promise<void> {
  const [clerk] = await actorsOf(bench, 'clerk', 1);
  if (!clerk) throw new RangeError('nobody to import');
  const [cookie = ''] = await openSessions(bench, [clerk.accountId]);
  const client = openClient(served.origin, cookie);
  const { rows } = await bench.owner.query<{ name: string }>(
    'SELECT name FROM people.school_class WHERE unit_id = $1 ORDER BY name',
    [clerk.unitId],
  );
  const bytes = await makeWorkbook(rows.map(({ name }) => name));
  report.section(
    'Import of a spreadsheet',
    `${grouped(lines)} pupils new to one school in an .xlsx file, one in fifty with a fault; over HTTP, as the clerk does it.`,
  );

  const uploads: number[] = [];
  const previews: number[] = [];
  let batch = '';
  let seen: Preview | undefined;
  for (let round = 0; round < 5; round++) {
    const started = await timed(() =>
      client.upload<{ id: string }>('/api/people/imports?kind=pupils', 'hoc-sinh.xlsx', bytes),
    );
    batch = started.result.id;
    const previewed = await timed(() => client.get<Preview>(`/api/people/imports/${batch}`));
    seen = previewed.result;
    uploads.push(started.milliseconds);
    previews.push(previewed.milliseconds);
  }
  const whole = median(uploads.map((upload, at) => upload + (previews[at] ?? 0)));
  report.figure('Upload, read and keep', `${inWords(median(uploads))} (median of 5)`);
  report.figure(
    `Preview: ${grouped(seen?.counts.new ?? 0)} new, ${grouped(seen?.counts.faulty ?? 0)} with faults`,
    `${inWords(median(previews))} (median of 5)`,
  );
  report.figure('Both together', inWords(whole), { words: 'under 5 s', met: whole < 5000 });
  const accepted = await timed(() =>
    client.send<{ new: number }>('POST', `/api/people/imports/${batch}/acceptance`, {
      version: seen?.version,
      fingerprint: seen?.fingerprint,
      leaveOutFaulty: true,
    }),
  );
  report.figure(
    `Acceptance, judged once more and written in one transaction: ${grouped(accepted.result.new)} pupils`,
    `${inWords(accepted.milliseconds)} (once)`,
  );
  const bare = await bareInsert(bench, clerk.unitId ?? '');
  report.figure(
    'Bare insert of as many rows into copies of the five tables',
    `${inWords(median(bare))} (median of 5)`,
  );
  report.figure('Ratio', (accepted.milliseconds / median(bare)).toFixed(1));
}

/** Milliseconds of writing the new rows once more into copies without keys, triggers and policies, in one transaction. */
async function bareInsert({ owner }: Ground['bench'], unitId: string): Promise<number[]> {
  const client = await owner.connect();
  const sample: number[] = [];
  const parts = ['pupil', 'pupil_private', 'guardian', 'enrolment', 'movement'].map((table) => ({
    table,
    copy: `bare.import_${table}`,
  }));
  try {
    await client.query('CREATE SCHEMA IF NOT EXISTS bare');
    const texts = new Map<string, string>();
    for (const { table, copy } of parts) {
      await client.query(`CREATE TABLE ${copy} (LIKE people.${table} INCLUDING INDEXES INCLUDING GENERATED)`);
      const { rows } = await client.query<{ text: string }>(
        `SELECT coalesce(jsonb_agg(t), '[]')::text AS text FROM (SELECT * FROM people.${table} WHERE unit_id = $1
         ORDER BY ${table === 'pupil_private' ? 'pupil_id' : 'id'} DESC LIMIT ${lines}) t`,
        [unitId],
      );
      texts.set(table, rows[0]?.text ?? '[]');
    }
    for (let round = 0; round < 5; round++) {
      const { milliseconds } = await timed(async () => {
        await client.query('BEGIN');
        for (const { table, copy } of parts) {
          const { rows } = await client.query<{ list: string }>(
            `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
             WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
            [copy],
          );
          const list = rows[0]?.list;
          await client.query(
            `INSERT INTO ${copy} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${copy}, $1::jsonb)`,
            [texts.get(table)],
          );
        }
        await client.query('COMMIT');
      });
      sample.push(milliseconds);
      await client.query(`TRUNCATE ${parts.map(({ copy }) => copy).join(', ')}`);
    }
  } finally {
    client.release();
  }
  return sample;
}
