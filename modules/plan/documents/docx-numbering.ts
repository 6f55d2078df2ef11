/**
 * Word keeps automatic numbers ("I.", "1.", "a)") outside the text. Headings of a plan are known by their numbers, so
 * this file writes them into the text before the document is read.
 */

interface Level {
  format: string;
  /** "%1.%2." */
  pattern: string;
  start: number;
}
type Numbering = Map<string, Level[]>;
interface NumberReference {
  numberingId: string;
  level: number;
}

/**
 * Takes the XML of document, numbering and styles parts; gives the document XML where each automatically numbered
 * paragraph starts with its number (bullets become "- ") and is no longer a list for Word's eyes.
 */
export function writeNumbersIntoText(documentXml: string, numberingXml: string, stylesXml: string): string {
  const numbering = readNumbering(numberingXml);
  if (numbering.size === 0) return documentXml;
  const styles = readStyleNumbers(stylesXml);
  const counters = new Map<string, number[]>();
  return documentXml.replace(/<w:pPr>([\s\S]*?)<\/w:pPr>/gu, (whole, properties: string) => {
    const reference = readReference(properties, styles);
    const levels = reference && numbering.get(reference.numberingId);
    const level = levels?.[reference?.level ?? 0];
    if (!reference || !levels || !level) return whole;
    const label = nextLabel(counters, reference, levels);
    const kept = properties.replace(
      /<w:numPr>[\s\S]*?<\/w:numPr>|<w:numPr\/>/u,
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
    );
    if (label === '') return `<w:pPr>${kept}</w:pPr>`;
    return `<w:pPr>${kept}</w:pPr><w:r><w:t xml:space="preserve">${label} </w:t></w:r>`;
  });
}

function readNumbering(xml: string): Numbering {
  const abstracts = new Map<string, Level[]>();
  for (const [, id, body] of xml.matchAll(
    /<w:abstractNum [^>]*w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/gu,
  )) {
    const levels: Level[] = [];
    for (const [, index, level] of body!.matchAll(/<w:lvl [^>]*w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/gu)) {
      levels[Number(index)] = {
        format: attribute(level!, 'w:numFmt') ?? 'decimal',
        pattern: attribute(level!, 'w:lvlText') ?? '',
        start: Number(attribute(level!, 'w:start') ?? 1),
      };
    }
    abstracts.set(id!, levels);
  }
  const numbering: Numbering = new Map();
  for (const [, id, body] of xml.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/gu)) {
    const levels = abstracts.get(attribute(body!, 'w:abstractNumId') ?? '');
    if (levels) numbering.set(id!, levels);
  }
  return numbering;
}

function readStyleNumbers(xml: string): Map<string, NumberReference> {
  const styles = new Map<string, NumberReference>();
  for (const [, id, body] of xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*>([\s\S]*?)<\/w:style>/gu)) {
    const numberingId = attribute(body!, 'w:numId');
    if (numberingId) styles.set(id!, { numberingId, level: Number(attribute(body!, 'w:ilvl') ?? 0) });
  }
  return styles;
}

function readReference(
  properties: string,
  styles: Map<string, NumberReference>,
): NumberReference | undefined {
  const own = /<w:numPr>([\s\S]*?)<\/w:numPr>/u.exec(properties)?.[1];
  const style = styles.get(attribute(properties, 'w:pStyle') ?? '');
  const numberingId = (own && attribute(own, 'w:numId')) ?? style?.numberingId;
  if (!numberingId || numberingId === '0') return undefined;
  return { numberingId, level: Number((own && attribute(own, 'w:ilvl')) ?? style?.level ?? 0) };
}

function nextLabel(counters: Map<string, number[]>, reference: NumberReference, levels: Level[]): string {
  const level = levels[reference.level]!;
  if (level.format === 'bullet') return '-';
  if (level.format === 'none') return '';
  const counts = counters.get(reference.numberingId) ?? [];
  counters.set(reference.numberingId, counts);
  counts.length = Math.min(counts.length, reference.level + 1);
  counts[reference.level] = (counts[reference.level] ?? level.start - 1) + 1;
  return level.pattern.replace(/%(\d)/gu, (_, position: string) => {
    const index = Number(position) - 1;
    return writeNumber(counts[index] ?? levels[index]?.start ?? 1, levels[index]?.format ?? 'decimal');
  });
}

function writeNumber(value: number, format: string): string {
  if (format === 'upperRoman') return writeRoman(value);
  if (format === 'lowerRoman') return writeRoman(value).toLowerCase();
  if (format === 'upperLetter') return letterAt(value).toUpperCase();
  if (format === 'lowerLetter') return letterAt(value);
  return String(value);
}

/** Automatic lists are Word's: a, b, c, d, e (people who type count a, b, c, d, đ, e). */
function letterAt(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26));
}

function writeRoman(value: number): string {
  const steps: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [size, letters] of steps) {
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  }
  return text;
}

function attribute(xml: string, element: string): string | undefined {
  return new RegExp(`<${element}(?: [^>]*)? w:val="([^"]*)"`, 'u').exec(xml)?.[1];
}
