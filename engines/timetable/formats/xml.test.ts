import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenOf, DocumentError, parseXml, refuseSize, textOf, xmlBounds } from './xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a document is read with its attributes, text and order', () => {
  const root = parseXml('<a x="1"><b> một &amp; hai </b><c/><b><![CDATA[<ba>]]></b></a>');
  expect(root.attributes).toEqual({ x: '1' });
  expect(childrenOf(root, 'b').map(({ text }) => text)).toEqual(['một & hai', '<ba>']);
});

test('a plain document reads as the parser for all of XML reads it', () => {
  const word = fc.constantFrom(
    'a',
    'Day',
    'x.y',
    'Tiết',
    '1',
    '',
    ' ',
    '\n',
    '&lt;',
    '&amp;lt;',
    '&#65;',
    ']]>',
    '\r\n',
  );
  const tag = fc.constantFrom('a', 'b', 'Day');
  const { inner } = fc.letrec<{ inner: string }>((tie) => ({
    inner: fc.oneof(
      { depthSize: 'small' },
      word,
      fc
        .tuple(tag, word, tie('inner'), tie('inner'))
        .map(([name, text, one, two]) => `<${name}>${text}${one}${two}</${name}>`),
      fc.tuple(tag, tie('inner')).map(([name, one]) => `<${name} x="1" y='ơ' >${one}</${name}>`),
      tag.map((name) => `<${name}/>`),
    ),
  }));
  const outcome = (read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      return (error as Error).message;
    }
  };
  fc.assert(
    fc.property(inner, fc.constantFrom('', '<?xml version="1.0"?>\n', '\uFEFF'), (text, head) => {
      // A comment makes the parser read it, and changes nothing else.
      const document = `${head}<root>${text}</root>`;
      expect(outcome(() => parseXml(document))).toEqual(outcome(() => parseXml(`${document}<!-- -->`)));
    }),
    { numRuns: 500 },
  );
});

test('leaves of a plain document that are alike are one element', () => {
  const [one, within, two] = parseXml('<a><b>1</b><c><b>1</b></c><b>2</b></a>').children;
  expect(within!.children[0]).toBe(one);
  expect(two!.text).toBe('2');
});

test('entities of its own are never expanded', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
  expect(() => parseXml(bomb)).toThrow(DocumentError);
  expect(() => parseXml('<a>&file;</a>')).toThrow('thực thể');
  expect(() => parseXml('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toThrow('DOCTYPE');
  expect(() => parseXml('<!DOCTYPE html><html/>')).toThrow('DOCTYPE');
});

test('a DOCTYPE that only names the root is read over, as old programs write it', () => {
  expect(parseXml('<!DOCTYPE FET><FET version="5.0.0"/>').attributes).toEqual({ version: '5.0.0' });
});

test('what is not well formed is refused with its line', () => {
  expect(() => parseXml('<a>\n<b></a>')).toThrow('dòng 2');
  expect(() => parseXml('<a>')).toThrow(DocumentError);
  expect(() => parseXml('')).toThrow(DocumentError);
  expect(() => parseXml('%PDF-1.4')).toThrow(DocumentError);
});

test('why a document is refused is said in Vietnamese alone', () => {
  const refusal = (text: string) => {
    try {
      return parseXml(text);
    } catch (error) {
      return (error as Error).message.replace('XML', '').replace(/<[^>]*>/, '');
    }
  };
  for (const text of [
    '{"a":1}',
    '<a><b></a>',
    '<a',
    '<a><!-- -- --></a>',
    '<a x=1/>',
    '<a>\0</a>',
    '<a/><a/>',
    'x<a/>',
  ])
    expect(refusal(text)).not.toMatch(/[a-z]{2,}ed\b|unexpected|outside|tag|comment|character/);
});

test('depth is bounded', () => {
  const deep = xmlBounds.depth + 1;
  expect(() => parseXml('<a>'.repeat(deep) + '</a>'.repeat(deep))).toThrow('lồng nhau');
});

test('UTF-8 with or without a mark and UTF-16 are read, anything else is refused in words', () => {
  expect(textOf(bytes('\uFEFF<a>ơ</a>'))).toContain('ơ');
  const utf16 = new Uint8Array([0xff, 0xfe, ...[...'<a/>'].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  expect(parseXml(textOf(utf16)).name).toBe('a');
  expect(() => textOf(new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c]))).toThrow('UTF-8');
});

test('a file of 500 MB is refused by its size alone', () => {
  expect(() => refuseSize(500 * 1024 * 1024)).toThrow('500 MB');
  expect(() => refuseSize(1024)).not.toThrow();
});
