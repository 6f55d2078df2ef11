import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { bare, letters, points, twips } from './docx-measures.ts';
import {
  headingGroups,
  type Register,
  type RegisterPart,
  registerLetters,
  registerPage,
  registerWidths,
} from './register.ts';
import { oneLine } from './text.ts';

/** Writes a register as a Word file laid out as its PDF; on the render thread, see render.ts. */
export async function drawRegisterDocx(register: Register): Promise<Uint8Array> {
  const foot = oneLine([register.title, ...register.facts.map(({ value }) => value)].join(' · '));
  const file = new Document({
    title: oneLine(register.title),
    creator: oneLine(register.owner),
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: letters(10), language: { value: 'vi-VN' } } },
      },
    },
    sections: [cover(register), ...register.parts.map((part) => partPages(part, foot))],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function line(text: string, size: number, more: { bold?: boolean; italics?: boolean; before?: number } = {}) {
  const { before = 0, ...style } = more;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: points(before), after: points(3) },
    children: [new TextRun({ ...style, text: oneLine(text), size: letters(size) })],
  });
}

function properties(turned: boolean): ISectionOptions['properties'] {
  const { width, height, top, bottom, left, right } = registerPage;
  return {
    page: {
      size: {
        width: twips(width),
        height: twips(height),
        orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: turned
        ? { top: twips(left), bottom: twips(right), left: twips(top), right: twips(bottom) }
        : { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
    },
  };
}

function cover({ superior, owner, title, subtitle, facts }: Register): ISectionOptions {
  return {
    properties: properties(false),
    children: [
      ...(superior ? [line(superior.toUpperCase(), 14)] : []),
      line(owner.toUpperCase(), 14, { bold: true }),
      line(title.toUpperCase(), 21, { bold: true, before: 160 }),
      line(subtitle, 17, { bold: true, before: 6 }),
      ...facts.map(
        ({ label, value }, at) =>
          new Paragraph({
            indent: { left: twips(24) },
            spacing: { before: points(at === 0 ? 150 : 8) },
            children: [
              new TextRun({ text: `${label}: `, size: letters(15) }),
              new TextRun({ text: oneLine(value), bold: true, size: letters(15) }),
            ],
          }),
      ),
    ],
  };
}

function partPages(part: RegisterPart, foot: string): ISectionOptions {
  return {
    properties: properties(part.turned),
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [`${foot} – trang `, PageNumber.CURRENT], size: letters(8) })],
          }),
        ],
      }),
    },
    children: [
      line(part.title.toUpperCase(), 13, { bold: true }),
      ...(part.subtitle ? [line(part.subtitle, 11, { italics: true })] : []),
      drawTable(part),
      ...part.remarks.map(
        (remark) =>
          new Paragraph({
            spacing: { before: points(4) },
            children: [new TextRun({ text: oneLine(remark), size: letters(10.5) })],
          }),
      ),
      ...signers(part),
    ],
  };
}

function drawTable(part: RegisterPart): Table {
  const widths = registerWidths(part).map(twips);
  const size = letters(registerLetters(part));
  const cell = (
    text: string,
    width: number,
    { bold, align, ...spans }: { bold?: boolean; align?: 'left'; columnSpan?: number; rowSpan?: number },
  ) =>
    new TableCell({
      ...spans,
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: [new TextRun({ text: oneLine(text), bold, size })],
        }),
      ],
    });
  const above: TableCell[] = [];
  const below: TableCell[] = [];
  let at = 0;
  for (const { title, span } of headingGroups(part.columns)) {
    const places = part.columns.slice(at, at + span);
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    if (title === null) above.push(cell(places[0]!.title, width, { bold: true, rowSpan: 2 }));
    else {
      above.push(cell(title, width, { bold: true, columnSpan: span }));
      for (const [index, place] of places.entries()) {
        below.push(cell(place.title, widths[at + index]!, { bold: true }));
      }
    }
    at += span;
  }
  // A head of one line where no column has a group: Word does not know a row without cells.
  const head =
    below.length > 0
      ? [above, below]
      : [part.columns.map((one, index) => cell(one.title, widths[index]!, { bold: true }))];
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    margins: { top: points(1), bottom: points(1), left: points(1.6), right: points(1.6) },
    rows: [
      ...head.map((children) => new TableRow({ tableHeader: true, cantSplit: true, children })),
      ...part.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) =>
              cell(text, widths[index]!, part.columns[index]!.align === 'left' ? { align: 'left' } : {}),
            ),
          }),
      ),
    ],
  });
}

function signers({ signers: list, turned }: RegisterPart): (Paragraph | Table)[] {
  if (list.length === 0) return [];
  const { width, height, left, right, top, bottom } = registerPage;
  const share = twips((turned ? height - top - bottom : width - left - right) / list.length);
  return [
    new Paragraph({ keepNext: true, children: [] }),
    new Table({
      columnWidths: list.map(() => share),
      layout: TableLayoutType.FIXED,
      borders: bare,
      width: { size: share * list.length, type: WidthType.DXA },
      rows: [
        new TableRow({
          cantSplit: true,
          children: list.map(
            ({ position, name }) =>
              new TableCell({
                width: { size: share, type: WidthType.DXA },
                children: [
                  line(position, 10.5, { bold: true }),
                  line('(Kí, ghi rõ họ tên)', 9, { italics: true }),
                  line(name, 10.5, { bold: true, before: 48 }),
                ],
              }),
          ),
        }),
      ],
    }),
  ];
}
