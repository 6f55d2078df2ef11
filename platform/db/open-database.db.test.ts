import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { databaseRefusal, openDatabase, type ReadTx, sql, type WriteTx } from './index.ts';

let mine: TestDatabase;
beforeAll(async () => {
  mine = await freshDatabase();
  await mine.owner.query(`
    create schema trial;
    grant usage on schema trial to hoaban_runtime;
    create table trial.note (
      id integer primary key, text varchar(5) not null check (text <> 'bad'), parent integer references trial.note
    );
    create table trial.guarded (owner text);
    alter table trial.guarded enable row level security;
    create policy own on trial.guarded to hoaban_runtime
      using (owner = nullif(current_setting('hoaban.account_id', true), ''));
    create table trial.closed (id integer);
    grant select, insert, update, delete on trial.note, trial.guarded to hoaban_runtime;
    insert into trial.guarded values ('a'), ('b');`);
});
afterAll(() => mine.drop());

const insertNote = (tx: WriteTx, id: number, text = 'x', parent: number | null = null) =>
  sql`insert into trial.note values (${id}, ${text}, ${parent})`.execute(tx);
const countNotes = async (tx: ReadTx) =>
  (await sql<{ count: number }>`select count(*) from trial.note`.execute(tx)).rows[0]!.count;

describe('transactions', () => {
  test('what is written is there for the next transaction; what fails is not', async () => {
    await mine.database.write({}, (tx) => insertNote(tx, 1));
    const failing = mine.database.write({}, async (tx) => {
      await insertNote(tx, 2);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await mine.database.read({}, countNotes)).toBe(1);
  });

  test('a reader cannot write, neither by type nor in fact', async () => {
    // @ts-expect-error a ReadTx is not a WriteTx
    const writing = mine.database.read({}, (tx) => insertNote(tx, 3));
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });

  test('settings hold for their transaction only, and nothing set means no rows', async () => {
    const owners = (tx: ReadTx) => sql<{ owner: string }>`select owner from trial.guarded`.execute(tx);
    expect((await mine.database.read({ 'hoaban.account_id': 'a' }, owners)).rows).toEqual([{ owner: 'a' }]);
    const many = await Promise.all(Array.from({ length: 20 }, () => mine.database.read({}, owners)));
    expect(many.flatMap((result) => result.rows)).toEqual([]);
  });

  test('a wrong setting fails the whole transaction, also when the work ignores it', async () => {
    const reading = mine.database.read({ 'no such setting': 'x' }, async () => 'never mind');
    await expect(reading).rejects.toThrow('configuration parameter');
  });

  test('an error that the work swallows does not pass for a commit', async () => {
    const writing = mine.database.write({}, async (tx) => {
      await insertNote(tx, 4);
      await insertNote(tx, 4).catch(() => {});
    });
    await expect(writing).rejects.toThrow('rolled back by an earlier error');
  });

  test('a query after the end of its transaction is a fault, not a query without scope', async () => {
    let kept: ReadTx | undefined;
    await mine.database.read({}, async (tx) => {
      kept = tx;
    });
    await expect(countNotes(kept!)).rejects.toThrow('after the end of its transaction');
  });

  test('a transaction ended by a deadlock is tried again and both writers get through', async () => {
    await mine.database.write({}, (tx) =>
      sql`insert into trial.note values (11, 'a'), (12, 'b')`.execute(tx),
    );
    const bothInside = Promise.withResolvers<void>();
    let inside = 0;
    let runs = 0;
    const touch = (first: number, second: number) =>
      mine.database.write({}, async (tx) => {
        runs++;
        await sql`update trial.note set text = text || '1' where id = ${first}`.execute(tx);
        if (++inside === 2) bothInside.resolve();
        await bothInside.promise;
        await sql`update trial.note set text = text || '2' where id = ${second}`.execute(tx);
      });
    await Promise.all([touch(11, 12), touch(12, 11)]);
    expect(runs).toBeGreaterThanOrEqual(3);
    const { rows } = await mine.owner.query(
      'select length(text) as length from trial.note where id in (11, 12)',
    );
    expect(rows).toEqual([{ length: 3 }, { length: 3 }]);
  });

  test('queries sent together keep their answers apart', async () => {
    const answers = await mine.database.read({}, (tx) =>
      Promise.all(
        Array.from({ length: 50 }, async (_, n) => {
          const { rows } = await sql<{ n: number }>`select ${n}::integer as n`.execute(tx);
          return rows[0]!.n;
        }),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });
});

test('columns arrive in the shapes the house agreed on', async () => {
  const { rows } = await mine.database.read({}, (tx) =>
    sql`select 9007199254740991 as whole, 12.50::numeric as exact, date '2025-09-05' as day,
      timestamptz '2025-09-05 07:00:00.123456+07' as instant, '{"a":[1]}'::jsonb as json,
      array[date '2025-09-05', null] as days, array[1.10, 2] as amounts, null::date as nothing`.execute(tx),
  );
  expect(rows).toEqual([
    {
      whole: 9007199254740991,
      exact: '12.50',
      day: '2025-09-05',
      instant: '2025-09-05T00:00:00.123456Z',
      json: { a: [1] },
      days: ['2025-09-05', null],
      amounts: ['1.10', '2'],
      nothing: null,
    },
  ]);
  const tooLarge = mine.database.read({}, (tx) => sql`select 9007199254740993 as whole`.execute(tx));
  await expect(tooLarge).rejects.toThrow(RangeError);
});

test('a session in another time zone gives the same instants', async () => {
  const { rows } = await mine.owner.query(
    `select set_config('timezone', 'Asia/Kolkata', false), timestamptz '2025-09-05 07:00:00.5+07' as instant`,
  );
  expect(rows[0].instant).toBe('2025-09-05T00:00:00.5Z');
});

describe('refusals are told by name', () => {
  const refusalOf = (statement: string) =>
    mine.database
      .write({ 'hoaban.account_id': 'a' }, (tx) => sql.raw(statement).execute(tx))
      .then(
        () => expect.fail('not refused'),
        (error) => databaseRefusal(error),
      );
  test.each([
    ['insert into trial.note values (1, $$x$$)', { kind: 'unique', constraint: 'note_pkey', table: 'note' }],
    [
      'insert into trial.note values (50, $$x$$, 999)',
      { kind: 'foreignKey', constraint: 'note_parent_fkey', table: 'note' },
    ],
    [
      'insert into trial.note values (50, $$bad$$)',
      { kind: 'check', constraint: 'note_text_check', table: 'note' },
    ],
    ['insert into trial.note values (50, null)', { kind: 'notNull', table: 'note', column: 'text' }],
    ['insert into trial.note values (50, $$longer$$)', { kind: 'tooLong' }],
    [`select '{"a": "\\u0000"}'::jsonb ->> 'a'`, { kind: 'notText' }],
    ['insert into trial.guarded values ($$b$$)', { kind: 'rowSecurity' }],
    ['select from trial.closed', { kind: 'permission' }],
    ['selekt', undefined],
  ])('%s', async (statement, refusal) => {
    expect(await refusalOf(statement)).toEqual(refusal);
  });

  test('a server that is not there', async () => {
    const nowhere = openDatabase('postgres://x@127.0.0.1:1/x', { maxConnections: 1 });
    const error = await nowhere.read({}, countNotes).catch((reason) => reason as unknown);
    expect(databaseRefusal(error)).toEqual({ kind: 'unavailable' });
    await nowhere.close();
  });

  test('a connection cut in the middle, after which the pool serves again', async () => {
    const cut = mine.database.write({}, (tx) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx),
    );
    const error = await cut.catch((reason) => reason as unknown);
    expect(databaseRefusal(error)).toEqual({ kind: 'unavailable' });
    expect(await mine.database.read({}, async () => 'again')).toBe('again');
  });
});
