import { foldVietnamese } from '#platform/i18n';

/** A username as schools make them: given name, dot, initials of the rest. 'Lò Văn Đức' → 'duc.lv'; '' when the name has no letters. */
export function suggestUsername(displayName: string): string {
  const words = foldVietnamese(displayName)
    .replace(/[^a-z0-9\s]/g, '')
    .split(/\s+/)
    .filter(Boolean);
  const given = words.at(-1) ?? '';
  const initials = words
    .slice(0, -1)
    .map((word) => word[0])
    .join('');
  return initials ? `${given}.${initials}` : given;
}
