import { openArchive } from '#platform/files';
import { type SourceProblem, sourceProblem } from './source-problems.ts';

/** The XML parts of a Word file, inflated. */
export type DocxParts = Map<string, Buffer>;

const problemOf = { damaged: 'corruptDocx', encrypted: 'encryptedDocument', unsafe: 'unsafeDocx' } as const;

/** Opens a .docx within the bounds of openArchive. */
export async function openDocxPackage(bytes: Uint8Array): Promise<DocxParts | SourceProblem> {
  const archive = await openArchive(bytes);
  if ('fault' in archive) return sourceProblem(problemOf[archive.fault], archive.detail);
  const { names, parts } = archive;
  if (names.has('word/document.xml')) return parts;
  const isOtherOffice = [...names].some((name) => /^(xl|ppt)\//u.test(name)) || names.has('content.xml');
  if (isOtherOffice) return sourceProblem('unsupportedType', 'Tệp bảng tính hoặc trình chiếu');
  return sourceProblem('corruptDocx', 'Thiếu word/document.xml');
}
