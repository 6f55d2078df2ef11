import { generateKeyPairSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type BenchDatabase, type BenchServer, loadWholeProvince } from './database.ts';
import { grouped, inWords, percentile, spread, timed } from './measure.ts';
import { clock, openSessions } from './people.ts';
import type { Report } from './report.ts';
import { serveProduct } from './servers.ts';
import { type LoadedDevice, syncAll } from './sync-load.ts';

const deviceCount = 500;
const commandCount = 200;
const places = ['regular1', 'regular2', 'regular3', 'regular4', 'midterm', 'final'];
/** Every grade learns these. */
const subjects = ['MATH', 'LIT', 'FL1'];
/** Pupils a class must have for so many cells. */
const pupilsNeeded = Math.ceil(commandCount / places.length);

/** Every teacher of a province comes back into the network at the same moment. */
export async function measureSync(server: BenchServer, report: Report): Promise<void> {
  const bench = await server.open('sync');
  await loadWholeProvince(bench);
  await bench.owner.query('VACUUM (ANALYZE)');
  const devices = await prepareDevices(bench);
  const served = await serveProduct(bench);
  try {
    report.section(
      'Devices coming back together',
      `${grouped(devices.length)} devices of as many teachers, each with ${commandCount} marks entered without a network, begin to send at the same ` +
        'moment: each mark a command of its own, checked, with audit and receipt, in the order of its device. The devices send and wait as in ' +
        'service: whoever finds 200 waiting is told so and comes again after a few seconds.',
    );
    const { result, milliseconds } = await timed(() =>
      syncAll({ origin: served.origin, name: 'gradebook.saveCells', devices }),
    );
    const all = devices.length * commandCount;
    const { rows } = await bench.owner.query<{ receipts: number; marks: number }>(
      `SELECT (SELECT count(*)::int FROM sync.receipt WHERE outcome = 'applied') AS receipts,
         (SELECT sum((SELECT count(*) FROM unnest(regular) mark WHERE mark IS NOT NULL) + (midterm IS NOT NULL)::int + (final IS NOT NULL)::int)::int
          FROM gradebook.subject_marks) AS marks`,
    );
    const [kept] = rows;
    report.figure(
      `${grouped(all)} commands: answered, receipts, marks in the rows`,
      `${grouped(result.applied)}, ${grouped(kept?.receipts ?? 0)}, ${grouped(kept?.marks ?? 0)}`,
      {
        words: 'none lost',
        met: result.applied === all && kept?.receipts === all && kept?.marks === all && result.others === 0,
      },
    );
    report.figure(
      'A device, from the common beginning to its last answer',
      `p50 ${inWords(percentile(result.milliseconds, 0.5))}, p99 ${inWords(percentile(result.milliseconds, 0.99))}`,
    );
    report.figure(
      'A message of 200 commands that was taken, waiting for its turn included',
      spread(result.messages),
    );
    report.figure('Told to come again', grouped(result.busy));
    report.figure('All together', `${inWords(milliseconds)}, ${grouped(result.perSecond)} commands/s`);
  } finally {
    await served.close();
  }
}

/** A bound device, a session and a published assignment for each of so many teachers: a class and a subject. */
async function prepareDevices(bench: BenchDatabase): Promise<LoadedDevice[]> {
  const { owner } = bench;
  const { rows } = await owner.query<{
    classId: string;
    unitId: string;
    year: string;
    department: string;
    staffId: string;
    account: string;
    role: string;
    subject: string;
    pupils: string[];
  }>(
    `WITH class AS (
       SELECT c.id, c.unit_id, c.school_year_id, c.department_id, array_agg(e.pupil_id ORDER BY e.roll_number) AS pupils,
         row_number() OVER (PARTITION BY c.unit_id ORDER BY c.grade, c.name) AS n, count(*) OVER (PARTITION BY c.unit_id) AS classes
       FROM people.school_class c JOIN people.enrolment e ON e.class_id = c.id AND e.ends_on IS NULL AND e.starts_on <= '2025-10-01'
       GROUP BY c.id HAVING count(*) >= ${pupilsNeeded}
     ), holder AS (
       SELECT DISTINCT ON (s.id) s.id, s.unit_id, s.account_id, r.id AS role
       FROM people.staff_member s JOIN identity.role_assignment r ON r.account_id = s.account_id AND r.role = 'teacher' ORDER BY s.id, r.id
     ), teacher AS (
       SELECT *, row_number() OVER (PARTITION BY unit_id ORDER BY id) AS n FROM holder
     )
     SELECT c.id AS "classId", c.unit_id AS "unitId", c.school_year_id AS year, c.department_id AS department, t.id AS "staffId",
       t.account_id AS account, t.role, c.pupils, ($2::text[])[1 + (t.n - 1) / c.classes] AS subject
     FROM class c JOIN teacher t ON t.unit_id = c.unit_id AND 1 + (t.n - 1) % c.classes = c.n AND (t.n - 1) / c.classes < cardinality($2::text[])
     ORDER BY md5(t.id::text) LIMIT $1`,
    [deviceCount, subjects],
  );
  if (rows.length < deviceCount) throw new RangeError(`only ${rows.length} teachers with a class`);
  await owner.query(
    `INSERT INTO staffing.assignment_plan (id, unit_id, department_id, school_year_id, state, published_at, changed_at)
     SELECT gen_random_uuid(), unit_id, department_id, school_year_id, 'published', '2025-08-30', '2025-08-30'
     FROM (SELECT DISTINCT unit_id, department_id, school_year_id FROM people.school_class WHERE id = ANY ($1)) c ON CONFLICT DO NOTHING`,
    [rows.map(({ classId }) => classId)],
  );
  const cookies = await openSessions(
    bench,
    rows.map(({ account }) => account),
  );
  const devices: LoadedDevice[] = [];
  for (const [at, row] of rows.entries()) {
    await owner.query(
      `INSERT INTO staffing.teaching_assignment (id, unit_id, department_id, school_year_id, class_id, subject_code, staff_id, periods_1, periods_2)
       VALUES ($1, $2, $3, $4, $5, $7, $6, 4, 4)`,
      [uuidv7(), row.unitId, row.department, row.year, row.classId, row.staffId, row.subject],
    );
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const deviceId = uuidv7();
    await owner.query(
      `INSERT INTO sync.device (id, account_id, unit_id, department_id, user_agent, public_key, bound_at, last_seen_at, offline_until)
       VALUES ($1, $2, $3, $4, 'bench', $5, $6, $6, $6)`,
      [
        deviceId,
        row.account,
        row.unitId,
        row.department,
        publicKey.export({ type: 'spki', format: 'der' }),
        clock.now(),
      ],
    );
    const cells = row.pupils.flatMap((pupilId, pupil) =>
      places.map((place) => ({ pupilId, place, was: '', value: `${pupil % 10},5` })),
    );
    devices.push({
      deviceId,
      roleId: row.role,
      cookie: cookies[at] ?? '',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      inputs: cells
        .slice(0, commandCount)
        .map((cell) => ({ classId: row.classId, subjectCode: row.subject, semester: 1, cells: [cell] })),
    });
  }
  return devices;
}
