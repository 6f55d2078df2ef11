import { sql, type WriteTx } from '#platform/db';
import type { Level } from '../rules/index.ts';

/** What anybody may know of a page. */
export interface PublicPage {
  readonly limited: boolean;
  /** Null: there is no such page. */
  readonly state: 'issued' | 'superseded' | 'revoked' | null;
  readonly school: string;
  readonly level: Level;
  readonly schoolYear: string;
  readonly number: number;
  readonly newest: number;
  readonly issuedAt: string;
  /** When it went out of force. */
  readonly endedAt: string | null;
  readonly digest: string;
  readonly pdfSha256: string;
  readonly anchors: readonly Buffer[] | null;
}

/** Asks for a page by its code and counts the question. */
export async function lookUp(tx: WriteTx, code: string, ip: string, now: Date): Promise<PublicPage> {
  const { rows } = await sql<PublicPage>`
    SELECT limited, state, school, level, school_year AS "schoolYear", number, newest, issued_at AS "issuedAt", ended_at AS "endedAt", digest,
      pdf_sha256 AS "pdfSha256", anchors FROM transcript.look_up(${code}, ${ip}, ${now})`.execute(tx);
  return rows[0]!;
}

/** Code of the issued page whose PDF has this SHA-256. */
export async function codeOfFile(tx: WriteTx, sha256: string): Promise<string | null> {
  const { rows } = await sql<{
    code: string | null;
  }>`SELECT transcript.code_of_file(${sha256}) AS code`.execute(tx);
  return rows[0]?.code ?? null;
}
