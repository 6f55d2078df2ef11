import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, settingsFor } from '#modules/identity-access';
import { readFileContent } from '#platform/files';
import { certificateFacts, verifyPdf } from '#platform/signatures';
import { drawUpPages } from '../modules/transcript/actions/draw-up-pages.ts';
import { continueRun, openRun } from '../modules/transcript/actions/sign-run.ts';
import { pkcs12File, type TestAuthority, testAuthority } from '../platform/signatures/testing.ts';
import { type BenchDatabase, type BenchServer, loadWholeProvince } from './database.ts';
import { grouped, inWords, timed } from './measure.ts';
import { actorsOf } from './people.ts';
import type { Report } from './report.ts';

const now = new Date('2026-06-05T08:00:00+07:00');
const wanted = 1_000;
const password = 'only-for-measuring';
const scored = ['LIT', 'MATH', 'FL1', 'CIV', 'HISGEO', 'SCI', 'TECH', 'INF'];
const commented = ['ART', 'PE', 'EXP', 'LOC'];

/** Drawing up, signing and sealing a thousand pages through the actions of the product, every file kept and read back. */
export async function measureTranscript(server: BenchServer, report: Report): Promise<void> {
  const bench = await server.open('transcript');
  const province = await loadWholeProvince(bench);
  const filesFolder = await mkdtemp(join(tmpdir(), 'hoaban-bench-files-'));
  const services = { filesFolder, publicUrl: 'https://hoaban.example.vn' };
  try {
    const authority = await testAuthority();
    await trust(bench, province.departmentId, authority);
    const schools = await completeYears(bench);
    await bench.owner.query('VACUUM (ANALYZE)');
    let pages = 0;
    const spent = { drawUp: 0, principal: 0, seal: 0 };
    const used = { principal: 0, seal: 0 };
    for (const { principal, classIds } of schools) {
      const acting = { actor: principal, now };
      const drawn = await timed(() =>
        bench.database.write(settingsFor(principal, 'bench'), (tx) =>
          drawUpPages(tx, acting, { classIds, summerIsOver: true }),
        ),
      );
      spent.drawUp += drawn.milliseconds;
      pages += drawn.result.made;
      if (drawn.result.refused.length > 0)
        throw new Error(`not drawn up: ${JSON.stringify(drawn.result.refused[0])}`);
      await confirmAll(bench, principal);
      for (const kind of ['principal', 'seal'] as const) {
        const identity = await authority.issue(
          kind === 'principal' ? principal.displayName : `Trường ${principal.unitId}`,
          { keyType: 'rsa' },
        );
        const key = { kind: 'file' as const, file: await pkcs12File(identity, password), password };
        const before = process.cpuUsage();
        const { milliseconds } = await timed(async () => {
          const settings = settingsFor(principal, 'bench');
          let run = await bench.database.write(settings, (tx) => openRun(tx, acting, kind, null));
          while (run.state === 'open') {
            const { id } = run;
            run = await bench.database.write(settings, (tx) => continueRun(tx, acting, id, key, services));
          }
          if (run.made !== run.asked) throw new Error(`${run.made} of ${run.asked} signed`);
        });
        spent[kind] += milliseconds;
        const { user, system } = process.cpuUsage(before);
        used[kind] += (user + system) / 1000;
      }
    }
    const present = await countPresent(bench, filesFolder, [authority.anchor]);
    report.section(
      'Signed transcripts',
      `${grouped(pages)} pages of ${schools.length} schools, each its PDF/A with two PAdES signatures and its data form with two XAdES signatures (RSA 2048, ` +
        'PKCS #12), written to the file store with fsync; 25 pages a request. Afterwards every file is read back and its hash compared; one PDF in twenty is verified. One run, no warm-up; processor time is that of the process with its threads, without PostgreSQL.',
    );
    report.figure('Drawing up, with all steps', inWords(spent.drawUp));
    report.figure(
      'Signing as principal: drawing the PDF, both files signed',
      `${inWords(spent.principal)}, ${inWords(used.principal / pages)} of processor a page`,
    );
    report.figure(
      'Sealing: both files signed once more',
      `${inWords(spent.seal)}, ${inWords(used.seal / pages)} of processor a page`,
    );
    const total = spent.principal + spent.seal;
    report.figure(
      `${grouped(pages)} asked, ${grouped(present)} issued with both files present`,
      inWords(total),
      { words: 'all present, signed in under 60 s', met: present === pages && total < 60_000 },
    );
  } finally {
    await rm(filesFolder, { recursive: true, force: true });
  }
}

async function trust(
  { owner }: BenchDatabase,
  departmentId: string,
  { anchor }: TestAuthority,
): Promise<void> {
  const { subject, fingerprint, notAfter } = certificateFacts(anchor);
  await owner.query(
    `INSERT INTO transcript.trust_anchor (id, department_id, name, fingerprint, certificate, expires_at, added_by, added_at)
     SELECT $1, $2, $3, $4, $5, $6, a.id, $7 FROM identity.account a LIMIT 1`,
    [uuidv7(), departmentId, subject, fingerprint, Buffer.from(anchor), notAfter, now],
  );
}

interface School {
  readonly principal: Actor;
  readonly classIds: readonly string[];
}

/** Lower-secondary classes of some schools, about a thousand pupils together, with a complete and locked year. */
async function completeYears(bench: BenchDatabase): Promise<School[]> {
  const { owner } = bench;
  const schools: School[] = [];
  let pupils = 0;
  for (const principal of await actorsOf(bench, 'principal', 200)) {
    if (pupils >= wanted) break;
    const { rows } = await owner.query<{ id: string; pupils: number }>(
      `SELECT c.id, count(e.id)::int AS pupils FROM people.school_class c JOIN people.enrolment e ON e.class_id = c.id AND e.ends_on IS NULL
       JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
       WHERE c.unit_id = $1 AND c.grade <= 9 AND c.homeroom_staff_id IS NOT NULL GROUP BY c.id ORDER BY c.grade, c.name`,
      [principal.unitId],
    );
    const classIds: string[] = [];
    for (const row of rows) {
      if (pupils >= wanted) break;
      classIds.push(row.id);
      pupils += row.pupils;
    }
    if (classIds.length === 0) continue;
    await completeYear(bench, principal.unitId ?? '', classIds);
    schools.push({ principal, classIds });
  }
  return schools;
}

async function completeYear(
  { owner }: BenchDatabase,
  unitId: string,
  classIds: readonly string[],
): Promise<void> {
  const given = [classIds];
  await owner.query(
    `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm,
       final, comment)
     SELECT gen_random_uuid(), e.pupil_id, e.unit_id, e.department_id, e.school_year_id, s.code, t.semester, s.judged,
       ARRAY[v.mark, v.mark, v.mark, v.mark]::smallint[], v.mark, v.mark, 'Có tiến bộ, cần luyện thêm cách trình bày.'
     FROM people.enrolment e
     CROSS JOIN (SELECT code, 'score' AS judged FROM unnest($2::text[]) code UNION ALL SELECT code, 'comment' FROM unnest($3::text[]) code) s
     CROSS JOIN generate_series(1, 2) t (semester)
     CROSS JOIN LATERAL (SELECT CASE s.judged WHEN 'comment' THEN 1 ELSE 50 + abs(hashtext(e.pupil_id::text || s.code)) % 50 END AS mark) v
     WHERE e.ends_on IS NULL AND e.class_id = ANY ($1::uuid[])`,
    [classIds, scored, commented],
  );
  await owner.query(
    `INSERT INTO gradebook.conduct (id, pupil_id, unit_id, department_id, school_year_id, semester1, semester2, comment2)
     SELECT gen_random_uuid(), pupil_id, unit_id, department_id, school_year_id, 'good', 'excellent', 'Ngoan, chăm học, giúp đỡ bạn bè.'
     FROM people.enrolment WHERE ends_on IS NULL AND class_id = ANY ($1::uuid[])`,
    given,
  );
  await owner.query(
    `INSERT INTO staffing.assignment_plan (id, unit_id, department_id, school_year_id, state, published_at, changed_at)
     SELECT gen_random_uuid(), c.unit_id, c.department_id, c.school_year_id, 'published', '2025-08-30', '2025-08-30'
     FROM people.school_class c WHERE c.id = ANY ($1::uuid[]) LIMIT 1`,
    given,
  );
  await owner.query(
    `INSERT INTO staffing.teaching_assignment (id, unit_id, department_id, school_year_id, class_id, subject_code, staff_id, periods_1, periods_2)
     SELECT gen_random_uuid(), c.unit_id, c.department_id, c.school_year_id, c.id, s.code, t.id, 2, 2
     FROM people.school_class c CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS s (code, place)
     CROSS JOIN LATERAL (SELECT m.id FROM people.staff_member m WHERE m.unit_id = c.unit_id AND m.post = 'teacher'
       ORDER BY md5(m.id::text || s.code) LIMIT 1) t WHERE c.id = ANY ($1::uuid[])`,
    [classIds, [...scored, ...commented]],
  );
  await owner.query(
    `INSERT INTO gradebook.term (id, unit_id, department_id, school_year_id, semester, opens_on, closes_on, locked_at, locked_by)
     SELECT gen_random_uuid(), u.id, u.department_id, y.id, t.semester, '2025-09-05', '2026-05-31', '2026-05-31', a.id
     FROM organisation.unit u JOIN organisation.school_year y ON y.department_id = u.department_id AND y.is_current
     CROSS JOIN generate_series(1, 2) t (semester) CROSS JOIN (SELECT id FROM identity.account LIMIT 1) a WHERE u.id = $1`,
    [unitId],
  );
}

/** The teachers' confirmations, which no key is asked for. */
async function confirmAll({ owner }: BenchDatabase, principal: Actor): Promise<void> {
  for (const kind of ['subject', 'homeroom']) {
    await owner.query(
      `UPDATE transcript.step SET state = 'done', method = 'account', done_at = $3, done_by = $2, done_name = 'Giáo viên'
       WHERE unit_id = $1 AND kind = $4 AND state = 'waiting'`,
      [principal.unitId, principal.accountId, now, kind],
    );
  }
}

/** Issued pages whose two files are there with the content their hash says; of one PDF in twenty every signature must hold. */
async function countPresent(
  { owner }: BenchDatabase,
  filesFolder: string,
  anchors: readonly Uint8Array[],
): Promise<number> {
  const { rows } = await owner.query<{ pdf: string; xml: string }>(
    `SELECT pdf_sha256 AS pdf, xml_sha256 AS xml FROM transcript.page WHERE state = 'issued'`,
  );
  let present = 0;
  for (const [at, { pdf, xml }] of rows.entries()) {
    const [bytes] = await Promise.all([readFileContent(filesFolder, pdf), readFileContent(filesFolder, xml)]);
    if (at % 20 === 0) {
      const { signatures, fault } = await verifyPdf(bytes, { anchors, now });
      if (fault || signatures.length !== 2 || signatures.some((one) => one.fault)) continue;
    }
    present += 1;
  }
  return present;
}
