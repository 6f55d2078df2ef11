/** Codes of a column as people type them: 'Nam=1; Nữ=0'. */
export function codesText(codes: Readonly<Record<string, string>>): string {
  return Object.entries(codes)
    .map(([ours, theirs]) => `${ours}=${theirs}`)
    .join('; ');
}

/** Reads them again; undefined: a part has no '=' or the same word stands twice. */
export function readCodes(text: string): Record<string, string> | undefined {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const codes = new Map<string, string>();
  for (const part of parts) {
    const [, ours, theirs] = /^([^=]+)=([^=]*)$/.exec(part) ?? [];
    if (ours === undefined || theirs === undefined || codes.has(ours.trim())) return undefined;
    codes.set(ours.trim(), theirs.trim());
  }
  return Object.fromEntries(codes);
}
