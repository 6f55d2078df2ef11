/** Files people bring: kept under the hash of their content, told apart by their bytes, opened within bounds. */
export { acceptFile } from './accept.ts';
export { type Archive, type ArchiveFault, openArchive } from './archive.ts';
export { cleanFileName } from './name.ts';
export { type FileKind, type RecognisedFile, recogniseFile, type UnacceptableFile } from './recognise.ts';
export { readFileContent, storeFile } from './store.ts';
