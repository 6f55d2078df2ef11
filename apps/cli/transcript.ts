import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import {
  type CheckedKept,
  type CheckedVersion,
  checkArchive,
  checkFile,
  type KeptFault,
  type CheckingMeans as Means,
} from '#modules/transcript';
import { badInput, exitStatus } from './operator.ts';
import { readCheckRequest, readNamedFile } from './signed-files.ts';

const usage = 'Cách dùng: transcript verify THƯ_MỤC|TỆP [--trust CHỨNG_THƯ.pem] [--crl THU_HỒI.crl] [--json]';
/** Largest archive that is opened, packed. */
const mostBytes = 1024 * 1024 * 1024;

const faults: Readonly<Record<KeptFault, string>> = {
  contentMissing: 'thiếu tệp dữ liệu content.json',
  contentChanged: 'dữ liệu content.json đã bị sửa',
  pdfMissing: 'thiếu bản PDF',
  pdfChanged: 'bản PDF khác bản trong mục lục',
  pdfUnsigned: 'bản PDF thiếu chữ ký của hiệu trưởng hoặc của nhà trường, hoặc bị thêm nội dung',
  xmlMissing: 'thiếu bản XML',
  xmlChanged: 'bản XML khác bản trong mục lục',
  xmlUnsigned: 'bản XML thiếu chữ ký của hiệu trưởng hoặc của nhà trường, hoặc bị thêm nội dung',
  otherContent: 'chữ ký thuộc về nội dung khác',
  signature: 'có chữ ký không đúng',
};

const chainFaults = {
  missing: 'không có bản trước mà nó nêu',
  broken: 'số bản không nối tiếp',
  double: 'hai bản cùng thay một bản',
} as const;

/**
 * `transcript verify FOLDER|FILE`: an archive (folder or .zip), or one signed PDF or data form, without network or database. Status 1 when
 * something does not hold.
 */
export async function run(parameters: readonly string[]): Promise<number> {
  const { path, anchors, lists, json } = await readCheckRequest(parameters, { verb: 'verify', usage });
  const checked = await check(path, { anchors, lists, now: new Date() });
  if (json) process.stdout.write(`${JSON.stringify(checked)}\n`);
  else for (const line of linesOf(checked)) console.log(line);
  return checked.holds ? exitStatus.done : exitStatus.failed;
}

async function check(path: string, means: Means): Promise<CheckedKept> {
  const place = await stat(path).catch(() => undefined);
  if (!place) throw badInput(`Không đọc được "${path}". Hãy kiểm tra lại đường dẫn.`);
  if (place.isDirectory()) return checkFolder((name) => readOptional(join(path, name)), means);
  if (place.size > mostBytes) throw badInput(`"${path}" lớn hơn 1 GB: hãy giải nén rồi kiểm tra thư mục.`);
  const bytes = await readNamedFile(path);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return checkFile(bytes, means);
  const files = unpack(bytes, path);
  return checkFolder(async (name) => files[name], means);
}

async function checkFolder(
  readPart: (name: string) => Promise<Uint8Array | undefined>,
  means: Means,
): Promise<CheckedKept> {
  try {
    return await checkArchive(readPart, means);
  } catch {
    throw badInput('Không phải bản lưu trữ học bạ: thiếu manifest.json hoặc tệp ấy bị hỏng.');
  }
}

function unpack(bytes: Uint8Array, path: string): Record<string, Uint8Array> {
  try {
    let total = 0;
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > 4 * mostBytes) throw new RangeError('too large');
        return true;
      },
    });
  } catch {
    throw badInput(`"${path}" hỏng hoặc quá lớn, không giải nén được.`);
  }
}

async function readOptional(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}

function linesOf({
  holds,
  trust,
  asked,
  checked,
  expired,
  notChecked,
  versions,
  chain,
}: CheckedKept): string[] {
  return [
    ...versions.filter((one) => one.faults.length > 0).map(lineOf),
    ...chain.map(({ code, number, fault }) => `${code}, bản ${number}: ${chainFaults[fault]}`),
    `Đã kiểm tra ${checked}/${asked} bản, ${versions.reduce((sum, one) => sum + one.signatures.length, 0)} chữ ký.`,
    ...(expired > 0
      ? [`${expired} chữ ký có chứng thư nay đã hết hạn, không có dấu thời gian: giờ ký là do người ký nêu.`]
      : []),
    ...(trust === 'notGiven'
      ? ['Chưa nêu cơ quan được tin (--trust): chỉ biết nội dung còn nguyên, chưa biết chứng thư của ai cấp.']
      : []),
    ...(notChecked > 0
      ? [`${notChecked} chữ ký chưa kiểm tra được chứng thư có bị thu hồi không (--crl, danh sách còn hạn).`]
      : []),
    holds ? 'Mọi bản đều nguyên vẹn.' : 'CÓ BẢN KHÔNG TIN ĐƯỢC.',
  ];
}

function lineOf({ code, number, faults: found, signatures }: CheckedVersion): string {
  const bad = signatures
    .filter(({ fault }) => fault !== null)
    .map(({ file, signer, fault }) => `${file}: ${signer} (${fault})`);
  const words = [...found.map((fault) => faults[fault]), ...bad].join('; ');
  return code === '' ? words : `${code}, bản ${number}: ${words}`;
}
