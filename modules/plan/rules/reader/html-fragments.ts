const KNOWN_TAG =
  /<\/?(?:ul|ol|li|br|p|div|span|b|i|u|s|strong|em|font|table|tbody|thead|tr|td|th|h[1-6]|a|sup|sub|hr)(?:\s[^<>]*)?\/?>/giu;
const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/**
 * Removes pasted HTML ("<ul style=…> - a - b </ul>") from a text and decodes its entities. Line-making tags become
 * "\n", a list item also gets "- ". Only real tag names are touched, so "điểm <5" survives.
 */
export function cleanHtmlFragments(text: string): string {
  const withoutTags = text.replace(KNOWN_TAG, (tag) => {
    const name = tag.replace(/^<\/?/u, '').match(/^\w+/u)?.[0].toLowerCase() ?? '';
    if (name === 'li') return tag.startsWith('</') ? '\n' : '\n- ';
    if (name === 'br' || name === 'hr' || (tag.startsWith('</') && /^(p|div|tr|h\d)$/u.test(name)))
      return '\n';
    return /^(td|th|ul|ol)$/u.test(name) ? ' ' : '';
  });
  return decodeEntities(withoutTags);
}

/** Decodes the named entities word processors write and all numeric ones; unknown names stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
