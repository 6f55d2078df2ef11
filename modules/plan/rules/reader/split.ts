import { startsClause, startsDutyAfterComma } from './verbs.ts';
import { capitalise, listSyllables } from './vietnamese.ts';

/** A line shorter than this is one duty unless it has a full stop or a semicolon inside. */
const SHORT_LINE_CHARACTERS = 60;
const LABEL_SYLLABLES = 10;
const FEWEST_SYLLABLES = 3;

export interface SplitText {
  label?: string;
  pieces: string[];
}

/**
 * Splits one line of a plan into atomic duties, each with one thing to do. Cuts at sentence ends, at semicolons, at a
 * comma or "và" before a verb that begins work; never inside brackets, never in a list of nouns. A prefix such as
 * "Đổi mới kiểm tra:" becomes the label of all pieces when the words after it start a clause of their own.
 */
export function splitDuty(line: string): SplitText {
  const text = line.trim();
  const labelled = splitLabel(text);
  const body = labelled.rest;
  const sentences = splitSentences(body).flatMap((sentence) => splitSemicolons(sentence));
  const isShort = body.length < SHORT_LINE_CHARACTERS;
  const pieces = (isShort ? sentences : sentences.flatMap((sentence) => splitCommas(sentence))).map(tidy);
  return labelled.label === undefined ? { pieces } : { label: labelled.label, pieces };
}

/** Splits a calendar cell ("- a. - b; c" or lines) into entries. Commas do not split: entries are short. */
export function splitCalendarWork(cell: string): string[] {
  return cell
    .split('\n')
    .flatMap((line) =>
      line.split(/(?:^|(?<=[.;:])\s*|\s+)[-–•+*]\s+(?=\p{Lu}|\p{N})|^\s*[-–•+*]\s*|(?<=[.;])\s*[-–•+*]\s+/u),
    )
    .flatMap((bullet) => splitSentences(bullet).flatMap((sentence) => splitSemicolons(sentence)))
    .map(tidy)
    .filter((entry) => /[\p{L}\p{N}]/u.test(entry));
}

/** "Label: rest" → both; no label when what stands before the colon is long, or a whole clause. */
export function splitLabel(text: string): { label?: string; rest: string } {
  const colon = indexOutsideBrackets(text, (rest) => rest.startsWith(':'));
  if (colon < 0) return { rest: text };
  const label = text.slice(0, colon).trim();
  const rest = text.slice(colon + 1).trim();
  if (rest === '' || /[.;]\s/u.test(label) || listSyllables(label).length > LABEL_SYLLABLES)
    return { rest: text };
  // "Sinh hoạt theo chủ đề: dạy học tích hợp, …" names the topics of one duty: no label there.
  const isOwnClause = /^\p{Lu}/u.test(rest) || startsDutyAfterComma(rest);
  return isOwnClause ? { label, rest } : { rest: text };
}

function splitSentences(text: string): string[] {
  return cutBefore(text, (rest, before) => {
    if (!/^[.!?…]["”)]?\s+[\p{Lu}\p{N}]/u.test(rest)) return 0;
    // "v.v. Các", "TP. Điện Biên", "1. Xây": a dot after an abbreviation ends no sentence.
    if (/(?:^|[\s.(])(?:\p{Lu}|TP|KT|TM|v\.v)$/u.test(before) || /^\d{1,2}$/u.test(before)) return 0;
    return 1;
  });
}

function splitSemicolons(text: string): string[] {
  return cutBefore(text, (rest) => {
    if (!rest.startsWith(';')) return 0;
    const next = rest.slice(1).split(/[;.]/u)[0]!.trim();
    const count = listSyllables(next).length;
    return count >= FEWEST_SYLLABLES && (startsClause(next) || count >= 6) ? 1 : 0;
  });
}

function splitCommas(text: string): string[] {
  return cutBefore(text, (rest, before) => {
    const piece = before.replace(/\([^()]*\)/gu, '');
    const isComma = rest.startsWith(', ');
    const joining = isComma
      ? undefined
      : /^ và (?=nâng cao|xây dựng|triển khai|tổ chức (?!thực))/iu.exec(rest);
    if (!isComma && !joining) return 0;
    const next = rest
      .slice(isComma ? 1 : joining![0].length)
      .split(/[,;.]/u)[0]!
      .trim();
    const previous = piece.split(',').at(-1)!;
    const fewest = isComma ? FEWEST_SYLLABLES : 6;
    const isLongEnough = listSyllables(next).length >= fewest && listSyllables(previous).length >= fewest;
    if (!isLongEnough || !startsDutyAfterComma(next) || isNounList(piece)) return 0;
    return isComma ? 1 : joining![0].length;
  });
}

/** "… trong quản lý, tư vấn, …", "… về SGK, đổi mới …": after these words a comma goes on listing. */
function isNounList(piece: string): boolean {
  const opener =
    /(?:^|\s)(?:trong|về|gồm|như|ưu tiên|bằng|qua|là|các nội dung|các hoạt động|của)\s(?!năm|cùng|từng|nhà trường)([^,]{1,40})(?:,[^,]{1,30})*$/iu.exec(
      piece,
    );
  return (
    opener !== null &&
    listSyllables(opener[1]!).length <= 5 &&
    !/(?:điều kiện|địa phương|quy định|thực tế)/iu.test(opener[1]!)
  );
}

/**
 * Cuts a text wherever `test(rest, before)` gives a positive number: that many characters of `rest` are dropped as the
 * separator. `before` starts after the cut before. Inside brackets nothing is cut.
 */
function cutBefore(text: string, test: (rest: string, before: string) => number): string[] {
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    if (depth > 0 || !/[.!?…;, ]/u.test(character)) continue;
    const dropped = test(text.slice(index, index + 200), text.slice(start, index));
    if (dropped === 0) continue;
    pieces.push(text.slice(start, index));
    start = index + dropped;
    index = start - 1;
  }
  pieces.push(text.slice(start));
  return pieces.filter((piece) => piece.trim() !== '');
}

function indexOutsideBrackets(text: string, found: (rest: string) => boolean): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && found(text.slice(index, index + 2))) return index;
  }
  return -1;
}

function tidy(piece: string): string {
  return capitalise(
    piece
      .trim()
      .replace(/(?<![.…])[.;,:]+$/u, '')
      .trim(),
  );
}
