import { statfs } from 'node:fs/promises';
import { databaseState } from '#platform/db';
import { readConfig } from './config.ts';
import { exitStatus } from './operator.ts';
import { openServer } from './prepare-database.ts';
import { projectRoot } from './project.ts';

/** Says how things stand, changing nothing. Exit status 1 when something needs the operator. */
export async function run(): Promise<number> {
  const config = readConfig(process.env);
  const print = (name: string, value: string) => console.log(`${`${name}:`.padEnd(20)}${value}`);
  print('Node', `${process.version} (${process.platform}-${process.arch})`);
  print('Mã nguồn', projectRoot);
  print('Thư mục dữ liệu', config.dataFolder);
  const server = await openServer(config, 'join', (line) => console.log(line));
  try {
    const { bavail, bsize } = await statfs(config.databaseUrl ? projectRoot : config.dataFolder);
    print('Đĩa còn trống', `${Math.round((bavail * bsize) / 1e6).toLocaleString('vi-VN')} MB`);
    const state = await databaseState(server.ownerUrl);
    print('PostgreSQL', `${state.version}, ${config.databaseUrl ? 'của bạn (DATABASE_URL)' : 'đi kèm'}`);
    print('Dung lượng dữ liệu', `${Math.round(state.bytes / 1e6).toLocaleString('vi-VN')} MB`);
    print('Bước cấu trúc', `${state.applied} đã chạy, ${state.waiting.length} đang chờ`);
    for (const name of state.waiting) print('  đang chờ', name);
    print('Việc nền', `${state.jobsWaiting} đang chờ, ${state.jobsFailed} đã bỏ sau nhiều lần thử`);
    const healthy = state.jobsFailed === 0;
    console.log(healthy ? 'Mọi thứ bình thường.' : 'Có việc nền không chạy được: xem nhật ký của máy chủ.');
    return healthy ? exitStatus.done : exitStatus.failed;
  } finally {
    await server.close();
  }
}
