import { SaxesParser } from 'saxes';

/** One element of a document: elements inside and the text of its own, white space at the ends removed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The file cannot be read as what it should be. The message is a Vietnamese sentence that says what and where. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive';
}

const mostCharacters = 64 * 1024 * 1024;
const mostElements = 2_000_000;
const deepest = 64;

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/**
 * Reads a document into a tree. Bounded in size, number of elements and depth; a DOCTYPE is refused, so that no entity
 * beyond the five of XML exists. Throws UnreadableArchive.
 */
export function readXml(text: string): XmlElement {
  if (text.length > mostCharacters)
    throw new UnreadableArchive(
      `Tệp quá lớn: ${Math.round(text.length / 1024 / 1024)} MB, nhiều nhất ${mostCharacters / 1024 / 1024} MB.`,
    );
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const refuse = (reason: string): never => {
    throw new UnreadableArchive(`Dòng ${parser.line}: ${reason}`);
  };
  parser.on('error', (error) => refuse(`XML sai (${error.message.replace(/^\d+:\d+: /, '')}).`));
  parser.on('doctype', () => refuse('không nhận tệp có DOCTYPE (có thể chứa thực thể độc hại); xoá dòng này.'));
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > mostElements) refuse(`quá nhiều phần tử (hơn ${mostElements}).`);
    if (open.length >= deepest) refuse(`phần tử lồng nhau quá sâu (hơn ${deepest} tầng).`);
    open.push({ name: tag.name, attributes: tag.attributes, children: [], text: '' });
  });
  const addText = (more: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    element.text = element.text.trim();
    const outer = open.at(-1);
    if (outer) outer.children.push(element);
    else root = element;
  });
  parser.write(text).close();
  if (!root) throw new UnreadableArchive('Tệp trống: không có phần tử XML nào.');
  return root;
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The elements of a list such as `<Times><Time/>…</Times>`; none when the list is missing. */
export function listOf(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  return childOf(element, list)?.children.filter((child) => child.name === item) ?? [];
}

export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  // Control characters have no form in XML 1.0: they are left out.
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** Writes an element and all inside, one line each, indented by tabs as the archive's own files are. */
export function writeXml(element: XmlElement, depth = 0): string {
  const indent = '\t'.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  if (element.children.length === 0) {
    if (element.text === '') return `${indent}<${element.name}${attributes}/>\n`;
    return `${indent}<${element.name}${attributes}>${escapeXml(element.text)}</${element.name}>\n`;
  }
  const inner = element.children.map((child) => writeXml(child, depth + 1)).join('');
  return `${indent}<${element.name}${attributes}>\n${inner}${indent}</${element.name}>\n`;
}

/** An element to write. */
export function xml(
  name: string,
  content: string | readonly XmlElement[] = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return typeof content === 'string'
    ? { name, attributes, children: [], text: content }
    : { name, attributes, children: content, text: '' };
}
