import type { XmlElement } from './xml.ts';

/** Characters a plain document has; anything else is left to the parser. */
const odd = /[^\t\n\r -\uFFFD]/;
const plainName = /^[A-Za-z_][\w.-]*$/;
const attribute = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<&\t\n]*)"|'([^'<&\t\n]*)')/y;
const entity = /&(?:(amp)|(lt)|(gt)|(quot)|(apos));/g;
const none: Readonly<Record<string, string>> = {};
const childless: readonly XmlElement[] = [];
const slash = 47;
/** Pieces that are remembered: a document in which more differ gains nothing by it. */
const mostPieces = 100_000;
/** Pieces read in one run. */
const piecesAtOnce = 200;

/** A tag, or an element without children, and the text behind it. */
interface Piece {
  readonly kind: 'leaf' | 'opens' | 'closes';
  /** The leaf; of a tag what it says. */
  readonly element: XmlElement;
  /** What is behind it. */
  readonly text: string;
  readonly isBlank: boolean;
  /** How many characters all this is. */
  readonly length: number;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads documents as programs write them, much faster than a parser for all of XML: a declaration, elements, attributes, text,
 * the five entities. Most pieces of a document stand in it many times: each is read once, and leaves that are alike are one
 * element. Undefined for whatever else is in it, and whenever something is wrong: then the parser judges, and says where.
 */
export function readPlainXml(
  given: string,
  bounds: { readonly depth: number; readonly elements: number },
): XmlElement | undefined {
  const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.startsWith('<?xml ', at)) {
    at = text.indexOf('?>', at) + 2;
    if (at === 1) return undefined;
  }
  const tag = text.indexOf('<', at);
  if (tag < 0 || text.includes(']]>') || odd.test(text.slice(0, tag)) || text.slice(at, tag).trim() !== '')
    return undefined;
  const reader = new PlainReader(text, tag, bounds);
  while (reader.state === 'reading') reader.readOn();
  return reader.state === 'done' ? reader.root : undefined;
}

/** Reads in short runs: one loop as long as the document would be compiled by V8's last compiler just when it ends. */
class PlainReader {
  readonly #text: string;
  readonly #bounds: { readonly depth: number; readonly elements: number };
  readonly #pieces = new Map<string, Piece>();
  readonly #open: OpenElement[] = [];
  #tag: number;
  #elements = 0;
  root: XmlElement | undefined;
  state: 'reading' | 'done' | 'not plain' = 'reading';

  /** `tag`: where the first one begins. */
  constructor(text: string, tag: number, bounds: { readonly depth: number; readonly elements: number }) {
    this.#text = text;
    this.#tag = tag;
    this.#bounds = bounds;
  }

  readOn(): void {
    for (let many = 0; many < piecesAtOnce; many++) {
      if (this.#tag >= this.#text.length) {
        this.state = this.#open.length === 0 ? 'done' : 'not plain';
        return;
      }
      const piece = this.#nextPiece();
      if (!piece || !this.#take(piece)) {
        this.state = 'not plain';
        return;
      }
    }
  }

  #nextPiece(): Piece | undefined {
    const text = this.#text;
    const tag = this.#tag;
    let next = text.indexOf('<', tag + 1);
    // What is closed at once is read with its closing tag.
    if (text.charCodeAt(next + 1) === slash && text.charCodeAt(tag + 1) !== slash)
      next = text.indexOf('<', next + 1);
    const written = next < 0 ? text.slice(tag) : text.slice(tag, next);
    let piece = this.#pieces.get(written);
    if (!piece) {
      piece = readPiece(written);
      if (!piece) return undefined;
      if (this.#pieces.size < mostPieces) this.#pieces.set(written, piece);
    }
    this.#tag = tag + piece.length;
    return piece;
  }

  /** Whether the piece may stand where it does. */
  #take({ kind, element, text, isBlank }: Piece): boolean {
    const open = this.#open;
    let top = open[open.length - 1];
    let closed = element;
    if (kind === 'closes') {
      if (!top || top.name !== element.name) return false;
      top.text = top.text.trim();
      closed = top;
      open.length--;
      top = open[open.length - 1];
    } else {
      const { depth, elements } = this.#bounds;
      if ((this.root && !top) || open.length === depth || ++this.#elements > elements) return false;
      if (kind === 'opens') {
        const { name, attributes } = element;
        open.push({ name, attributes, children: [], text: isBlank ? '' : text });
        return true;
      }
    }
    if (top) {
      top.children.push(closed);
      if (!isBlank || top.text !== '') top.text += text;
    } else if (isBlank) this.root = closed;
    else return false;
    return true;
  }
}

/** Reads the tag that the text begins with; an element that is closed at once with its closing tag. */
function readPiece(written: string): Piece | undefined {
  const end = written.indexOf('>');
  if (end < 0 || odd.test(written)) return undefined;
  if (written.charCodeAt(1) === slash)
    return pieceOf(
      'closes',
      written.slice(2, end).trimEnd(),
      none,
      '',
      written.slice(end + 1),
      written.length,
    );
  const isEmpty = written.charCodeAt(end - 1) === slash;
  const said = written.slice(1, isEmpty ? end - 1 : end);
  const space = plainName.test(said) ? said.length : said.search(/\s/);
  const name = said.slice(0, space);
  const attributes = space === said.length ? none : attributesIn(said, space);
  if (!attributes || !plainName.test(name)) return undefined;
  const next = written.indexOf('<', end);
  const text = next < 0 ? written.slice(end + 1) : written.slice(end + 1, next);
  if (isEmpty) return pieceOf('leaf', name, attributes, '', text, end + 1 + text.length);
  if (next < 0) return pieceOf('opens', name, attributes, '', text, written.length);
  const close = written.indexOf('>', next);
  if (close < 0 || written.slice(next + 2, close).trimEnd() !== name) return undefined;
  return pieceOf('leaf', name, attributes, text, written.slice(close + 1), written.length);
}

function pieceOf(
  kind: Piece['kind'],
  name: string,
  attributes: XmlElement['attributes'],
  inside: string,
  behind: string,
  length: number,
): Piece | undefined {
  const inner = plainText(inside);
  const text = plainText(behind);
  if (inner === undefined || text === undefined) return undefined;
  const element = { name, attributes, children: childless, text: inner.trim() };
  return { kind, element, text, isBlank: text.trim() === '', length };
}

function attributesIn(said: string, begin: number): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  let read = begin;
  attribute.lastIndex = begin;
  for (let found = attribute.exec(said); found; found = attribute.exec(said)) {
    if (Object.hasOwn(attributes, found[1]!)) return undefined;
    attributes[found[1]!] = found[2] ?? found[3]!;
    read = attribute.lastIndex;
  }
  return said.slice(read).trim() === '' ? attributes : undefined;
}

function plainText(piece: string): string | undefined {
  if (!piece.includes('&')) return piece;
  const text = piece.replace(entity, (_, amp, lt, gt, quot) =>
    amp ? '\uE000' : lt ? '<' : gt ? '>' : quot ? '"' : "'",
  );
  return text.includes('&') || piece.includes('\uE000') ? undefined : text.replaceAll('\uE000', '&');
}
