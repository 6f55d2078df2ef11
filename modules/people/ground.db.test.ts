import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTables } from '#platform/documents';
import { type Person, type Said, type Served, serve } from '#tests/harness/served.ts';
import { nameOf, province, provinceSeed, unitOf } from '../plan/testing.ts';
import { addClass, addPupil, addStaff } from './testing.ts';

// What a school does with its staff, classes and rooms, through the server.

const lower = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === lower.parent_id);
const sameCommune = unitOf(
  'school',
  (unit) => unit.managing_authority === 'communePC' && unit.parent_id === commune.id && unit.id !== lower.id,
);
const otherLower = unitOf(
  'school',
  (unit) => unit.managing_authority === 'communePC' && unit.parent_id !== commune.id,
);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === lower.id);
const strangeTeam = unitOf('subjectTeam', (unit) => unit.parent_id === otherLower.id);
const here = { id: lower.id, departmentId: province.departmentId };
const { schoolYearId } = province;

let hoaBan: Served;
let principal: Person;
let officer: Person;
beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-01T08:00:00+07:00');
  principal = await hoaBan.as(nameOf(lower, 'principal'), 'principal');
  officer = await hoaBan.as(nameOf(commune, 'communeOfficer'), 'communeOfficer');
});
afterAll(() => hoaBan?.close());

function send(person: Person, method: 'PUT' | 'DELETE', url: string, body?: object): Promise<Said> {
  return person.raw({
    method: method as 'POST',
    url: `/api/people/${url}`,
    ...(body ? { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
}

const aRoom = { name: 'P.101', kind: 'classroom', capacity: 40, solid: true, siteId: null };
const aClass = {
  grade: 7,
  name: '7A1',
  kind: 'ordinary',
  specialisedSubject: null,
  siteId: null,
  roomId: null,
  homeroomStaffId: null,
  twoSessions: true,
};
const aTeacher = {
  fullName: 'Lường Thị Hặc',
  sex: 'female',
  birthDate: '1990-04-05',
  code: null,
  post: 'teacher',
  employment: 'tenured',
  qualification: 'bachelor',
  teacherTrained: true,
  onProbation: false,
  infantUntil: null,
  phone: null,
  email: null,
  teamId: team.id,
  joinedOn: '2015-08-20',
  subjects: [{ subjectCode: 'SCI', strand: 'life', lowerLevel: true, upperLevel: false, basis: 'trained' }],
};

async function newTeacher(change: object = {}): Promise<string> {
  const { status, body } = await principal.post('/api/people/staff', { ...aTeacher, ...change });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.id;
}
const pathsOf = (said: Said) =>
  (said.body.problems ?? []).map(({ path }: { path: string }) => path.split('.').at(-1));

describe('a room', () => {
  test('is added, changed, taken out of use and put back; its name is its own', async () => {
    const { body } = await principal.post('/api/people/rooms', aRoom);
    const again = await principal.post('/api/people/rooms', { ...aRoom, name: 'p.101' });
    expect([again.status, again.body.code]).toEqual([409, 'people.roomNameTaken']);
    const closed = await send(principal, 'PUT', `rooms/${body.id}`, { ...aRoom, closed: true, version: 1 });
    expect(closed.body).toEqual({ version: 2 });
    expect((await principal.post('/api/people/rooms', aRoom)).status).toBe(200);
    const back = await send(principal, 'PUT', `rooms/${body.id}`, { ...aRoom, closed: false, version: 2 });
    expect(back.body.code).toBe('people.roomNameTaken');
  });

  test('keeps what equipment it has until that is changed; a name too long is refused', async () => {
    const room = { ...aRoom, name: 'P.104', equipment: ['Máy chiếu', ' Ti vi '] };
    const { body } = await principal.post('/api/people/rooms', room);
    const list = async () =>
      (await principal.get('/api/people/rooms')).body.items.find(({ id }: { id: string }) => id === body.id);
    expect((await list()).equipment).toEqual(['Máy chiếu', 'Ti vi']);
    const { equipment: _, ...without } = room;
    await send(principal, 'PUT', `rooms/${body.id}`, { ...without, closed: false, version: 1 });
    expect((await list()).equipment).toEqual(['Máy chiếu', 'Ti vi']);
    const wrong = await principal.post('/api/people/rooms', {
      ...room,
      name: 'P.105',
      equipment: ['x'.repeat(41)],
    });
    expect(wrong.status).toBe(400);
  });

  test('changed by two people keeps both versions in the answer', async () => {
    const room = { ...aRoom, name: 'P.102' };
    const { body } = await principal.post('/api/people/rooms', room);
    await send(principal, 'PUT', `rooms/${body.id}`, { ...room, capacity: 30, closed: false, version: 1 });
    const late = await send(principal, 'PUT', `rooms/${body.id}`, {
      ...room,
      capacity: 50,
      closed: false,
      version: 1,
    });
    expect([late.status, late.body.code]).toEqual([409, 'people.changedMeanwhile']);
    expect(late.body.facts).toMatchObject({ yours: { capacity: 50 }, current: { capacity: 30, version: 2 } });
  });

  test('in which a class of the year sits stays in use', async () => {
    const room = { ...aRoom, name: 'P.103' };
    const { body } = await principal.post('/api/people/rooms', room);
    await addClass(hoaBan.db, here, schoolYearId, { name: '6Z', room_id: body.id });
    const closed = await send(principal, 'PUT', `rooms/${body.id}`, { ...room, closed: true, version: 1 });
    expect(closed.body.code).toBe('people.roomInUse');
    expect(closed.body.detail).toContain('6Z');
  });
});

describe('a class', () => {
  test('tells all its faults at once: grade, room and homeroom teacher of another school', async () => {
    const stranger = await addStaff(hoaBan.db, { ...here, id: otherLower.id });
    const said = await principal.post('/api/people/classes', {
      ...aClass,
      grade: 11,
      kind: 'specialised',
      roomId: stranger,
      homeroomStaffId: stranger,
    });
    expect([said.status, said.body.code]).toEqual([422, 'people.badGround']);
    expect(pathsOf(said)).toEqual(['grade', 'specialisedSubject', 'roomId', 'homeroomStaffId']);
  });

  test('shows its counts and what to look at: too many pupils by the rule, no homeroom teacher', async () => {
    const { body } = await principal.post('/api/people/classes', { ...aClass, name: '7D' });
    await Promise.all(
      Array.from({ length: 46 }, (_, at) =>
        addPupil(
          hoaBan.db,
          here,
          { classId: body.id, schoolYearId, ethnicGroup: at < 6 ? '01' : '08' },
          { sex: at % 2 === 0 ? 'female' : 'male' },
        ),
      ),
    );
    const shown = (await principal.get('/api/people/classes')).body.items.find(
      ({ id }: { id: string }) => id === body.id,
    );
    expect(shown).toMatchObject({ pupils: 46, female: 23, minority: 40, disabled: 0, limit: { pupils: 45 } });
    expect(shown.warnings.map(({ code, rule }: { code: string; rule: string }) => [code, rule])).toEqual([
      ['noHomeroom', ''],
      ['tooLarge', 'STF-40'],
    ]);
    const gone = await send(principal, 'DELETE', `classes/${body.id}`);
    expect(gone.body.code).toBe('people.classInUse');
    const graded = await send(principal, 'PUT', `classes/${body.id}`, {
      ...aClass,
      name: '7D',
      grade: 8,
      version: 1,
    });
    expect(pathsOf(graded)).toEqual(['grade']);
  });

  test('is told as without homeroom teacher once that teacher has left', async () => {
    const teacher = await newTeacher();
    const { body } = await principal.post('/api/people/classes', {
      ...aClass,
      name: '7E',
      homeroomStaffId: teacher,
    });
    const find = async () =>
      (await principal.get('/api/people/classes')).body.items.find(
        ({ id }: { id: string }) => id === body.id,
      );
    expect((await find()).warnings).toEqual([]);
    const left = await principal.post(`/api/people/staff/${teacher}/left`, { on: '2025-10-01', version: 1 });
    expect(left.body).toEqual({ version: 2, classesWithoutHomeroom: ['7E'] });
    expect(await find()).toMatchObject({ homeroomLeft: true, warnings: [{ code: 'noHomeroom' }] });
    // What stays as it was does not hinder another change.
    const changed = await send(principal, 'PUT', `classes/${body.id}`, {
      ...aClass,
      name: '7E',
      homeroomStaffId: teacher,
      twoSessions: false,
      version: 1,
    });
    expect(changed.status).toBe(200);
  });

  test('has its homeroom teacher told apart from others of the name, where one is chosen and in the list', async () => {
    const ofSubject = (subjectCode: string, birthDate: string) =>
      newTeacher({
        ...{ fullName: 'Cứ Thị Mị', birthDate },
        subjects: [{ subjectCode, strand: '', lowerLevel: true, upperLevel: false, basis: 'trained' }],
      });
    const ids = [await ofSubject('MATH', '1991-01-02'), await ofSubject('LIT', '1992-03-04')];
    const { items } = (await principal.get('/api/people/staff?limit=500')).body;
    const called = items.flatMap(({ id, shownName }: { id: string; shownName: string }) =>
      ids.includes(id) ? shownName : [],
    );
    expect(called.sort()).toEqual(['Cứ Thị Mị (Toán)', 'Cứ Thị Mị (Văn)']);
    await principal.post('/api/people/classes', { ...aClass, name: '7H', homeroomStaffId: ids[1] });
    expect((await principal.get('/api/people/classes')).body.items).toContainEqual(
      expect.objectContaining({ name: '7H', homeroomName: 'Cứ Thị Mị (Văn)' }),
    );
  });

  test('nobody ever sat in can be removed, and its name be used again', async () => {
    const { body } = await principal.post('/api/people/classes', { ...aClass, name: '7G' });
    expect((await principal.post('/api/people/classes', { ...aClass, name: '7G' })).body.code).toBe(
      'people.classNameTaken',
    );
    expect((await send(principal, 'DELETE', `classes/${body.id}`)).status).toBe(204);
    expect((await send(principal, 'DELETE', `classes/${body.id}`)).status).toBe(404);
    expect((await principal.post('/api/people/classes', { ...aClass, name: '7G' })).status).toBe(200);
  });
});

describe('a staff member', () => {
  test('is found by name without marks, by subject, team and post', async () => {
    const id = await newTeacher({ fullName: 'Điêu Thị Đượng' });
    const found = async (query: string) =>
      (await principal.get(`/api/people/staff?${query}`)).body.items.some(
        (one: { id: string }) => one.id === id,
      );
    expect(await found('q=dieu%20thi%20duong')).toBe(true);
    expect(await found('q=xyz')).toBe(false);
    expect(await found('subject=SCI')).toBe(true);
    expect(await found('subject=LIT')).toBe(false);
    expect(await found(`teamId=${team.id}&post=teacher`)).toBe(true);
    expect(await found('post=nurse')).toBe(false);
    expect(await found('state=withoutAccount')).toBe(true);
    expect(await found('state=left')).toBe(false);
  });

  test('comes page by page in the order of the Vietnamese alphabet, nobody twice', async () => {
    for (const fullName of ['Lò Văn Đức', 'Lò Văn Dũng', 'Lò Văn Én', 'Cà Văn Dũng'])
      await newTeacher({ fullName });
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await principal.get(
        `/api/people/staff?limit=3&cursor=${encodeURIComponent(cursor)}`.replace(/&cursor=$/, ''),
      );
      names.push(...body.items.map((one: { fullName: string }) => one.fullName));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    const places = ['Cà Văn Dũng', 'Lò Văn Dũng', 'Lò Văn Đức', 'Lò Văn Én'].map((name) =>
      names.indexOf(name),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect((await principal.get('/api/people/staff')).body.total).toBe(names.length);
    expect((await principal.get('/api/people/staff?cursor=x')).body.code).toBe('people.badCursor');
  });

  test('with faults is refused with all of them and nothing is kept', async () => {
    const before = (await principal.get('/api/people/staff')).body.total;
    const said = await principal.post('/api/people/staff', {
      ...aTeacher,
      birthDate: '2012-01-01',
      teamId: strangeTeam.id,
      subjects: [{ ...aTeacher.subjects[0], strand: 'music' }],
    });
    expect([said.status, pathsOf(said)]).toEqual([422, ['birthDate', 'joinedOn', 'strand', 'teamId']]);
    expect((await principal.get('/api/people/staff')).body.total).toBe(before);
  });

  test('keeps an odd identity number with a warning; one that somebody has is refused, also from another school', async () => {
    const first = await principal.post('/api/people/staff', {
      ...aTeacher,
      identityNumber: '011190000111',
      ethnicGroup: '08',
    });
    expect(first.body.warnings).toEqual([]);
    const odd = await principal.post('/api/people/staff', { ...aTeacher, identityNumber: '099085000222' });
    expect(odd.body.warnings.map(({ kind }: { kind: string }) => kind)).toEqual(['province', 'sex', 'year']);
    const elsewhere = await hoaBan.as(nameOf(otherLower, 'principal'), 'principal');
    const twice = await elsewhere.post('/api/people/staff', {
      ...aTeacher,
      teamId: null,
      identityNumber: '011190000111',
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'people.staffNumberTaken']);
    const secret = await principal.get(`/api/people/staff/${first.body.id}/private`);
    expect(secret.body).toMatchObject({ identityNumber: '011190000111', ethnicGroup: '08' });
    const bad = await send(principal, 'PUT', `staff/${first.body.id}/private`, {
      identityNumber: '12345',
      ethnicGroup: '55',
      version: secret.body.version,
    });
    expect([bad.status, pathsOf(bad)]).toEqual([400, ['identityNumber', 'ethnicGroup']]);
  });

  test('changes subjects with the record; a second person’s late save keeps both versions', async () => {
    const id = await newTeacher();
    const subjects = [
      { subjectCode: 'SCI', strand: '', lowerLevel: true, upperLevel: false, basis: 'certified' },
      { subjectCode: 'MATH', strand: '', lowerLevel: true, upperLevel: false, basis: 'trained' },
    ];
    expect(
      (await send(principal, 'PUT', `staff/${id}`, { ...aTeacher, subjects, version: 1 })).body.version,
    ).toBe(2);
    const { body } = await principal.get(`/api/people/staff/${id}`);
    expect(body.subjects.map((one: { subjectCode: string }) => one.subjectCode)).toEqual(['MATH', 'SCI']);
    const late = await send(principal, 'PUT', `staff/${id}`, { ...aTeacher, version: 1 });
    expect(late.body).toMatchObject({ code: 'people.changedMeanwhile', facts: { current: { version: 2 } } });
  });

  test('gets an account with a one-time password, once; the account can be taken off and linked again', async () => {
    const id = await newTeacher({ fullName: 'Quàng Văn Thoan' });
    const address = `/api/people/staff/${id}/new-account`;
    const given = await principal.post(address, { username: 'thoan.qv.thu', role: 'teacher' });
    expect(given.status, JSON.stringify(given.body)).toBe(200);
    expect(given.body.oneTimePassword.length).toBeGreaterThanOrEqual(8);
    expect((await principal.post(address, { username: 'thoan2.thu', role: 'teacher' })).body.code).toBe(
      'people.accountUnfit',
    );
    const link = (accountId: string | null, version: number) =>
      send(principal, 'PUT', `staff/${id}/account`, { accountId, version });
    expect((await link(null, 2)).body.version).toBe(3);
    const stranger = province.roleAssignments.find(({ unit_id }) => unit_id === otherLower.id)!.account_id;
    expect((await link(stranger, 3)).body.code).toBe('people.accountUnfit');
    expect((await link(given.body.accountId, 3)).body.version).toBe(4);
    const other = await newTeacher();
    const taken = await send(principal, 'PUT', `staff/${other}/account`, {
      accountId: given.body.accountId,
      version: 1,
    });
    expect(taken.body.code).toBe('people.accountUnfit');
  });

  test('is not given an account above what the giver may give', async () => {
    const clerk = await hoaBan.as(nameOf(lower, 'clerk'), 'clerk');
    const id = await newTeacher();
    const said = await clerk.post(`/api/people/staff/${id}/new-account`, {
      username: 'leo.cao',
      role: 'vicePrincipal',
    });
    expect(said.status).toBe(403);
  });
});

describe('a teacher shared between schools', () => {
  const posting = {
    unitId: sameCommune.id,
    periodsPerWeek: 6,
    decision: 'QĐ số 15/QĐ-UBND ngày 01/9/2025',
    startsOn: '2025-09-05',
    endsOn: '2026-05-31',
  };
  test('is posted by the commune, seen in both schools, and changed only at home', async () => {
    const id = await newTeacher({ fullName: 'Sùng A Chía' });
    const made = await officer.post(`/api/people/staff/${id}/postings`, posting);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const twice = await officer.post(`/api/people/staff/${id}/postings`, posting);
    expect(twice.body.code).toBe('people.postingTwice');
    const host = await hoaBan.as(nameOf(sameCommune, 'principal'), 'principal');
    const { body } = await host.get('/api/people/staff?state=posted');
    expect(body.items.map((one: { fullName: string }) => one.fullName)).toEqual(['Sùng A Chía']);
    expect((await host.get(`/api/people/staff/${id}`)).body.postings).toHaveLength(1);
    const stolen = await send(host, 'PUT', `staff/${id}`, { ...aTeacher, teamId: null, version: 1 });
    expect(stolen.status).toBe(404);
    expect((await principal.get(`/api/people/staff/${id}`)).body.postings[0].host.name).toBe(
      sameCommune.name,
    );
    expect((await send(officer, 'DELETE', `postings/${made.body.id}`)).status).toBe(204);
    expect((await host.get(`/api/people/staff/${id}`)).status).toBe(404);
  });

  test('is not posted by a school, out of reach, to the own school, or backwards in time', async () => {
    const id = await newTeacher();
    expect((await principal.post(`/api/people/staff/${id}/postings`, posting)).status).toBe(403);
    const ask = async (change: object) =>
      pathsOf(await officer.post(`/api/people/staff/${id}/postings`, { ...posting, ...change }));
    expect(await ask({ unitId: otherLower.id })).toEqual(['unitId']);
    expect(await ask({ unitId: lower.id, endsOn: '2025-01-01' })).toEqual(['unitId', 'endsOn']);
  });
});

describe('figures of a school', () => {
  test('are those of its lists, whoever of its reach asks', async () => {
    const { body: classes } = await principal.get('/api/people/classes');
    const { body: staff } = await principal.get('/api/people/staff');
    const { body } = await officer.get('/api/people/schools?limit=200');
    const ours = body.items.find(({ unitId }: { unitId: string }) => unitId === lower.id);
    expect(ours).toMatchObject({
      classes: classes.totals.classes,
      pupils: classes.totals.pupils,
      female: classes.totals.female,
      minority: classes.totals.minority,
      staff: staff.total,
      staffByPost: { teacher: staff.total },
    });
    expect(ours.pupilsByEthnicGroup).toEqual({ '01': 6, '08': 40 });
    expect(ours.teachersBySubject.SCI).toBeGreaterThan(0);
  });

  test('leave as Excel files with the same rows', async () => {
    for (const [person, address, sheet] of [
      [principal, 'classes.xlsx', 'Lớp học'],
      [principal, 'rooms.xlsx', 'Phòng học'],
      [principal, 'staff.xlsx', 'Đội ngũ'],
      [officer, 'schools.xlsx', 'Quy mô trường'],
    ] as const) {
      const { status, bytes } = await person.get(`/api/people/${address}`);
      expect(status).toBe(200);
      const [table] = await readTables(bytes, address);
      expect(table?.name).toBe(sheet);
      expect(table?.rows.length).toBeGreaterThan(1);
    }
  });

  test('of a year that is none are refused', async () => {
    const { body } = await principal.get(
      '/api/people/classes?schoolYearId=01900000-0000-7000-8000-000000000000',
    );
    expect(body.code).toBe('people.noSchoolYear');
    expect((await officer.get('/api/people/classes')).body.code).toBe('people.schoolNeeded');
  });
});
