import { join, resolve } from 'node:path';
import { writeBackup } from '#platform/db';
import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

/** `backup FILE`: everything in one file, while people go on working. */
export async function run(parameters: readonly string[]): Promise<number> {
  const [path, ...others] = parameters;
  if (path === undefined || path.startsWith('-') || others.length > 0)
    throw badInput('Cách dùng: backup TỆP');
  const config = readConfig(process.env);
  const database = await prepareDatabase(config, 'join', (line) => console.log(line));
  try {
    const totals = await writeBackup(resolve(path), {
      ownerUrl: database.ownerUrl,
      filesFolder: join(config.dataFolder, 'files'),
      dataMaster: database.secrets.dataMaster,
      now: new Date(),
    });
    console.log(
      `Đã sao lưu ${totals.tables} bảng, ${totals.rows} dòng, ${totals.files} tệp vào ${resolve(path)}.`,
    );
    console.log(
      'Tệp này chứa dữ liệu cá nhân và khóa mở mã xác thực hai lớp: cất nơi chỉ quản trị đọc được, đừng gửi qua thư điện tử.',
    );
    return exitStatus.done;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'open') throw error;
    throw badInput(`Không ghi được tệp ${resolve(path)}: kiểm tra thư mục và quyền ghi.`);
  } finally {
    await database.close();
  }
}
