const longest = 150;

/**
 * A file name as people may see it and as every system can save it: the last part of a path, composed
 * letters (NFC), without control, bidirectional or reserved signs, at most 150 characters with its
 * extension kept. An empty name becomes `fallback`.
 */
export function cleanFileName(name: string, fallback: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return fallback;
  const letters = [...clean];
  if (letters.length <= longest) return clean;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  return (
    letters
      .slice(0, longest - extension.length)
      .join('')
      .trimEnd() + extension
  );
}
