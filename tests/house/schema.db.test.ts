import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/harness/database.ts';
import { describeDatabase, keptPictures, writePictures } from '../../tools/describe-database.ts';

test('database/schema shows the database as the migrations make it (HOABAN_DRAW=1 draws it anew)', async () => {
  const database = await freshDatabase();
  try {
    const today = await describeDatabase(database.ownerUrl);
    if (process.env.HOABAN_DRAW) await writePictures(today);
    const kept = await keptPictures();
    expect([...kept.keys()].sort()).toEqual([...today.keys()].sort());
    for (const [name, text] of today) expect(kept.get(name), name).toBe(text);
  } finally {
    await database.drop();
  }
});

test('a change of the database changes its picture', async () => {
  const database = await freshDatabase();
  try {
    const before = await describeDatabase(database.ownerUrl);
    await database.owner.query('grant delete on platform.migration to hoaban_runtime');
    const after = await describeDatabase(database.ownerUrl);
    expect(after.get('platform.txt')).not.toBe(before.get('platform.txt'));
    expect(after.get('platform.txt')).toContain('hoaban_runtime: delete, select');
  } finally {
    await database.drop();
  }
});
