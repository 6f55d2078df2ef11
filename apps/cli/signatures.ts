import { formatDateTime } from '#platform/i18n';
import {
  type CheckedPdf,
  type CheckedSignature,
  type Standing,
  standingOf,
  verifyPdf,
} from '#platform/signatures';
import { badInput, exitStatus } from './operator.ts';
import { readCheckRequest, readNamedFile } from './signed-files.ts';

const usage = 'Cách dùng: signatures check TỆP.pdf --trust CHỨNG_THƯ.pem [--crl THU_HỒI.crl] [--json]';

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

const standings: Readonly<Record<Standing, string>> = {
  notWithdrawn: ', chứng thư không bị thu hồi',
  withdrawn: ', chứng thư đã bị thu hồi',
  notChecked: ', chưa kiểm tra chứng thư có bị thu hồi không',
};

type Judged = CheckedSignature & { readonly standing: Standing };

/**
 * `signatures check FILE --trust CA.pem [--crl LIST.crl]`: every signature of a PDF, without network or database. Status 1 when one does not
 * hold or its certificate was withdrawn.
 */
export async function run(parameters: readonly string[]): Promise<number> {
  const { path, anchors, lists, json } = await readCheckRequest(parameters, { verb: 'check', usage });
  if (anchors.length === 0) throw badInput(`Thiếu chứng thư gốc để tin. ${usage}`);
  const now = new Date();
  const checked = await verifyPdf(await readNamedFile(path), { anchors, now });
  const signatures = checked.signatures.map((one) => ({ ...one, standing: standingOf(one, lists, now) }));
  const holds =
    checked.fault === null &&
    signatures.every(({ fault, standing }) => fault === null && standing !== 'withdrawn');
  if (json) process.stdout.write(`${JSON.stringify({ holds, fault: checked.fault, signatures })}\n`);
  else for (const line of linesOf(signatures, checked.fault, holds)) console.log(line);
  return holds ? exitStatus.done : exitStatus.failed;
}

function linesOf(signatures: readonly Judged[], fault: CheckedPdf['fault'], holds: boolean): string[] {
  const lines = signatures.map((one, index) => {
    const when = one.at ? `, ${formatDateTime(one.at)}${one.isTimeStamped ? ' (có dấu thời gian)' : ''}` : '';
    const verdict = one.fault === null ? 'đúng' : `SAI: ${faults[one.fault]}`;
    return `${index + 1}. ${one.signer || one.field}${when}: ${verdict}${standings[one.standing]}`;
  });
  if (fault) lines.push(faultsOfFile[fault]);
  lines.push(holds ? 'Mọi chữ ký đều đúng, tệp còn nguyên.' : 'KHÔNG tin được tệp này.');
  return lines;
}
