import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '#platform/clock';
import { readWorkbook } from '#platform/documents';
import { runDueJobsNow } from '#platform/jobs';
import { type Person, type Said, type Served, serve } from '#tests/harness/served.ts';
import { assignedTeachingSeed } from '#tests/sample-province/assigned-teaching.ts';
import { readPdf } from '../../platform/documents/testing.ts';
import { timetableTasks } from './index.ts';

// A school asks for a timetable, gets a candidate, publishes it, and everybody sees what is theirs: on the screen, on paper, in the calendar.

const now = '2025-09-08T08:00:00+07:00';
let hoaBan: Served;
let principal: Person;

beforeAll(async () => {
  hoaBan = await serve(assignedTeachingSeed, now);
  principal = await hoaBan.as('hieutruong', 'principal');
});
afterAll(() => hoaBan?.close());

const tasks = () => timetableTasks({ database: hoaBan.db.database, clock: fixedClock(now), log: () => {} });
const work = () =>
  runDueJobsNow({ ownerUrl: hoaBan.db.ownerUrl, tasks: { ...tasks(), 'plan.mailDigest': async () => {} } });
const list = async (person: Person) => (await person.get('/api/timetable/timetables')).body;
const put = (person: Person, url: string, body: object): Promise<Said> =>
  person.raw({
    method: 'PUT' as 'POST',
    url,
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

let candidate: { id: string; version: number; figures: Record<string, number> };

interface Input {
  former: Record<string, number>;
  lessons: { id: string; subjectCode: string | null; duration: number }[];
}
const inputOf = async (solveId: string): Promise<Input> => {
  const { rows } = await hoaBan.db.owner.query<{ input: Input }>(
    'SELECT input FROM timetable.solve WHERE id = $1',
    [solveId],
  );
  return rows[0]!.input;
};

describe('A search', () => {
  let first: string;

  test('is asked once at a time, shows how the cost falls, makes a candidate without a clash, and tells whoever asked', async () => {
    const asked = await principal.post('/api/timetable/solves', { semester: 1, seconds: 300 });
    expect(asked).toMatchObject({ status: 200, body: { state: 'waiting' } });
    first = asked.body.id;
    expect(await principal.post('/api/timetable/solves', { semester: 1, seconds: 3 })).toMatchObject({
      status: 409,
      body: { code: 'timetable.solveRunning' },
    });
    const working = work();
    const url = `/api/timetable/solves/${first}`;
    await vi.waitFor(
      async () =>
        expect((await principal.get(url)).body.progress.at(-1)).toMatchObject({ hard: 0, unplaced: 0 }),
      { timeout: 60_000, interval: 300 },
    );
    expect((await principal.post(`${url}/stop`, {})).body.state).toBe('stopping');
    await working;
    const { body: solve } = await principal.get(url);
    expect(solve).toMatchObject({ state: 'stopped', timetableId: expect.any(String) });
    expect(Object.keys(solve.progress.at(-1).parts)).toContain('teacherGaps');
    [candidate] = (await list(principal)).items;
    expect(candidate).toMatchObject({ state: 'candidate', figures: { mustFix: 0, unplaced: 0 } });
    const { body: notices } = await principal.get('/api/plan/notices');
    expect(notices.items[0]).toMatchObject({ title: 'Đã xếp xong thời khoá biểu' });
  });

  test('goes on from its checkpoint after the program was killed in the middle of it', async () => {
    const { body } = await principal.post('/api/timetable/solves', { semester: 1, seconds: 600 });
    const { lessons } = (await principal.get(`/api/timetable/timetables/${candidate.id}`)).body;
    const placed = new Map(
      lessons.map(
        (one: { id: string; roomId: string; at: { weekday: number; half: string; period: number } }) => [
          one.id,
          {
            slot: one.at.weekday * 16 + (one.at.half === 'afternoon' ? 8 : 0) + one.at.period,
            roomId: one.roomId,
          },
        ],
      ),
    );
    // What a killed program leaves: running, nearly all its time spent, the best so far. Lessons come in the same order.
    const [before, after] = [await inputOf(first), await inputOf(body.id)];
    const checkpoint = Object.fromEntries(
      after.lessons.map(({ id }, index) => [id, placed.get(before.lessons[index]!.id)]),
    );
    await hoaBan.db.owner.query(
      `UPDATE timetable.solve SET state = 'running', spent_seconds = 599.5, checkpoint = $2 WHERE id = $1`,
      [body.id, JSON.stringify(checkpoint)],
    );
    // The program that goes on is a later release: what was asked knows neither weeks nor equipment, and six goals of ten.
    await hoaBan.db.owner.query(
      `UPDATE timetable.solve SET input = jsonb_build_object('name', input -> 'name', 'seed', input -> 'seed',
        'goals', (input -> 'goals') - '{longRuns,teacherRest,fairShare,stability}'::text[],
        'lessons', (SELECT jsonb_agg(one - 'weeks') FROM jsonb_array_elements(input -> 'lessons') AS one),
        'ground', (input -> 'ground') - '{groups,groupsSharing}'::text[]
          || jsonb_build_object('rooms', (SELECT jsonb_agg(one - 'equipment') FROM jsonb_array_elements(input #> '{ground,rooms}') AS one))
          || jsonb_build_object('subjectRules', (SELECT jsonb_agg(one - '{equipment,alternates}'::text[]) FROM jsonb_array_elements(input #> '{ground,subjectRules}') AS one)))
       WHERE id = $1`,
      [body.id],
    );
    await work();
    const { body: solve } = await principal.get(`/api/timetable/solves/${body.id}`);
    expect(solve).toMatchObject({ state: 'done' });
    expect(solve.spentSeconds).toBeGreaterThan(599);
  });

  test('goes on from a timetable as it lies; while nothing is published there is nothing to stay near', async () => {
    const { lessons } = (await principal.get(`/api/timetable/timetables/${candidate.id}`)).body;
    const { body } = await principal.post('/api/timetable/solves', {
      ...{ semester: 1, seconds: 600, from: candidate.id },
    });
    const { rows } = await hoaBan.db.owner.query(
      `SELECT (SELECT count(*)::int FROM jsonb_object_keys(checkpoint)) AS laid,
        (SELECT count(*)::int FROM jsonb_object_keys(input -> 'former')) AS former FROM timetable.solve WHERE id = $1`,
      [body.id],
    );
    expect(rows[0]).toEqual({ laid: lessons.length, former: 0 });
    // Under way, it is the one that is shown, whatever hour the clock of a rehearsal gave the one before.
    await hoaBan.db.owner.query(
      `UPDATE timetable.solve SET asked_at = asked_at - interval '1 hour' WHERE id = $1`,
      [body.id],
    );
    expect((await list(principal)).solve.id).toBe(body.id);
    // Ended before it has begun: what was laid is what there is.
    await principal.post(`/api/timetable/solves/${body.id}/stop`, {});
    await work();
    const { body: solve } = await principal.get(`/api/timetable/solves/${body.id}`);
    expect(solve.state).toBe('stopped');
    const made = (await list(principal)).items.find(({ id }: { id: string }) => id === solve.timetableId);
    expect(made.figures).toEqual(candidate.figures);
  });

  test('that no job takes up again ends with the best it has kept or failed, in words, and bars the school no longer', async () => {
    const { owner } = hoaBan.db;
    const end = () =>
      tasks()['timetable.endAbandonedSolves']!({}, { id: '', signal: new AbortController().signal });
    const ask = async (from: object) =>
      (await principal.post('/api/timetable/solves', { semester: 1, seconds: 600, ...from })).body;
    const seen = async (id: string) => (await principal.get(`/api/timetable/solves/${id}`)).body;
    // Killed in the middle of each attempt, also the last.
    const killed = await ask({ from: candidate.id });
    await owner.query(`UPDATE timetable.solve SET state = 'running', spent_seconds = 200 WHERE id = $1`, [
      killed.id,
    ]);
    await end();
    expect((await seen(killed.id)).state).toBe('running');
    await owner.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1', [
      `timetable.solve:${killed.id}`,
    ]);
    await end();
    const kept = await seen(killed.id);
    expect(kept).toMatchObject({ state: 'stopped', timetableId: expect.any(String) });
    expect(kept.findings.at(-1).message).toContain('Kết quả tốt nhất đến lúc đó vẫn giữ');
    const made = (await list(principal)).items.find(({ id }: { id: string }) => id === kept.timetableId);
    expect(made.figures).toEqual(candidate.figures);
    // Its job is gone altogether; nothing was laid.
    const gone = await ask({});
    await owner.query(`SELECT graphile_worker.remove_job($1)`, [`timetable.solve:${gone.id}`]);
    await end();
    expect(await seen(gone.id)).toMatchObject({ state: 'failed', timetableId: null });
    // What it has laid stands on a room that is no more.
    const spoilt = await ask({ from: candidate.id });
    await owner.query(
      `UPDATE timetable.solve SET checkpoint = (SELECT jsonb_object_agg(key, jsonb_set(value, '{roomId}', to_jsonb($2::text)))
        FROM jsonb_each(checkpoint)) WHERE id = $1`,
      [spoilt.id, uuidv7()],
    );
    await owner.query(`SELECT graphile_worker.remove_job($1)`, [`timetable.solve:${spoilt.id}`]);
    await end();
    const failed = await seen(spoilt.id);
    expect(failed).toMatchObject({ state: 'failed', timetableId: null });
    expect(failed.findings.at(-1).message).toContain('đã thay đổi từ lúc bắt đầu');
  });

  test('that ends with the program waits for nothing when it runs again, however often that happens', async () => {
    const { body } = await principal.post('/api/timetable/solves', { semester: 1, seconds: 600 });
    const job = async () =>
      (
        await hoaBan.db.owner.query(
          `SELECT attempts, run_at <= now() AS due FROM graphile_worker.jobs WHERE key = $1`,
          [`timetable.solve:${body.id}`],
        )
      ).rows;
    const departmentId = (
      await hoaBan.db.owner.query('SELECT department_id AS id FROM timetable.solve WHERE id = $1', [body.id])
    ).rows[0].id;
    await tasks()['timetable.solve']!(
      { departmentId, solveId: body.id },
      { id: '', signal: AbortSignal.abort() },
    );
    expect(await job()).toEqual([{ attempts: 0, due: true }]);
    expect((await principal.get(`/api/timetable/solves/${body.id}`)).body.state).toBe('running');
    await principal.post(`/api/timetable/solves/${body.id}/stop`, {});
    await work();
    expect((await principal.get(`/api/timetable/solves/${body.id}`)).body.endedAt).not.toBeNull();
  });

  test('is stopped before it has begun: what there is is kept', async () => {
    const { body } = await principal.post('/api/timetable/solves', { semester: 1, seconds: 600 });
    expect((await principal.post(`/api/timetable/solves/${body.id}/stop`, {})).body.state).toBe('stopping');
    await work();
    const { body: solve } = await principal.get(`/api/timetable/solves/${body.id}`);
    expect(['stopped', 'impossible']).toContain(solve.state);
    expect(solve.timetableId).toEqual(expect.any(String));
  });

  test('that cannot place everything says in words what stands where', async () => {
    const before = (await principal.get('/api/timetable/setup?semester=1')).body;
    const busiest = before.ground.teachers.find(
      ({ id }: { id: string }) => id === before.ground.classes[0].homeroomStaffId,
    );
    const wishes = [1, 2, 3, 4, 5].flatMap((weekday) =>
      [1, 2, 3, 4, 5].map((period) => ({
        of: 'staff',
        id: busiest.id,
        at: { weekday, half: 'morning', period },
        wish: 'closed',
      })),
    );
    const saved = await put(principal, '/api/timetable/setup', { version: before.version, wishes });
    const refused = await principal.post('/api/timetable/solves', { semester: 1, seconds: 2 });
    expect(refused).toMatchObject({ status: 422, body: { code: 'timetable.nothingToLay' } });
    expect(refused.body.problems[0].message).toMatch(/có \d+ tiết nhưng chỉ còn \d+ tiết/);
    await put(principal, '/api/timetable/setup', { version: saved.body.version, wishes: [] });
  });

  test('that fails over several groups at once names the smallest set that clashes and whom they share, not what fits', async () => {
    const { ground, version, school } = (await principal.get('/api/timetable/setup?semester=1')).body;
    const clubs = await clubsSharingPupils(school.id, ['Cờ vua', 'Đọc sách', 'Vẽ']);
    // Each two of the three find room in two periods; all three do not.
    const afternoon = { weekday: 4, half: 'afternoon', session: 2, periods: 2 };
    const grades = [...new Set(ground.classes.map(({ grade }: { grade: number }) => grade))];
    const sessions = [...ground.frame.sessions, ...grades.map((grade) => ({ grade, ...afternoon }))];
    const saved = await put(principal, '/api/timetable/setup', {
      version,
      frame: { ...ground.frame, sessions },
    });
    expect(saved.status).toBe(200);
    const { body } = await principal.post('/api/timetable/solves', { semester: 1, seconds: 1 });
    await work();
    const { body: solve } = await principal.get(`/api/timetable/solves/${body.id}`);
    expect(solve).toMatchObject({ state: 'impossible', timetableId: expect.any(String) });
    const [clash] = solve.findings.filter(({ severity }: { severity: string }) => severity === 'mustFix');
    expect(clash.message).toMatch(
      /^Không thể xếp cùng lúc 3 tiết: (?=.*Cờ vua)(?=.*Đọc sách)(?=.*Vẽ)(?=.*học sinh học cả (Cờ vua và Vẽ|Vẽ và Cờ vua))/,
    );
    expect(clash.message).toContain('thêm tiết buổi 2 vào khung tuần');
    // With a third period the same groups fit: the sentence told what to do.
    const wider = sessions.map((row) => (row.session === 2 ? { ...row, periods: 3 } : row));
    await put(principal, '/api/timetable/setup', {
      version: saved.body.version,
      frame: { ...ground.frame, sessions: wider },
    });
    const again = (await principal.get('/api/timetable/setup?semester=1')).body;
    expect(again.findings.every(({ severity }: { severity: string }) => severity !== 'mustFix')).toBe(true);
    await hoaBan.db.owner.query('DELETE FROM needs_survey.study_group WHERE id = ANY ($1)', [clubs]);
    await put(principal, '/api/timetable/setup', { version: again.version, frame: ground.frame });
  });
});

/** Confirmed clubs of one period a week; each two of them have a pupil of their own in common. Gives their ids. */
async function clubsSharingPupils(unitId: string, names: readonly string[]): Promise<string[]> {
  const ids = names.map(() => uuidv7());
  const { owner } = hoaBan.db;
  const { rows: pupils } = await owner.query<{ pupil_id: string }>(
    'SELECT pupil_id FROM people.enrolment WHERE unit_id = $1 AND ends_on IS NULL ORDER BY class_id, pupil_id LIMIT $2',
    [unitId, names.length],
  );
  for (const [index, name] of names.entries()) {
    await owner.query(
      `INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, name, size_limit, periods_per_week, state)
       SELECT $1, $2, u.department_id, y.id, 'club', $3, 30, 1, 'confirmed' FROM organisation.unit u, organisation.school_year y
       WHERE u.id = $2 AND y.is_current`,
      [ids[index], unitId, name],
    );
    await owner.query(
      `INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
       SELECT $1, pupil, $2, u.department_id, 'decision', 'Quyết định thử', a.id, '2025-09-01'
       FROM unnest($3::uuid[]) AS pupil, organisation.unit u, identity.account a WHERE u.id = $2 AND a.username = 'hieutruong'`,
      [ids[index], unitId, pupils.flatMap(({ pupil_id }, at) => (at === index ? [] : [pupil_id]))],
    );
  }
  return ids;
}

describe('A published timetable', () => {
  test('holds for its weeks, takes them from the one before, and is told to the school', async () => {
    const publish = (one: { id: string; version: number }, fromWeek: number, toWeek: number) =>
      principal.post(`/api/timetable/timetables/${one.id}/publish`, {
        version: one.version,
        fromWeek,
        toWeek,
      });
    expect((await publish(candidate, 1, 30)).body.code).toBe('timetable.badWeeks');
    expect((await publish(candidate, 1, 18)).body).toMatchObject({
      state: 'published',
      fromWeek: 1,
      toWeek: 18,
    });
    expect((await publish(candidate, 1, 18)).status).toBe(409);
    const copy = (
      await principal.post('/api/timetable/timetables', {
        name: 'Tuần thi',
        semester: 1,
        copyOf: candidate.id,
      })
    ).body;
    expect((await publish(copy, 9, 9)).body).toMatchObject({ state: 'published', fromWeek: 9, toWeek: 9 });
    const week = async (number: number) =>
      (await principal.get(`/api/timetable/week?week=${number}`)).body.timetable?.name;
    expect([await week(8), await week(9), await week(10)]).toEqual([
      'Phương án 1',
      'Tuần thi',
      'Phương án 1',
    ]);
    const teacher = await hoaBan.as('giaovien', 'teacher');
    const { body } = await teacher.get('/api/plan/notices');
    expect(body.items[0].title).toMatch(/Thời khoá biểu mới từ/);
    const edit = await put(principal, `/api/timetable/timetables/${candidate.id}/lessons`, {
      changes: [
        {
          lessonId: candidate.id,
          at: null,
          roomId: null,
          locked: false,
          seen: { at: null, roomId: null, locked: false },
        },
      ],
    });
    expect(edit.body.code).toBe('timetable.alreadyPublished');
  });

  test('counts for the next one: what is to hold from a later week lays what the semester has left', async () => {
    const wrong = await principal.post('/api/timetable/solves', { semester: 1, seconds: 5, fromWeek: 30 });
    expect(wrong.body.problems).toMatchObject([{ path: 'fromWeek', message: expect.stringContaining('30') }]);
    const { body } = await principal.post('/api/timetable/solves', { semester: 1, seconds: 5, fromWeek: 10 });
    await principal.post(`/api/timetable/solves/${body.id}/stop`, {});
    await work();
    const { lessons, former } = await inputOf(body.id);
    // What is published now says where lessons lie, for whoever wishes little change.
    expect(Object.keys(former).length).toBeGreaterThan(100);
    const { lessons: before } = (await principal.get(`/api/timetable/timetables/${candidate.id}`)).body;
    const periods = (list: readonly { subjectCode: string | null; duration: number }[], code: string) =>
      list.reduce((sum, one) => sum + (one.subjectCode === code ? one.duration : 0), 0);
    // Whole numbers a week stay what they were.
    for (const code of ['MATH', 'LIT']) {
      expect(periods(before, code)).toBeGreaterThan(0);
      expect(periods(lessons, code)).toBe(periods(before, code));
    }
  });

  test('shows a teacher the own week, a pupil and a parent the class and the names of its teachers, nobody else’s', async () => {
    const teacher = (await (await hoaBan.as('giaovien', 'teacher')).get('/api/timetable/week')).body;
    expect(teacher.myStaffId).toEqual(expect.any(String));
    expect(teacher.classes.length).toBeGreaterThan(1);
    for (const [name, role] of [
      ['hocsinh', 'pupil'],
      ['chame', 'guardian'],
    ] as const) {
      const seen = (await (await hoaBan.as(name, role)).get('/api/timetable/week')).body;
      expect(seen.classes.map((one: { name: string }) => one.name)).toEqual(['6A']);
      expect(seen.myClassIds).toHaveLength(1);
      expect(
        seen.lessons.every(({ classIds }: { classIds: string[] }) => classIds.join() === seen.myClassIds[0]),
      ).toBe(true);
      expect(seen.lessons.length).toBeGreaterThan(20);
      expect(seen.teachers.length).toBeGreaterThan(3);
      expect(seen.teachers.length).toBeLessThan(teacher.teachers.length);
    }
    const other = (await (await hoaBan.as('hieutruong.thpt', 'principal')).get('/api/timetable/week')).body;
    expect(other).toMatchObject({ timetable: null, lessons: [] });
  });

  test('goes on paper and into Excel, and the Excel comes back as the same timetable', async () => {
    const file = (kind: string) => principal.get(`/api/timetable/timetables/${candidate.id}/${kind}`);
    const school = readPdf((await file('pdf?of=school')).bytes);
    expect(school.pages).toHaveLength(1);
    expect(school.pages[0]!.width).toBeGreaterThan(1100);
    expect(school.text.replaceAll(/\s/g, '')).toContain('THỜIKHOÁBIỂUTOÀNTRƯỜNG');
    const named = async (path: string) =>
      decodeURIComponent(String((await file(path)).headers['content-disposition']));
    expect(await named('pdf?of=class')).toContain('Thời khoá biểu các lớp - ');
    expect(await named('pdf?of=teacher')).toContain('Thời khoá biểu giáo viên - ');
    const classes = readPdf((await file('pdf?of=class')).bytes);
    expect(classes.pages.length).toBe(8);
    const book = await file('workbook');
    const sheets = await readWorkbook(book.bytes, 'tkb.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual([
      'Toàn trường',
      'Theo lớp',
      'Theo giáo viên',
      'Theo phòng',
    ]);
    const back = await principal.send(
      '/api/timetable/import?semester=1&name=Nh%E1%BA%ADp',
      'tkb.xlsx',
      book.bytes,
    );
    expect(back).toMatchObject({
      status: 200,
      body: { findings: [], timetable: { state: 'draft', figures: { mustFix: 0 } } },
    });
    expect(back.body.placed).toBe(back.body.cells);
    // Double periods are double again, and special rooms are those of the sheet.
    const shown = async (id: string) => {
      const { lessons } = (await principal.get(`/api/timetable/timetables/${id}`)).body;
      return (lessons as Record<string, unknown>[])
        .map((one) =>
          ['subjectCode', 'strand', 'title', 'weeks', 'classIds', 'staffIds', 'duration', 'at', 'roomId'].map(
            (name) => one[name],
          ),
        )
        .map((one) => JSON.stringify(one))
        .sort();
    };
    const printed = await shown(candidate.id);
    expect(printed.filter((one) => one.includes('],2,{')).length).toBeGreaterThan(0);
    expect(await shown(back.body.timetable.id)).toEqual(printed);
    const empty = await principal.send('/api/timetable/import?semester=1&name=x', 'x.csv', 'a,b\n1,2\n');
    expect(empty).toMatchObject({ status: 422, body: { code: 'timetable.noWeekGrid' } });
  });

  test('comes in from a sheet with slips: each is named with its cell, the rest is laid, nothing readable makes no draft', async () => {
    const send = (rows: string) => {
      const url = '/api/timetable/import?semester=1&name=x';
      return principal.send(url, 'x.csv', `Thứ,Buổi,Tiết,6A,6B,6C,6A\n${rows}`);
    };
    const { body } = await send(
      'Hai,Sáng,2,Toán,Văn,Toán,Toán\nHai,Sáng,2,Văn,,,\nHai,Sáng,hai,Văn,Hát chèo,,\nBa,Sáng,1,,Hát chèo,,\n' +
        'Hai,Sáng,1,Chào cờ,,,\nTư,Sáng,1,"Văn\nNguyễn Văn Lạ",,,\nTư,Sáng,2,"Văn\nThị Lạ, Phòng 101\nGDTC",,,',
    );
    expect(body).toMatchObject({ placed: 4, cells: 5 });
    expect(body.findings).toEqual([
      { cell: 'F1', message: expect.stringContaining('không có lớp "6C"') },
      { cell: 'G1', message: expect.stringContaining('hai cột') },
      { cell: 'D3', message: expect.stringContaining('Ô D2 cũng ghi') },
      { cell: 'D4', message: expect.stringContaining('thứ hoặc tiết') },
      { cell: 'E5', message: expect.stringContaining('Hát chèo') },
      // A teacher who is not the one of the assignment, a second lesson in one place: the lesson is laid, the rest is not passed over in silence.
      { cell: 'D7', message: expect.stringContaining('phần "Nguyễn Văn Lạ"') },
      { cell: 'D8', message: expect.stringContaining('phần "Thị Lạ, GDTC"') },
    ]);
    const { items } = await list(principal);
    const nothing = await send('Hai,Sáng,2,Hát chèo,,,\n');
    expect(nothing).toMatchObject({ status: 422, body: { code: 'timetable.nothingRead' } });
    expect(nothing.body.problems.map(({ path }: { path: string }) => path)).toContain('D2');
    expect((await list(principal)).items).toHaveLength(items.length);
  });

  test('comes in from a .fet file as well; a file that is none is refused in words', async () => {
    const { ground } = (await principal.get('/api/timetable/setup?semester=1')).body;
    const [first, second] = ground.classes;
    const list = (name: string, item: string, names: string[]) =>
      `<${name}_List>${names.map((one) => `<${item}><Name>${one}</Name></${item}>`).join('')}</${name}_List>`;
    const activity = (id: number, students: string) =>
      `<Activity><Teacher>Ai</Teacher><Subject>Toán</Subject><Students>${students}</Students><Duration>1</Duration><Total_Duration>1</Total_Duration><Id>${id}</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>`;
    const fet = `<?xml version="1.0" encoding="UTF-8"?><fet version="6.8.0"><Mode>Official</Mode>${list('Days', 'Day', ['Hai', 'Ba'])}${list('Hours', 'Hour', ['1', '2', '3'])}${list('Subjects', 'Subject', ['Toán'])}${list('Teachers', 'Teacher', ['Ai'])}<Students_List>${[first, second].map(({ name }) => `<Year><Name>${name}</Name><Number_of_Students>30</Number_of_Students></Year>`).join('')}</Students_List><Activities_List>${activity(1, first.name)}${activity(2, second.name)}</Activities_List><Time_Constraints_List><ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>1</Activity_Id><Preferred_Day>Ba</Preferred_Day><Preferred_Hour>2</Preferred_Hour><Permanently_Locked>true</Permanently_Locked><Active>true</Active></ConstraintActivityPreferredStartingTime></Time_Constraints_List><Space_Constraints_List></Space_Constraints_List></fet>`;
    const url = '/api/timetable/import?semester=1&name=Fet';
    const made = await principal.send(url, 'truong.fet', fet);
    expect(made).toMatchObject({
      status: 200,
      body: { cells: 1, placed: 1, findings: [{ message: expect.stringContaining('phần "Ai"') }] },
    });
    const { lessons } = (await principal.get(`/api/timetable/timetables/${made.body.timetable.id}`)).body;
    const laid = lessons.filter((one: { kind: string; at: unknown }) => one.kind === 'lesson' && one.at);
    expect(laid).toMatchObject([
      { subjectCode: 'MATH', classIds: [first.id], at: { weekday: 2, half: 'morning', period: 2 } },
    ]);
    const unlaid = fet.replace(
      /<ConstraintActivityPreferredStartingTime>.*<\/ConstraintActivityPreferredStartingTime>/,
      '',
    );
    expect((await principal.send(url, 'truong.fet', unlaid)).body.detail).toContain('data and timetable');
    const wrong = await principal.send(url, 'truong.fet', '<html><p>không phải</p></html>');
    expect(wrong).toMatchObject({ status: 422, body: { code: 'timetable.unreadableFile' } });
    const others = await principal.send(url, 'truong.fet', fet.replaceAll(first.name, 'Lớp lạ'));
    expect(others).toMatchObject({ status: 422, body: { code: 'timetable.noClassInFet' } });
    expect(others.body.detail).toContain(`Lớp lạ, ${second.name}`);
    const month = fet.replace(/<Day>.*<\/Day>/, '<Day><Name>Hai</Name></Day>'.repeat(30));
    expect((await principal.send(url, 'truong.fet', month)).body.detail).toContain('30 ngày');
  });

  test('can be subscribed to by its teacher, hour by hour, with an address that a new one ends', async () => {
    const teacher = await hoaBan.as('giaovien', 'teacher');
    const address = async () =>
      new URL((await teacher.post('/api/timetable/calendar-feed', {})).body.address).pathname;
    const first = await address();
    const feed = await hoaBan.stranger.get(first);
    expect(feed.headers['content-type']).toContain('text/calendar');
    const text = feed.bytes.toString();
    // A day of the first week, whichever the search gave this teacher.
    expect(text).toMatch(/DTSTART:202509(08|09|10|11|12|13)T\d{6}Z/);
    expect(text.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(18 * 5);
    await address();
    expect((await hoaBan.stranger.get(first)).status).toBe(404);
  });

  test('counts on the board of the department, in its Excel and in its figures', async () => {
    const department = await hoaBan.as('truongphong', 'divisionHead');
    const board = (await department.get('/api/timetable/board')).body;
    expect(board.counts.schools - board.counts.missing).toBe(1);
    expect(board.items.find(({ published }: { published: boolean }) => published)).toMatchObject({
      figures: { mustFix: 0 },
      classes: 8,
      load: { average: expect.any(Number), most: expect.any(Number) },
    });
    const { body: held } = await principal.get('/api/timetable/week');
    const periods = new Map<string, number>();
    for (const { staffIds, duration, at, weeks } of held.lessons)
      for (const id of at ? staffIds : [])
        periods.set(id, (periods.get(id) ?? 0) + (weeks ? duration / 2 : duration));
    const { load } = board.items.find(({ published }: { published: boolean }) => published);
    expect(load.most).toBe(Math.max(...periods.values()));
    expect(board.items.filter((row: { load: unknown }) => row.load)).toHaveLength(1);
    const missing = (await department.get('/api/timetable/board?show=missing')).body;
    expect(missing.items).toHaveLength(board.counts.missing);
    expect((await department.get('/api/timetable/board/workbook')).status).toBe(200);
    expect((await principal.get('/api/timetable/board')).status).toBe(403);
  });
});
