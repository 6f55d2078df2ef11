import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type ListFault,
  readCertificates,
  readWithdrawnList,
  type WithdrawnList,
} from '#platform/signatures';
import { badInput } from './operator.ts';

/** What a check of signed files is told: `VERB PATH [--trust CERTIFICATE]… [--crl LIST]… [--json]`. */
export interface CheckRequest {
  readonly path: string;
  /** Certificates (DER) of the authorities that are trusted. */
  readonly anchors: readonly Uint8Array[];
  /** Lists of withdrawn certificates, each signed by one of those authorities. */
  readonly lists: readonly WithdrawnList[];
  readonly json: boolean;
}

/**
 * Reads the parameters of a check, and the certificates they name.
 * @throws OperatorMessage, with `usage` or the file that cannot be read
 */
export async function readCheckRequest(
  parameters: readonly string[],
  { verb, usage }: { verb: string; usage: string },
): Promise<CheckRequest> {
  const { positionals, values } = parse(parameters, usage);
  const [given, path, ...rest] = positionals;
  if (given !== verb || path === undefined || rest.length > 0) throw badInput(usage);
  const anchors = (await Promise.all((values.trust ?? []).map(readTrusted))).flat();
  const lists = await Promise.all((values.crl ?? []).map((file) => readList(file, anchors)));
  return { path, anchors, lists, json: values.json ?? false };
}

function parse(parameters: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        trust: { type: 'string', multiple: true },
        crl: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw badInput(usage);
  }
}

/** The bytes of a file that the operator has named. @throws OperatorMessage when it cannot be read */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw badInput(`Không đọc được tệp "${path}". Hãy kiểm tra lại đường dẫn.`);
  }
}

async function readTrusted(path: string): Promise<Uint8Array[]> {
  const certificates = readCertificates(await readNamedFile(path));
  if (!certificates) throw badInput(`"${path}" không phải chứng thư số (PEM hoặc DER).`);
  return certificates;
}

const listFaults: Readonly<Record<ListFault, string>> = {
  damaged: 'không phải danh sách chứng thư bị thu hồi (CRL, dạng PEM hoặc DER)',
  unknownAuthority: 'do cơ quan chưa nêu ở --trust phát hành; hãy nêu cả chứng thư của cơ quan ấy',
  forged: 'không phải do cơ quan được tin ký',
  partial: 'chỉ là một phần danh sách; hãy dùng danh sách đầy đủ',
};

async function readList(path: string, anchors: readonly Uint8Array[]): Promise<WithdrawnList> {
  const read = await readWithdrawnList(await readNamedFile(path), anchors);
  if ('fault' in read) throw badInput(`"${path}" ${listFaults[read.fault]}.`);
  return read.list;
}
