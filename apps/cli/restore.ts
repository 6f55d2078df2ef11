import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkBackup, hasData, restoreBackup, writeBackup } from '#platform/db';
import { installJobs } from '#platform/jobs';
import { adoptDataMaster } from '#platform/secrets';
import { type Config, readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { type PreparedDatabase, prepareDatabase } from './prepare-database.ts';

const withoutKey =
  'Bản sao lưu cũ này không có khóa: nếu khôi phục ở máy khác, hãy chép tệp secrets.json của máy cũ vào thư mục dữ liệu còn trống rồi khôi phục lại, để mã xác thực hai lớp còn dùng được.';

/** A restore with --replace can itself be taken back. */
async function saveWhatIsThere(
  config: Config,
  { ownerUrl, secrets }: PreparedDatabase,
  filesFolder: string,
  now: Date,
): Promise<string> {
  const folder = join(config.dataFolder, 'backups');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `before-restore-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.hoaban`);
  await writeBackup(path, { ownerUrl, filesFolder, dataMaster: secrets.dataMaster, now });
  return path;
}

/** `restore FILE [--replace]`: everything of a backup into this database, with the server stopped. */
export async function run(parameters: readonly string[]): Promise<number> {
  const replace = parameters.includes('--replace');
  const [path, ...others] = parameters.filter((parameter) => parameter !== '--replace');
  if (path === undefined || path.startsWith('-') || others.length > 0) {
    throw badInput('Cách dùng: restore TỆP [--replace]');
  }
  const backup = resolve(path);
  const print = (line: string) => console.log(line);
  const { dataMaster } = await checkBackup(backup);
  const config = readConfig(process.env);
  const filesFolder = join(config.dataFolder, 'files');
  const database = await prepareDatabase(config, 'sole', print);
  const { ownerUrl } = database;
  try {
    if (await hasData(ownerUrl)) {
      if (!replace) {
        throw badInput(
          'Cơ sở dữ liệu đang có dữ liệu: thêm --replace để thay bằng bản sao lưu (dữ liệu cũ được cất trước).',
        );
      }
      print(`Đã cất dữ liệu cũ vào ${await saveWhatIsThere(config, database, filesFolder, new Date())}.`);
    }
    const totals = await restoreBackup(backup, { ownerUrl, filesFolder, installJobs, log: print });
    print(`Đã khôi phục ${totals.tables} bảng, ${totals.rows} dòng, ${totals.files} tệp.`);
    if (dataMaster) await adoptDataMaster(config.dataFolder, dataMaster);
    else print(withoutKey);
    return exitStatus.done;
  } finally {
    await database.close();
  }
}
