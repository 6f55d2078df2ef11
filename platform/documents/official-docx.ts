import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { bare, letters, points, twips } from './docx-measures.ts';
import type { OfficialDocument, Run } from './official.ts';
import {
  type LaidBlock,
  type LaidDocument,
  type LaidTable,
  layOut,
  motto,
  page,
  uprightWidth,
} from './official-layout.ts';

const countryWidth = 91;
/** "Độc lập - Tự do - Hạnh phúc" in bold Times at 13 pt. */
const mottoWidth = 56.1;
const agencyWidth = uprightWidth - countryWidth;
const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/**
 * Writes an official document as a Word file with the same layout as its PDF, ready to be edited further. Heavy for long
 * tables: it runs on the render thread, see render.ts.
 */
export async function drawOfficialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const laid = layOut(document);
  const file = new Document({
    title: [laid.kind, laid.abstract].filter(Boolean).join(' '),
    creator: laid.agency.replace('\n', ' '),
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: letters(14), language: { value: 'vi-VN' }, color: '000000' },
        },
        heading1: headingStyle(true, false),
        heading2: headingStyle(true, false),
        heading3: headingStyle(true, true),
        heading4: headingStyle(false, true),
      },
    },
    sections: sections(laid),
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function headingStyle(bold: boolean, italics: boolean) {
  return {
    run: { font: 'Times New Roman', size: letters(14), bold, italics, color: '000000' },
    paragraph: {
      spacing: { before: points(8), after: points(6) },
      indent: { firstLine: twips(10) },
      keepNext: true,
    },
  };
}

function sections(laid: LaidDocument): ISectionOptions[] {
  const last = laid.sections.at(-1)!.blocks.at(-1);
  const drawn = laid.sections.map(({ turned, blocks }) => ({
    turned,
    // The signature never stands alone on a page: the last paragraph goes with it.
    children: blocks.flatMap((block) => drawBlock(block, block === last)),
  }));
  drawn[0]!.children.unshift(...head(laid));
  if (drawn.at(-1)!.turned) drawn.push({ turned: false, children: [] });
  drawn.at(-1)!.children.push(...closing(laid));
  return drawn.map(({ turned, children }, index) => ({
    properties: {
      page: {
        size: {
          // The library swaps the two sides itself when the page is turned.
          width: twips(page.width),
          height: twips(page.height),
          orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(page.top),
          bottom: twips(page.bottom),
          left: twips(page.left),
          right: twips(page.right),
          header: twips(page.top / 2),
        },
      },
      // Only the first page of the whole paper hides its number.
      titlePage: index === 0,
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: letters(13) })],
          }),
        ],
      }),
      ...(index === 0 ? { first: new Header({ children: [new Paragraph('')] }) } : {}),
    },
    children,
  }));
}

function head(laid: LaidDocument): (Paragraph | Table)[] {
  const left = [
    ...(laid.superior ? [centred(laid.superior, { size: 12 })] : []),
    centred(laid.agency, { size: 12, bold: true }),
    ruleUnder(lineWidth(longestLine(laid.agency), 12, agencyWidth) * 0.4, agencyWidth),
  ];
  const right = [
    centred(motto.country, { size: 12, bold: true }),
    centred(motto.words, { size: 13, bold: true }),
    ruleUnder(mottoWidth, countryWidth),
  ];
  const number = [centred(laid.numberLine, { size: 13 })];
  if (laid.kind === null) number.push(centred(`V/v ${laid.abstract}`, { size: 12 }));
  const rows: Paragraph[][][] = [
    [left, right],
    [number, [centred(laid.dateLine, { size: 13, italics: true })]],
  ];
  const children: (Paragraph | Table)[] = [
    grid(rows, [agencyWidth, countryWidth]),
    new Paragraph({ children: [], spacing: { after: points(4) } }),
  ];
  if (laid.kind !== null) {
    children.push(
      centred(laid.kind, { size: 14, bold: true }),
      centred(laid.abstract, { size: 14, bold: true }),
      ruleUnder(lineWidth(laid.abstract, 14, uprightWidth) * 0.4, uprightWidth),
      new Paragraph({ children: [], spacing: { after: 0 } }),
    );
  }
  if (laid.addressees.length === 1) {
    children.push(centred(`Kính gửi: ${laid.addressees[0]}`, { size: 14, after: 10 }));
  } else if (laid.addressees.length > 1) {
    children.push(new Paragraph({ indent: { left: twips(25) }, children: [new TextRun('Kính gửi:')] }));
    for (const [index, name] of laid.addressees.entries()) {
      const after = points(index === laid.addressees.length - 1 ? 10 : 0);
      children.push(
        new Paragraph({ indent: { left: twips(40) }, spacing: { after }, children: [new TextRun(name)] }),
      );
    }
  }
  for (const basis of laid.legalBases) {
    children.push(prose([new TextRun({ text: basis, italics: true })]));
  }
  return children;
}

function closing(laid: LaidDocument): (Paragraph | Table)[] {
  const recipients = [
    new Paragraph({
      children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: letters(12) })],
    }),
    ...laid.recipients.map(
      (name) => new Paragraph({ children: [new TextRun({ text: name, size: letters(11) })] }),
    ),
  ];
  const signature = [
    ...laid.signature.lines.map((line) => centred(line, { size: 14, bold: true })),
    // Room for the signature and the seal.
    new Paragraph({ spacing: { before: twips(22) }, children: [] }),
    centred(laid.signature.name, { size: 14, bold: true }),
  ];
  return [
    new Paragraph({ keepNext: true, children: [] }),
    grid([[recipients, signature]], [uprightWidth * 0.45, uprightWidth * 0.55]),
  ];
}

function drawBlock(block: LaidBlock, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({ heading: headingLevels[block.level - 1], children: [new TextRun(block.text)] }),
      ];
    case 'paragraph':
      return [prose(drawRuns(block.runs), { keepNext })];
    case 'item':
      return [prose([new TextRun('- '), ...drawRuns(block.runs)], { keepNext })];
    case 'table':
      return drawTable(block);
  }
}

function drawTable(table: LaidTable): (Paragraph | Table)[] {
  const size = table.dense ? 10 : 12;
  const columnWidths = table.columns.map((column) => twips(column.width));
  const cell = (
    index: number,
    alignment: 'left' | 'center' | 'right',
    children: ParagraphChild[],
  ): TableCell =>
    new TableCell({
      width: { size: columnWidths[index]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [new Paragraph({ alignment, children })],
    });
  const titles = table.columns.map((column, index) =>
    cell(index, 'center', lines(column.title, { bold: true, size: letters(size) })),
  );
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: row.every((value) => value.text.length <= 400),
        children: row.map((value, index) =>
          cell(index, table.columns[index]!.align, linked(value.text, value.link, { size: letters(size) })),
        ),
      }),
  );
  return [
    table.caption === null
      ? thin({ keepNext: true })
      : new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: points(10), after: points(6) },
          children: [new TextRun({ text: table.caption, bold: true, size: letters(13) })],
        }),
    new Table({
      columnWidths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      margins: { top: points(2), bottom: points(2), left: points(4), right: points(4) },
      rows: [new TableRow({ tableHeader: true, cantSplit: true, children: titles }), ...rows],
    }),
    // Word joins tables that touch.
    thin(),
  ];
}

/** Six points of nothing. */
function thin(more: Pick<IParagraphOptions, 'keepNext'> = {}): Paragraph {
  return new Paragraph({
    ...more,
    children: [],
    spacing: { before: 0, after: 0, line: points(6), lineRule: LineRuleType.EXACT },
  });
}

function drawRuns(runs: Run[]): ParagraphChild[] {
  return runs.flatMap((run) => linked(run.text, run.link, { bold: run.bold, italics: run.italic }));
}

type Letters = { bold?: boolean; italics?: boolean; size?: number };

function linked(text: string, link: string | undefined, style: Letters): ParagraphChild[] {
  if (!link) return lines(text, style);
  return [
    new ExternalHyperlink({
      link,
      children: lines(text, { ...style, underline: { type: UnderlineType.SINGLE } }),
    }),
  ];
}

function lines(text: string, style: Letters & { underline?: { type: 'single' } }): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, break: index > 0 ? 1 : undefined }));
}

function prose(children: ParagraphChild[], more: Pick<IParagraphOptions, 'keepNext'> = {}): Paragraph {
  return new Paragraph({
    ...more,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(10) },
    // 1.1 lines, 6 points between paragraphs.
    spacing: { line: 264, lineRule: LineRuleType.AUTO, after: points(6) },
    children,
  });
}

function centred(
  text: string,
  style: { size: number; bold?: boolean; italics?: boolean; after?: number },
): Paragraph {
  const { size, bold, italics, after } = style;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: points(after ?? 0) },
    children: lines(text, { size: letters(size), bold, italics }),
  });
}

/** A line of a given length in the middle of its place, as the upper edge of a paragraph too low to be seen. */
function ruleUnder(length: number, place: number): Paragraph {
  const side = twips(Math.max(0, (place - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: points(4), after: 0, line: points(4), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

function longestLine(text: string): string {
  return text.split('\n').sort((a, b) => b.length - a.length)[0]!;
}

/** Length of a bold line of Times in millimetres, good to a tenth: Word measures letters only when it opens the file. */
function lineWidth(text: string, size: number, most: number): number {
  const spaces = text.split(' ').length - 1;
  const em = (text.length - spaces) * (text === text.toUpperCase() ? 0.62 : 0.5) + spaces * 0.25;
  return Math.min(most - 4, em * size * 0.3528);
}

function grid(rows: Paragraph[][][], widths: number[]): Table {
  const columnWidths = widths.map(twips);
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: bare,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: { left: 0, right: 0, top: 0, bottom: points(4) },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ width: { size: columnWidths[index]!, type: WidthType.DXA }, children }),
          ),
        }),
    ),
  });
}
