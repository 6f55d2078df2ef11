import { readConfig } from './config.ts';
import { exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

/** Brings the database to the newest shape and says so. */
export async function run(): Promise<number> {
  const database = await prepareDatabase(readConfig(process.env), 'join', (line) => console.log(line));
  await database.close();
  console.log('Cơ sở dữ liệu đã ở cấu trúc mới nhất.');
  return exitStatus.done;
}
