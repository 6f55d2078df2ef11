import type { ReadTx, WriteTx } from '#platform/db';
import { readFileContent, storeFile } from '#platform/files';
import { type ListFault, readWithdrawnList, type WithdrawnList } from '#platform/signatures';
import { listAnchorCertificates } from '../data/certificates.ts';
import { putWithdrawnList, selectListFiles } from '../data/withdrawn-lists.ts';
import { transcriptErrors } from '../errors.ts';
import type { Acting } from './place.ts';

/** Larger than the list of any authority of the country. */
const mostBytes = 10 * 1024 * 1024;

const faults: Readonly<Record<ListFault, string>> = {
  damaged: 'Tệp không phải danh sách chứng thư bị thu hồi (.crl).',
  unknownAuthority: 'Danh sách do cơ quan khác phát hành: hãy thêm chứng thư của cơ quan ấy trước.',
  forged: 'Chữ ký trên danh sách không phải của cơ quan được tin.',
  partial: 'Tệp chỉ là một phần danh sách: hãy tải danh sách đầy đủ.',
};

/**
 * Keeps a list of withdrawn certificates (CRL, PEM or DER) of an authority that the department trusts, instead of the former one.
 * @throws Refusal transcript.listNotTaken, listOlder
 */
export async function addWithdrawnList(
  tx: WriteTx,
  { actor, now }: Acting,
  bytes: Uint8Array,
  filesFolder: string,
): Promise<{ authority: string; certificates: number }> {
  if (bytes.length > mostBytes) throw transcriptErrors.listNotTaken('Tệp lớn hơn 10 MB.');
  const read = await readWithdrawnList(bytes, await listAnchorCertificates(tx));
  if ('fault' in read) throw transcriptErrors.listNotTaken(faults[read.fault]);
  const { authority, issuer, issuedAt, nextAt, withdrawn } = read.list;
  const sha256 = await storeFile(filesFolder, bytes);
  const { accountId, departmentId } = actor;
  const isKept = await putWithdrawnList(
    tx,
    { departmentId, authority, issuer, sha256, certificates: withdrawn.size, issuedAt, nextAt },
    { accountId, now },
  );
  if (!isKept) throw transcriptErrors.listOlder(authority);
  return { authority, certificates: withdrawn.size };
}

/** Lists once read, by their hash: a list of some megabytes takes long to read, and never changes. */
const known = new Map<string, Promise<WithdrawnList | undefined>>();
const mostKnown = 20;

/** The lists that lie in the file store under these hashes; one that no authority of `anchors` has signed says nothing. */
export async function readLists(
  hashes: readonly string[],
  anchors: readonly Uint8Array[],
  filesFolder: string,
): Promise<WithdrawnList[]> {
  const read = await Promise.all(
    hashes.map((sha256) => {
      const found = known.get(sha256) ?? readKept(sha256, anchors, filesFolder);
      if (known.size >= mostKnown) known.clear();
      known.set(sha256, found);
      // What could not be read may be another time, when its authority is trusted again.
      void found.then((list) => list ?? known.delete(sha256));
      return found;
    }),
  );
  return read.filter((list) => list !== undefined);
}

/** The department's own lists. */
export async function ownLists(
  tx: ReadTx,
  anchors: readonly Uint8Array[],
  filesFolder: string,
): Promise<WithdrawnList[]> {
  return readLists(await selectListFiles(tx), anchors, filesFolder);
}

async function readKept(
  sha256: string,
  anchors: readonly Uint8Array[],
  filesFolder: string,
): Promise<WithdrawnList | undefined> {
  const read = await readWithdrawnList(await readFileContent(filesFolder, sha256), anchors);
  return 'list' in read ? read.list : undefined;
}
