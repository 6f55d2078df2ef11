import { access, constants, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type SchoolRun, solveProvince } from '../../engines/timetable/threads/index.ts';
import { badInput, exitStatus } from './operator.ts';
import { listenWhileSearching } from './timetable-options.ts';

export interface ProvinceWish {
  readonly out: string | undefined;
  readonly seconds: number;
  readonly seed: number;
  readonly threads: number;
  readonly json: boolean;
}

/**
 * `timetable province FOLDER`: every school of a folder, some side by side. A second call goes on where the first was ended, by
 * Ctrl+C or by a kill. Exit status 0 when every school has a timetable without a broken rule, else 1.
 */
export async function solveSchools(folder: string, wish: ProvinceWish): Promise<number> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw badInput(`Không có thư mục ${folder}: cần một thư mục chứa các tệp .fet hoặc .json.`);
  const out = wish.out ?? join(folder, 'thoi-khoa-bieu');
  await mkdir(out, { recursive: true })
    .then(() => access(out, constants.W_OK))
    .catch(() => {
      throw badInput(`--out "${out}": không ghi được vào thư mục đó. Kiểm tra đường dẫn và quyền ghi.`);
    });
  const search = listenWhileSearching();
  const schools = await solveProvince({
    ...{ folder, out, seconds: wish.seconds, seed: wish.seed, threads: wish.threads, signal: search.signal },
    ...(!wish.json && {
      progress: (school, done, all) => console.log(`[${done}/${all}] ${inWords(school)}`),
    }),
  });
  search.end();
  if (schools.length === 0) throw badInput(`Thư mục ${folder} không có tệp .fet hoặc .json nào.`);
  const publishable = schools.filter(({ state, hard }) => state === 'solved' && hard === 0).length;
  const left = schools.filter(({ state }) => state === 'waiting' || state === 'running').length;
  if (wish.json) console.log(JSON.stringify({ publishable, left, schools }));
  else {
    console.log(
      `Xong ${schools.length - left}/${schools.length} trường; ${publishable} trường không còn lỗi bắt buộc. Thời khóa biểu trong ${out}.`,
    );
    if (left > 0) console.log(`Còn ${left} trường: chạy lại đúng lệnh này để xếp tiếp từ chỗ đang dở.`);
  }
  return publishable === schools.length ? exitStatus.done : exitStatus.failed;
}

function inWords({ name, state, seconds, hard, soft, reason }: SchoolRun): string {
  if (state === 'failed') return `${name}: không dùng được – ${reason}`;
  if (state === 'solved')
    return `${name}: ${hard} lỗi bắt buộc, điểm phạt ${soft}, ${seconds.toFixed(0)} giây`;
  return seconds > 0 ? `${name}: xếp tiếp, đã ${seconds.toFixed(0)} giây` : `${name}: đang xếp`;
}
