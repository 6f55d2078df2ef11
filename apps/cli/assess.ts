import { readFile, stat } from 'node:fs/promises';
import { assessPupil, printAssessed, readYearFile } from '#rules/gradebook';
import { badInput, exitStatus } from './operator.ts';

/** Larger files are refused: a text of more characters cannot be held. */
const mostBytes = 500 * 1024 * 1024;

/** Pupils printed in one piece. */
const piece = 500;

/** `assess FILE --json`: results of a year for the pupils of a file, by Circular 22/2021; no database. */
export async function run(parameters: readonly string[]): Promise<number> {
  const [path, ...rest] = parameters.filter((one) => !one.startsWith('--'));
  const options = parameters.filter((one) => one.startsWith('--'));
  if (path === undefined || rest.length > 0 || options.some((one) => one !== '--json')) {
    throw badInput('Cách dùng: assess TỆP.json --json');
  }
  const pupils = readYearFile(parse(await readText(path), path));
  if (!Array.isArray(pupils)) {
    const lines = pupils.problems.map(({ message }) => `  ${message}`);
    throw badInput(
      `Tệp "${path}" có chỗ sai, chưa tính kết quả nào. Hãy sửa rồi chạy lại:\n${lines.join('\n')}`,
    );
  }
  await write('{"pupils":[');
  for (let from = 0; from < pupils.length; from += piece) {
    const printed = pupils.slice(from, from + piece).map((pupil) =>
      JSON.stringify(
        printAssessed(
          pupil.id,
          assessPupil(pupil, (code) => code),
        ),
      ),
    );
    await write(`${from === 0 ? '' : ','}${printed.join(',')}`);
  }
  await write(']}\n');
  return exitStatus.done;
}

/** Waits for a slow reader instead of filling the memory. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw badInput(`Tệp "${path}" quá lớn (trên 500 MB). Hãy chia thành nhiều tệp.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw badInput(`Không thấy tệp "${path}". Hãy kiểm tra lại đường dẫn.`);
    if (code === 'EISDIR') throw badInput(`"${path}" là thư mục. Hãy nêu đường dẫn tới một tệp.`);
    if (code === 'EACCES') throw badInput(`Không có quyền đọc tệp "${path}".`);
    throw error;
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw badInput(`Tệp "${path}" không phải JSON đúng cách viết. Hãy xuất lại tệp.`);
  }
}
