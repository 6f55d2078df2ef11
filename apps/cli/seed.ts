import { clockOf } from '#platform/clock';
import { readConfig } from './config.ts';
import { describeDemoAccounts, loadDemoProvince } from './demo-province.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

/** Loads the demo province into an empty database. A database with data is refused and stays as it is. */
export async function run(): Promise<number> {
  const print = (line: string) => console.log(line);
  const config = readConfig(process.env);
  const database = await prepareDatabase(config, 'join', print);
  try {
    if (!(await loadDemoProvince(database, clockOf(config.today), print))) {
      throw badInput('Cơ sở dữ liệu đã có dữ liệu: tỉnh mẫu chỉ nạp vào cơ sở dữ liệu còn trống.');
    }
    for (const line of describeDemoAccounts()) print(line);
    return exitStatus.done;
  } finally {
    await database.close();
  }
}
