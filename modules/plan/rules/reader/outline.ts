import { classifyClosing, classifyFrontMatter, isDecoration, isPageNumber } from './document-frame.ts';
import type { HeadingRole, NotDuty, NotDutyReason, ResponsibleUnit, SchoolLevelScope } from './draft.ts';
import { type Marker, readHeadingRole, readMarker } from './markers.ts';
import { findHeadingUnits, findLevel, unitsOfLabel } from './responsible.ts';
import type { SourceParagraph } from './source.ts';
import { splitLabel } from './split.ts';
import { canonicalSpelling, isAllCapitals, listSyllables } from './vietnamese.ts';

export interface Section {
  kind: string;
  marker: string;
  value: number;
  title: string;
  role: HeadingRole;
  units: ResponsibleUnit[];
  level: SchoolLevelScope;
  parent: Section | null;
  /** Position among the siblings, 1-based: the identity, whatever number is printed. */
  position: number;
  childCount: number;
  hasContent: boolean;
  paragraphOrdinals: number[];
}

export interface BodyLine {
  section: Section | null;
  text: string;
  paragraphOrdinals: number[];
}

export interface Outline {
  sections: Section[];
  lines: BodyLine[];
  tables: { section: Section | null; rows: SourceParagraph[]; isAfterClosing: boolean }[];
  notDuty: NotDuty[];
}

const GROUP_SYLLABLES = 30;
/** No duty is this long: it is a page pasted without line ends, and cutting it would be guessing. */
export const LONGEST_PARAGRAPH_CHARACTERS = 5_000;
const LONGEST_ROW_CHARACTERS = 20_000;
const DEEPEST_SECTION = 8;
/** A duty broken over more lines than this is a list without punctuation. */
const MOST_JOINED_LINES = 20;

/** Walks the paragraphs once and finds sections, body lines, tables and everything that is frame. */
export function buildOutline(paragraphs: SourceParagraph[]): Outline {
  return new OutlineBuilder(paragraphs).build();
}

class OutlineBuilder {
  private readonly outline: Outline = { sections: [], lines: [], tables: [], notDuty: [] };
  private readonly paragraphs: SourceParagraph[];
  private readonly hasNumberedSections: boolean;
  private phase: 'front' | 'body' | 'closing' = 'front';
  private section: Section | null = null;
  private topLevelCount = 0;
  /** What the next line may go on from. */
  private open: { append(text: string, ordinal: number): void; text(): string; ordinals: number[] } | null =
    null;
  /** A lead-in ("… như sau:") holds only while lines look like its first one. */
  private groupShape: string | null = null;

  constructor(paragraphs: SourceParagraph[]) {
    this.paragraphs = paragraphs;
    this.hasNumberedSections = paragraphs.some(
      (paragraph) => !paragraph.row && this.readMarker(paragraph)?.kind === 'roman',
    );
  }

  build(): Outline {
    for (const paragraph of this.paragraphs) {
      const longest = paragraph.row ? LONGEST_ROW_CHARACTERS : LONGEST_PARAGRAPH_CHARACTERS;
      if (paragraph.text.length > longest) this.addNotDuty(paragraph, 'tooLong');
      else if (paragraph.row) this.readRow(paragraph);
      else this.readLine(paragraph);
    }
    return this.outline;
  }

  private readRow(paragraph: SourceParagraph): void {
    this.open = null;
    const last = this.outline.tables.at(-1);
    if (last && last.rows[0]!.row!.table === paragraph.row!.table) {
      last.rows.push(paragraph);
      return;
    }
    if (this.section) this.section.hasContent = true;
    this.outline.tables.push({
      section: this.section,
      rows: [paragraph],
      isAfterClosing: this.phase !== 'body',
    });
  }

  private readLine(paragraph: SourceParagraph): void {
    const { text } = paragraph;
    if (isDecoration(text)) {
      this.addNotDuty(paragraph, 'decoration');
      return;
    }
    if (isPageNumber(text)) {
      this.addNotDuty(paragraph, 'pageNumber');
      return;
    }
    if (this.phase === 'front') {
      if (!this.startsBody(paragraph)) {
        this.addNotDuty(paragraph, classifyFrontMatter(paragraph) ?? 'introduction');
        return;
      }
      this.phase = 'body';
    }
    if (this.phase === 'closing' && !this.resumesBody(paragraph)) {
      this.readClosingLine(paragraph);
      return;
    }
    const marker = this.readMarker(paragraph);
    if (!marker && this.goesOn(text)) {
      this.open!.append(text, paragraph.ordinal);
      return;
    }
    if (marker) {
      this.openSection(marker, paragraph);
      return;
    }
    if (this.isUnnumberedHeading(paragraph)) {
      this.openUnnumbered(paragraph);
      return;
    }
    const closing = classifyClosing(text);
    if (closing) {
      this.phase = 'closing';
      this.addNotDuty(paragraph, closing);
      return;
    }
    if (this.section?.role === 'calendar' && /^năm học/iu.test(text)) {
      this.addNotDuty(paragraph, 'schoolYear');
      return;
    }
    this.addBodyLine(paragraph);
  }

  /** "1." inside a bullet or a styled heading is found too; a list mark before the number does not count. */
  private readMarker(paragraph: SourceParagraph): Marker | undefined {
    return readMarker(paragraph.text.replace(/^[-–•+*]\s+(?=[IVX\d]+\.)/u, ''));
  }

  private startsBody(paragraph: SourceParagraph): boolean {
    const marker = this.readMarker(paragraph);
    if (this.hasNumberedSections)
      return marker !== undefined && /^(?:roman|part|capital)$/u.test(marker.kind);
    return marker !== undefined || classifyFrontMatter(paragraph) === undefined;
  }

  private resumesBody(paragraph: SourceParagraph): boolean {
    const marker = this.readMarker(paragraph);
    const isNewPart =
      marker !== undefined && /^(?:roman|part)$/u.test(marker.kind) && listSyllables(marker.rest).length > 1;
    const title = canonicalSpelling(paragraph.text);
    const isAppendix =
      /^(?:phụ lục|lịch (?:thời gian|công tác|thực hiện))/iu.test(title) ||
      readHeadingRole(title) === 'calendar';
    if (isNewPart || (isAppendix && listSyllables(title).length <= 20)) {
      this.phase = 'body';
      return true;
    }
    return false;
  }

  private readClosingLine(paragraph: SourceParagraph): void {
    const last = this.outline.notDuty.at(-1);
    const reason = classifyClosing(paragraph.text);
    if (reason) {
      this.addNotDuty(paragraph, reason);
      return;
    }
    if (last?.reason === 'recipients' && /^[-–+•]|;$|\.$/u.test(paragraph.text)) {
      this.addNotDuty(paragraph, 'recipients');
      return;
    }
    const isShort = listSyllables(paragraph.text).length <= 8;
    this.addNotDuty(paragraph, isShort ? 'signature' : 'afterClosing');
  }

  private addNotDuty(paragraph: SourceParagraph, reason: NotDutyReason): void {
    if (reason !== 'pageNumber' && reason !== 'decoration') this.open = null;
    this.outline.notDuty.push({ paragraphOrdinal: paragraph.ordinal, reason, text: paragraph.text });
  }

  /** A line goes on from the one above when that one ends in mid-sentence and this one starts in lower case. */
  private goesOn(text: string): boolean {
    if (!this.open || /^[-–•+*]\s/u.test(text)) return false;
    const before = this.open.text();
    if (this.open.ordinals.length >= MOST_JOINED_LINES) return false;
    if (before.length + text.length > LONGEST_PARAGRAPH_CHARACTERS) return false;
    if (/[.;:!?…]["”)]?$/u.test(before)) return false;
    if (/^\p{Ll}/u.test(text)) return true;
    return /(?:,|(?<!\p{L})(?:và|của|với|cho|các|theo|về|trong|tại|từ|đến|hoặc|để|những))$/iu.test(before);
  }

  private openSection(marker: Marker, paragraph: SourceParagraph): void {
    const parent = this.findParent(marker);
    this.pushSection(parent, marker.kind, marker.printed, marker.value, marker.rest, paragraph);
  }

  /** Same kind of number open above → sibling; but "1." again under "a)" of a section 3 starts a deeper list. */
  private findParent(marker: Marker): Section | null {
    for (let section = this.section; section; section = section.parent) {
      if (section.kind !== marker.kind) continue;
      const isDeeperList =
        marker.value === 1 &&
        section.value > 1 &&
        section !== this.section &&
        /^(?:decimal|letter)/u.test(marker.kind) &&
        depthOf(this.section) < DEEPEST_SECTION;
      return isDeeperList ? this.section : section.parent;
    }
    if (marker.kind === 'roman') {
      let section = this.section;
      while (section && section.kind !== 'part' && section.kind !== 'capital') section = section.parent;
      return section;
    }
    // A styled heading without a number does not stand above roman numbers, and a calendar has no numbered parts.
    return marker.kind === 'part' || (marker.kind === 'capital' && this.section?.kind === 'roman')
      ? null
      : this.section;
  }

  private isUnnumberedHeading(paragraph: SourceParagraph): boolean {
    const { text } = paragraph;
    const bare = text.replace(/^[-–•+*]\s*/u, '');
    if (paragraph.headingLevel !== undefined) return true;
    if (isAllCapitals(text) && listSyllables(text).length >= 2 && listSyllables(text).length <= 20)
      return classifyClosing(text) === undefined;
    const role = readHeadingRole(bare);
    if (role === 'solutions' && /[:.]?$/u.test(bare) && splitLabel(bare).label === undefined) return true;
    if (role === 'duties' && bare.endsWith(':')) return true;
    return text.endsWith(':') && listSyllables(text).length <= GROUP_SYLLABLES;
  }

  private openUnnumbered(paragraph: SourceParagraph): void {
    const title = paragraph.text.replace(/^[-–•+*]\s*/u, '');
    const role = readHeadingRole(title);
    if (isAllCapitals(title) || role === 'calendar') {
      this.pushSection(null, 'capitals', '', 0, title, paragraph);
      return;
    }
    const kind =
      paragraph.headingLevel !== undefined
        ? `styled${paragraph.headingLevel}`
        : role === undefined
          ? 'group'
          : 'label';
    let parent = this.section;
    for (let section = this.section; section; section = section.parent) {
      if (section.kind === kind || (kind === 'label' && section.kind === 'group')) parent = section.parent;
    }
    this.groupShape = null;
    this.pushSection(parent, kind, '', 0, title, paragraph);
  }

  private pushSection(
    parent: Section | null,
    kind: string,
    marker: string,
    value: number,
    rest: string,
    paragraph: SourceParagraph,
  ): void {
    const title = rest.trim();
    const role = readHeadingRole(title);
    const inherited = parent && parent.role !== 'calendar' ? parent.role : 'duties';
    const isOrganisation = isUnderOrganisation(parent);
    const section: Section = {
      kind,
      marker,
      value,
      title,
      role: role ?? inherited,
      units: findHeadingUnits(title, isOrganisation),
      level: findLevel(title, parent?.level ?? 'both'),
      parent,
      position: parent ? ++parent.childCount : ++this.topLevelCount,
      childCount: 0,
      hasContent: false,
      paragraphOrdinals: [paragraph.ordinal],
    };
    // The outer "Nhiệm vụ của X" decides; "a) Tham mưu UBND tỉnh" under it names whom X advises.
    if (parent && parent.units.length > 0) section.units = parent.units;
    for (let above = parent; above; above = above.parent) above.hasContent = true;
    this.section = section;
    this.outline.sections.push(section);
    this.open = {
      append: (text, ordinal) => {
        section.title += ` ${text}`;
        section.paragraphOrdinals.push(ordinal);
      },
      text: () => section.title,
      ordinals: section.paragraphOrdinals,
    };
  }

  private addBodyLine(paragraph: SourceParagraph): void {
    this.leaveGroup(paragraph.text);
    const line: BodyLine = {
      section: this.section,
      text: stripBullet(paragraph.text),
      paragraphOrdinals: [paragraph.ordinal],
    };
    if (this.section) this.section.hasContent = true;
    this.outline.lines.push(line);
    this.open = {
      append: (text, ordinal) => {
        line.text += ` ${text}`;
        line.paragraphOrdinals.push(ordinal);
      },
      text: () => line.text,
      ordinals: line.paragraphOrdinals,
    };
  }

  private leaveGroup(text: string): void {
    if (this.section?.kind !== 'group') return;
    const bullet = /^[-–•+*]/u.exec(text)?.[0] ?? '';
    const label = splitLabel(stripBullet(text)).label;
    const shape = `${bullet}${label && unitsOfLabel(label).length > 0 ? 'unit' : ''}`;
    this.groupShape ??= shape;
    if (shape !== this.groupShape) this.section = this.section.parent;
  }
}

function depthOf(section: Section | null): number {
  return section ? depthOf(section.parent) + 1 : 0;
}

function isUnderOrganisation(section: Section | null): boolean {
  for (let above = section; above; above = above.parent) {
    if (
      /tổ chức thực hiện|phân công (?:nhiệm vụ|thực hiện|trách nhiệm)|trách nhiệm/iu.test(
        canonicalSpelling(above.title),
      )
    )
      return true;
  }
  return false;
}

function stripBullet(text: string): string {
  return text.replace(/^[-–•+*]\s*/u, '');
}
