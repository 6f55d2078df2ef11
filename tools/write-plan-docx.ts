/**
 * Writes the worked example plan as a Word file from its Markdown source:
 *   node tools/write-plan-docx.ts
 * Run it after editing the Markdown and commit both files.
 */
import { readFile, writeFile } from 'node:fs/promises';
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { isSourceProblem, readSource } from '../modules/plan/documents/read-source.ts';
import type { SourceBlock } from '../modules/plan/rules/reader/source.ts';

const FOLDER = new URL('../reference-data/plans/', import.meta.url);
const NAME = 'ke-hoach-2025-2026';
const FONT = 'Times New Roman';
/** Half points: 14 pt, the size of official documents. */
const SIZE = 28;
const HEADING_LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function writeParagraph(text: string, headingLevel?: number): Paragraph {
  const isTitle = headingLevel === 1;
  return new Paragraph({
    ...(headingLevel === undefined ? {} : { heading: HEADING_LEVELS[headingLevel - 1]! }),
    alignment: isTitle ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { before: 60, after: 60 },
    children: [
      new TextRun({ text, font: FONT, size: SIZE, bold: headingLevel !== undefined, color: '000000' }),
    ],
  });
}

function writeTable(rows: string[][], isLetterhead: boolean): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(isLetterhead
      ? {
          borders: {
            top: NO_BORDER,
            bottom: NO_BORDER,
            left: NO_BORDER,
            right: NO_BORDER,
            insideHorizontal: NO_BORDER,
            insideVertical: NO_BORDER,
          },
        }
      : {}),
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) => new TableCell({ children: cell.split('\n').map((line) => writeParagraph(line)) }),
          ),
        }),
    ),
  });
}

function writeBlock(block: SourceBlock, index: number): Paragraph | Table {
  return block.kind === 'table'
    ? writeTable(block.rows, index === 0)
    : writeParagraph(block.text, block.headingLevel);
}

const source = await readSource(await readFile(new URL(`${NAME}.md`, FOLDER)), `${NAME}.md`);
if (isSourceProblem(source)) throw new Error(source.message);
const word = new Document({
  title: 'Kế hoạch công tác giáo dục trung học năm học 2025-2026',
  sections: [{ children: source.blocks.map(writeBlock) }],
});
await writeFile(new URL(`${NAME}.docx`, FOLDER), await Packer.toBuffer(word));
