/** What a plan file is once its bytes have been read: blocks of clean Unicode text, in reading order. */

export type SourceFormat = 'docx' | 'text' | 'markdown';

export type SourceBlock =
  | { kind: 'paragraph'; text: string; headingLevel?: number }
  /** A row is a list of cell texts; lines inside a cell are separated by "\n". */
  | { kind: 'table'; rows: string[][] };

/** Something the reader of the report should know although nothing has to be done. */
export interface ReadingNote {
  code: string;
  message: string;
  detail?: string;
}

/** Something that went wrong: `message` says in Vietnamese what happened and what to do next. */
export interface ReadingProblem {
  code: string;
  message: string;
  detail?: string;
}

export interface SourceDocument {
  fileName: string;
  format: SourceFormat;
  blocks: SourceBlock[];
  notes: ReadingNote[];
}

/** The smallest piece that must be accounted for: a non-empty text block, or one row of a table. */
export interface SourceParagraph {
  /** 1-based position in the document. */
  ordinal: number;
  text: string;
  headingLevel?: number;
  /** Set when the paragraph is a table row. `table` is the 0-based position of the table among all tables. */
  row?: { table: number; cells: string[] };
}

/**
 * Numbers the paragraphs of a document. A text block that is not blank is one paragraph; every table row with at
 * least one non-blank cell (the header row too) is one paragraph, whatever the number of lines in its cells.
 */
export function listSourceParagraphs(source: SourceDocument): SourceParagraph[] {
  const paragraphs: SourceParagraph[] = [];
  let table = -1;
  for (const block of source.blocks) {
    if (block.kind === 'paragraph') {
      const text = block.text.trim();
      if (text === '') continue;
      const paragraph: SourceParagraph = { ordinal: paragraphs.length + 1, text };
      if (block.headingLevel !== undefined) paragraph.headingLevel = block.headingLevel;
      paragraphs.push(paragraph);
      continue;
    }
    table += 1;
    for (const row of block.rows) {
      const cells = row.map((cell) => cell.trim());
      if (cells.every((cell) => cell === '')) continue;
      paragraphs.push({
        ordinal: paragraphs.length + 1,
        text: cells.filter((cell) => cell !== '').join(' | '),
        row: { table, cells },
      });
    }
  }
  return paragraphs;
}
