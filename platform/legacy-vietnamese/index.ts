import { isPossibleSyllable } from './syllable.ts';

export type LegacyEncoding = 'tcvn3' | 'vni';

/** TCVN 5712:1993 third table (".Vn…" fonts, also called ABC): one byte for each letter, upper case only for bases. */
const TCVN3: Record<string, number> = {
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
  ă: 0xa8,
  â: 0xa9,
  ê: 0xaa,
  ô: 0xab,
  ơ: 0xac,
  ư: 0xad,
  đ: 0xae,
  à: 0xb5,
  ả: 0xb6,
  ã: 0xb7,
  á: 0xb8,
  ạ: 0xb9,
  ằ: 0xbb,
  ẳ: 0xbc,
  ẵ: 0xbd,
  ắ: 0xbe,
  ặ: 0xc6,
  ầ: 0xc7,
  ẩ: 0xc8,
  ẫ: 0xc9,
  ấ: 0xca,
  ậ: 0xcb,
  è: 0xcc,
  ẻ: 0xce,
  ẽ: 0xcf,
  é: 0xd0,
  ẹ: 0xd1,
  ề: 0xd2,
  ể: 0xd3,
  ễ: 0xd4,
  ế: 0xd5,
  ệ: 0xd6,
  ì: 0xd7,
  ỉ: 0xd8,
  ĩ: 0xdc,
  í: 0xdd,
  ị: 0xde,
  ò: 0xdf,
  ỏ: 0xe1,
  õ: 0xe2,
  ó: 0xe3,
  ọ: 0xe4,
  ồ: 0xe5,
  ổ: 0xe6,
  ỗ: 0xe7,
  ố: 0xe8,
  ộ: 0xe9,
  ờ: 0xea,
  ở: 0xeb,
  ỡ: 0xec,
  ớ: 0xed,
  ợ: 0xee,
  ù: 0xef,
  ủ: 0xf1,
  ũ: 0xf2,
  ú: 0xf3,
  ụ: 0xf4,
  ừ: 0xf5,
  ử: 0xf6,
  ữ: 0xf7,
  ứ: 0xf8,
  ự: 0xf9,
  ỳ: 0xfa,
  ỷ: 0xfb,
  ỹ: 0xfc,
  ý: 0xfd,
  ỵ: 0xfe,
};

/** VNI-Windows: a base letter followed by a byte that carries the accent and the tone; a few letters stand alone. */
const VNI_ALONE: Record<string, string> = {
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ỵ: 'î',
  đ: 'ñ',
  ơ: 'ô',
  ư: 'ö',
};
const VNI_TONES: Record<string, string> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
};
const VNI_HAT: Record<string, string> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
};
const VNI_BREVE: Record<string, string> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
};

const VNI = buildVniTable();
const FROM_VNI = new Map<string, string>();
for (const [letter, code] of VNI) {
  FROM_VNI.set(code, letter);
  // A capital typed with the small accent ("Oân tập") is common.
  if (code.length === 2) FROM_VNI.set(code[0]! + code[1]!.toLowerCase(), letter);
}
const VNI_CODE = new RegExp(
  [...FROM_VNI.keys()].sort((left, right) => right.length - left.length).join('|'),
  'gu',
);
const FROM_TCVN3 = new Map(
  Object.entries(TCVN3).map(([letter, byte]) => [String.fromCharCode(byte), letter]),
);

function buildVniTable(): Map<string, string> {
  const table = new Map<string, string>();
  const put = (letter: string, code: string): void => {
    table.set(letter.normalize('NFC'), code);
    table.set(letter.normalize('NFC').toUpperCase(), code.toUpperCase());
  };
  for (const [letter, code] of Object.entries(VNI_ALONE)) put(letter, code);
  for (const [tone, mark] of Object.entries(VNI_TONES)) {
    for (const vowel of 'aeouy') if (vowel + tone !== 'y\u0323') put(vowel + tone, vowel + mark);
    put(`ơ${tone}`, `ô${mark}`);
    put(`ư${tone}`, `ö${mark}`);
  }
  for (const [tone, mark] of Object.entries(VNI_HAT)) {
    for (const [vowel, base] of [
      ['â', 'a'],
      ['ê', 'e'],
      ['ô', 'o'],
    ])
      put(vowel + tone, base + mark);
  }
  for (const [tone, mark] of Object.entries(VNI_BREVE)) put(`ă${tone}`, `a${mark}`);
  return table;
}

/** Writes Unicode text with the characters (U+0000–U+00FF) an old font would use. For tests and teaching files. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      if (encoding === 'vni') return VNI.get(letter) ?? letter;
      const byte = TCVN3[letter] ?? TCVN3[letter.toLowerCase()];
      return byte === undefined ? letter : String.fromCharCode(byte);
    })
    .join('');
}

/** Reads characters U+0000–U+00FF as text in an old encoding and gives Unicode (NFC). */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') {
    return text.replace(VNI_CODE, (code) => FROM_VNI.get(code) ?? code);
  }
  return restoreCapitals(text, [...text].map((code) => FROM_TCVN3.get(code) ?? code).join(''));
}

/**
 * TCVN3 has no upper-case letters with tone marks: capital fonts draw the lower-case ones as capitals. So a word with
 * a plain capital after its first letter is all capitals; a word with no such sign follows the line it stands in; and
 * a sentence or list line starts with a capital.
 */
function restoreCapitals(original: string, decoded: string): string {
  const plainLetters = original.match(/[A-Za-z]/gu) ?? [];
  const capitals = plainLetters.filter((letter) => letter <= 'Z').length;
  const isCapitalLine = capitals >= 2 && capitals > plainLetters.length * 0.7;
  const text = decoded.replace(/[\p{L}\p{N}]+/gu, (word, at: number) => {
    const written = original.slice(at, at + word.length);
    const isSure = /^.+[A-Z]/u.test(written);
    const isCapital = !/[a-z]/u.test(written) && (isSure || isCapitalLine);
    return isCapital ? word.toUpperCase() : word;
  });
  return text.replace(
    /(^[^\p{L}\p{N}]*|[.!?]\s+|\s-\s)(\p{Ll})/gu,
    (whole, before: string, letter: string) =>
      /[a-z]/u.test(letter) ? whole : before + letter.toUpperCase(),
  );
}

interface Judgement {
  /** Words that carry a letter outside ASCII: only they can tell the encodings apart. */
  marked: number;
  possible: number;
}

function judge(text: string): Judgement {
  let marked = 0;
  let possible = 0;
  for (const word of text.match(
    /[^\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u2000-\u206f]+/gu,
  ) ?? []) {
    if (!/[^\u0000-\u007f]/u.test(word)) continue;
    // Abbreviations such as "GDĐT", "UBND-ĐB" say nothing.
    if (/^[A-ZĐ\d]+$/u.test(word)) continue;
    marked += 1;
    // «Quoted» in Unicode; in TCVN3 the same marks are letters, and then what is left is no syllable.
    if (isPossibleSyllable(word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ''))) possible += 1;
  }
  return { marked, possible };
}

/** How much of the text is Vietnamese: `marked` words carry a non-ASCII letter, `share` (0–1) of them are possible. */
export function vietnameseShare(text: string): { marked: number; share: number } {
  const { marked, possible } = judge(text);
  return { marked, share: marked === 0 ? 0 : possible / marked };
}

export type LegacyVerdict =
  | { kind: 'unicode' }
  | { kind: 'converted'; encoding: LegacyEncoding; texts: string[]; convertedCount: number }
  | { kind: 'garbled'; sample: string };

const ENOUGH_MARKED_WORDS = 4;

/**
 * Decides whether texts are real Vietnamese or letters of an old font (TCVN3, VNI-Windows) stored as Latin-1, and
 * converts the latter. Works text by text, because one Word file may mix fonts; `oneFont` says that they do not (the cells of a
 * sheet): then a text that reads as well either way ("Líp", in TCVN3 "Lớp") follows the others.
 * @returns `unicode` when nothing has to be done; `converted` with all texts (untouched ones included) in order;
 *   `garbled` when marked words are not Vietnamese in any reading: the caller must refuse, never guess.
 */
export function restoreLegacyTexts(
  texts: string[],
  { oneFont = false }: { oneFont?: boolean } = {},
): LegacyVerdict {
  const original = judge(texts.join('\n'));
  if (original.marked === 0 || original.possible >= original.marked * 0.97) return { kind: 'unicode' };
  const candidates = (['tcvn3', 'vni'] as const).map((encoding) => ({
    encoding,
    ...convertSuspects(texts, encoding),
  }));
  candidates.sort((left, right) => right.gained - left.gained);
  const best = candidates[0]!;
  const final = judge(best.texts.join('\n'));
  const readable = final.marked === 0 || final.possible >= final.marked * 0.85;
  if (best.convertedCount > 0 && readable) {
    return {
      kind: 'converted',
      encoding: best.encoding,
      texts: oneFont ? followOthers(texts, best.texts, best.encoding) : best.texts,
      convertedCount: best.convertedCount,
    };
  }
  if (original.possible >= original.marked * 0.7 || original.marked < ENOUGH_MARKED_WORDS)
    return { kind: 'unicode' };
  const sample = texts.find((text) => judge(text).marked > judge(text).possible) ?? texts[0] ?? '';
  return { kind: 'garbled', sample: sample.slice(0, 80) };
}

/** Real Vietnamese outside Latin-1 ("ế", "ơ") can never be an old font. */
const neverLegacy = /[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0]/u;

/** Converts what was left as it stood, where it reads as well in the old font as without. */
function followOthers(texts: string[], converted: string[], encoding: LegacyEncoding): string[] {
  return converted.map((text, at) => {
    if (text !== texts[at] || neverLegacy.test(text)) return text;
    const before = judge(text);
    const candidate = decodeLegacy(text, encoding);
    const after = judge(candidate);
    return after.possible >= before.possible && after.possible >= after.marked * 0.8 ? candidate : text;
  });
}

function convertSuspects(
  texts: string[],
  encoding: LegacyEncoding,
): { texts: string[]; convertedCount: number; gained: number } {
  let convertedCount = 0;
  let gained = 0;
  const converted = texts.map((text) => {
    const before = judge(text);
    if (before.marked === 0 || neverLegacy.test(text)) return text;
    const candidate = decodeLegacy(text, encoding);
    const after = judge(candidate);
    if (after.possible <= before.possible || after.possible < after.marked * 0.8) return text;
    convertedCount += 1;
    gained += after.possible - before.possible;
    return candidate;
  });
  return { texts: converted, convertedCount, gained };
}
