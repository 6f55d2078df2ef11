import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PageContent } from '../rules/index.ts';

/** One version in an archive: where its files lie and what they must be. */
export interface ManifestEntry {
  readonly folder: string;
  readonly code: string;
  readonly number: number;
  readonly previous: PageContent['previous'];
  readonly state: string;
  readonly issuedAt: string | null;
  /** SHA-256 of content.json, page.pdf, page.xml. */
  readonly digest: string;
  readonly pdf: string;
  readonly xml: string;
}

export interface Manifest {
  readonly format: 'hoaban.hocba.archive/1';
  readonly school: string;
  readonly schoolYear: string;
  readonly madeAt: string;
  /** The PDF are PDF/A-2b as drawn; signatures are appended behind. */
  readonly pdfStandard: 'PDF/A-2b';
  readonly asked: number;
  readonly made: number;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  readonly pages: readonly ManifestEntry[];
}

export interface KeptPage {
  readonly page: {
    /** Canonical text. */
    readonly content: string;
    readonly digest: string;
    readonly code: string;
    readonly number: number;
    readonly schoolYear: string;
    readonly state: string;
    readonly issuedAt: string | null;
  };
  readonly pdf: Uint8Array;
  readonly xml: Uint8Array;
}

/** Packs pages for permanent keeping: a folder a version with content.json, page.pdf, page.xml, and manifest.json with their digests. */
export function packArchive(
  pages: readonly KeptPage[],
  head: Pick<Manifest, 'school' | 'schoolYear' | 'madeAt' | 'asked' | 'failed'>,
): Uint8Array {
  const entries = pages.map(({ page, pdf, xml }): ManifestEntry => {
    const content = JSON.parse(page.content) as PageContent;
    return {
      folder: `${page.schoolYear}/${page.code}`,
      code: page.code,
      number: page.number,
      previous: content.previous,
      state: page.state,
      issuedAt: page.issuedAt,
      digest: page.digest,
      pdf: sha256(pdf),
      xml: sha256(xml),
    };
  });
  const manifest: Manifest = {
    format: 'hoaban.hocba.archive/1',
    ...head,
    pdfStandard: 'PDF/A-2b',
    made: pages.length,
    pages: entries,
  };
  const files: Zippable = { 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 1)}\n`) };
  for (const [at, { page, pdf, xml }] of pages.entries()) {
    const folder = entries[at]?.folder;
    files[`${folder}/content.json`] = strToU8(page.content);
    // A PDF is packed already.
    files[`${folder}/page.pdf`] = [pdf, { level: 0 }];
    files[`${folder}/page.xml`] = xml;
  }
  return zipSync(files, { level: 4 });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
