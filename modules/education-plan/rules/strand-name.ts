import { findSubject, type Programme } from '#reference/curriculum-2018';

/** Name of the strand of a lesson; null: it belongs to the whole subject, or the programme knows no such strand. */
export function strandName(
  programme: Programme,
  { subjectCode, strand }: { readonly subjectCode: string; readonly strand?: string | null },
): string | null {
  return findSubject(programme, subjectCode)?.strands.find(({ code }) => code === strand)?.name ?? null;
}
