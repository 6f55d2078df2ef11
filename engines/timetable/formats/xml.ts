import { SaxesParser } from 'saxes';
import { readPlainXml } from './plain-xml.ts';

/** An element of a document. Text of all its pieces together, without the white space around. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Why a document cannot be read; the message is for people. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

/** What a document may be at most: bytes, depth of elements, elements in all. */
export const xmlBounds = { bytes: 64 * 1024 * 1024, depth: 64, elements: 3_000_000 } as const;

declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** The text of a document: UTF-8, or UTF-16 with its mark. Throws DocumentError when too big or in another encoding. */
export function textOf(bytes: Uint8Array): string {
  refuseSize(bytes.byteLength);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentError(
      'Tệp không phải mã UTF-8 (hoặc UTF-16). Mở tệp bằng phần mềm đã tạo ra nó và lưu lại với mã UTF-8.',
    );
  }
}

/** Throws DocumentError when a file of that many bytes is too big to be a timetable. */
export function refuseSize(bytes: number): void {
  if (bytes > xmlBounds.bytes)
    throw new DocumentError(
      `Tệp dài ${Math.round(bytes / 1048576)} MB, quá mức ${xmlBounds.bytes / 1048576} MB cho một thời khóa biểu. Kiểm tra lại tệp.`,
    );
}

/**
 * Reads a document. A DOCTYPE that says more than a name is refused, so no entity is ever expanded; depth and number of elements are bounded.
 * Throws DocumentError that says the line when the document is not well formed.
 */
export function parseXml(text: string): XmlElement {
  return readPlainXml(text, xmlBounds) ?? parseAnyXml(text);
}

function parseAnyXml(text: string): XmlElement {
  const root: { children: XmlElement[] } = { children: [] };
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] =
    [];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: false, position: true });
  const refuse = (why: string): never => {
    throw new DocumentError(`Tệp XML không đọc được, dòng ${parser.line}: ${why}.`);
  };
  parser.on('error', (error) => refuse(inVietnamese(error.message)));
  // Old files name their root (<!DOCTYPE FET>), which means nothing; what declares entities or is a web page is refused.
  parser.on('doctype', (inside) => {
    if (!/^\s*[\w.-]+\s*$/.test(inside) || /html/i.test(inside))
      refuse('có khai báo DOCTYPE, không được phép');
  });
  parser.on('opentag', (tag) => {
    if (open.length >= xmlBounds.depth) refuse(`các thẻ lồng nhau quá ${xmlBounds.depth} lớp`);
    if (++elements > xmlBounds.elements) refuse(`quá ${xmlBounds.elements} thẻ`);
    open.push({
      name: tag.name,
      attributes: { ...tag.attributes } as Record<string, string>,
      children: [],
      text: '',
    });
  });
  const addText = (piece: string) => {
    const top = open.at(-1);
    if (top) top.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const { name, attributes, children, text: inner } = open.pop()!;
    const element = { name, attributes, children, text: inner.trim() };
    (open.at(-1) ?? root).children.push(element);
  });
  parser.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).close();
  return root.children[0] ?? refuse('không có thẻ nào');
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  const { children } = element;
  for (let index = 0; index < children.length; index++)
    if (children[index]!.name === name) return children[index];
  return undefined;
}

/** All children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const { children } = element;
  for (let index = 0; index < children.length; index++)
    if (children[index]!.name === name) found.push(children[index]!);
  return found;
}

/** Text with what XML reserves escaped. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

function inVietnamese(message: string): string {
  const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  const tag = /(?:unclosed tag|unmatched closing tag): (.+)/.exec(what)?.[1];
  if (tag) return `thẻ <${tag}> không khép đúng`;
  if (/unexpected close/.test(what)) return 'thẻ không khép đúng';
  if (/entity/.test(what)) return 'có thực thể (&…;) không cho phép; dấu & phải viết là &amp;';
  if (/must contain a root|outside of root|unexpected end|before root/.test(what))
    return 'tệp không phải XML hoặc bị cắt ngắn';
  if (/disallowed character\b(?! in)/.test(what))
    return 'có ký tự không được phép; tệp không phải XML hoặc đã hỏng';
  if (/only one root/.test(what)) return 'có hơn một thẻ ngoài cùng';
  if (/comment/.test(what)) return 'chú thích <!-- … --> viết sai';
  if (/attribute|quoted|value required/.test(what)) return 'thuộc tính của thẻ viết sai';
  if (/declaration|version|encoding|standalone/.test(what)) return 'dòng khai báo <?xml … ?> viết sai';
  return 'sai cú pháp XML';
}
