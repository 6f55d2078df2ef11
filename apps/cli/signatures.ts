import { formatDateTime } from '#platform/i18n';
import { type CheckedPdf, type CheckedSignature, verifyPdf } from '#platform/signatures';
import { badInput, exitStatus } from './operator.ts';
import { readCheckRequest, readNamedFile } from './signed-files.ts';

const usage = 'Cách dùng: signatures check TỆP.pdf --trust CHỨNG_THƯ.pem [--json]';

const faultsOfFile: Readonly<Record<NonNullable<CheckedPdf['fault']>, string>> = {
  damaged: 'Tệp hỏng hoặc không phải PDF.',
  unsigned: 'Tệp không có chữ ký số nào.',
  appended: 'Có nội dung được thêm sau chữ ký cuối cùng.',
};

const faults: Readonly<Record<NonNullable<CheckedSignature['fault']>, string>> = {
  damaged: 'chữ ký hỏng, không đọc được',
  changed: 'nội dung đã bị sửa sau khi ký',
  forged: 'chứng thư không phải của người ký',
  badTimeStamp: 'dấu thời gian không tin được',
  expired: 'chứng thư đã hết hạn, không có dấu thời gian lúc còn hạn',
  notYetValid: 'chứng thư chưa đến ngày dùng',
  untrusted: 'chứng thư không do cơ quan được tin cấp',
};

/** `signatures check FILE --trust CA.pem`: every signature of a PDF, without network or database. Status 1 when one does not hold. */
export async function run(parameters: readonly string[]): Promise<number> {
  const { path, anchors, json } = await readCheckRequest(parameters, { verb: 'check', usage });
  if (anchors.length === 0) throw badInput(`Thiếu chứng thư gốc để tin. ${usage}`);
  const checked = await verifyPdf(await readNamedFile(path), { anchors, now: new Date() });
  const holds = checked.fault === null && checked.signatures.every(({ fault }) => fault === null);
  if (json) process.stdout.write(`${JSON.stringify({ holds, ...checked })}\n`);
  else for (const line of linesOf(checked, holds)) console.log(line);
  return holds ? exitStatus.done : exitStatus.failed;
}

function linesOf({ signatures, fault }: CheckedPdf, holds: boolean): string[] {
  const lines = signatures.map((one, index) => {
    const when = one.at ? `, ${formatDateTime(one.at)}${one.isTimeStamped ? ' (có dấu thời gian)' : ''}` : '';
    const verdict = one.fault === null ? 'đúng' : `SAI: ${faults[one.fault]}`;
    return `${index + 1}. ${one.signer || one.field}${when}: ${verdict}`;
  });
  if (fault) lines.push(faultsOfFile[fault]);
  lines.push(holds ? 'Mọi chữ ký đều đúng, tệp còn nguyên.' : 'KHÔNG tin được tệp này.');
  return lines;
}
