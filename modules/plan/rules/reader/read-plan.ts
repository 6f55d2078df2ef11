import { findUnaccounted } from './account.ts';
import { hasReadableMonth, isCalendarTable, readCalendar } from './calendar.ts';
import { readFacts } from './document-frame.ts';
import type { ItemKind, PlanDraft, PlanDraftItem, ResponsibleUnit, TimeWindow } from './draft.ts';
import { proposeEvidence } from './evidence.ts';
import {
  type BodyLine,
  buildOutline,
  LONGEST_PARAGRAPH_CHARACTERS,
  type Outline,
  type Section,
} from './outline.ts';
import { DISTRICT_NOTE, findLevel, findResponsible } from './responsible.ts';
import { linkSolutions } from './solution-links.ts';
import { listSourceParagraphs, type SourceDocument } from './source.ts';
import { splitDuty } from './split.ts';
import { isAllCapitals, listSyllables } from './vietnamese.ts';
import { narrowWindow, yearWindow } from './window.ts';

const TITLE_CHARACTERS = 90;

/** Work on its way to become items: sorted by first paragraph before it is numbered. */
type PendingItem = Omit<PlanDraftItem, 'ordinal' | 'solvesOrdinals'> & { section: Section | null };

/**
 * Reads a plan into a draft for review. Pure: the same document always gives the same draft.
 *
 * Every source paragraph ends up as a heading, in one or more items, in a calendar month, or as "not a duty" with a
 * reason; `unaccounted` re-checks that word by word and must be empty. Problems never stop the reading.
 * @param yearWhenSilent first year of the school year whose months are meant when the plan names no year.
 */
export function readPlan(source: SourceDocument, yearWhenSilent: number | null = null): PlanDraft {
  const paragraphs = listSourceParagraphs(source);
  const outline = buildOutline(paragraphs);
  const draft: PlanDraft = {
    facts: readFacts(paragraphs),
    paragraphCount: paragraphs.length,
    headings: [],
    items: [],
    calendar: [],
    notDuty: [...outline.notDuty],
    unaccounted: [],
    problems: [],
    notes: [...source.notes],
  };
  const schoolYearStart = draft.facts.schoolYearStart ?? yearWhenSilent;
  const calendarItems = readTables(outline, draft, schoolYearStart);
  draft.facts.title = findTitle(outline);
  const wholeYear = yearWindow(
    draft.calendar.flatMap((month) => month.months),
    schoolYearStart,
  );
  const window: TimeWindow = {
    startsOn: wholeYear?.startsOn ?? null,
    endsOn: wholeYear?.endsOn ?? null,
    note: null,
  };
  const pending = [
    ...listWork(outline).flatMap((line) => readLine(line, window, draft)),
    ...calendarItems.map((item) =>
      item.window.startsOn ? item : { ...item, window: { ...window, note: item.window.note } },
    ),
  ];
  pending.sort((left, right) => left.paragraphOrdinals[0]! - right.paragraphOrdinals[0]!);
  draft.items = linkSolutions(pending.map((item, index) => ({ ...item, ordinal: index + 1 })));
  draft.headings = outline.sections.map((section) => ({
    marker: section.marker,
    title: section.title,
    role: section.role,
    sectionOrdinals: sectionOrdinals(section),
    paragraphOrdinals: section.paragraphOrdinals,
    isAlsoItem: isWorkItself(section),
  }));
  draft.notDuty.sort((left, right) => left.paragraphOrdinal - right.paragraphOrdinal);
  draft.unaccounted = findUnaccounted(paragraphs, draft);
  addRemarks(outline, draft);
  return draft;
}

/** Body lines plus the headings that have nothing under them and so are work themselves. */
function listWork(outline: Outline): BodyLine[] {
  const headings = outline.sections
    .filter(isWorkItself)
    .map(
      (section): BodyLine => ({ section, text: section.title, paragraphOrdinals: section.paragraphOrdinals }),
    );
  return [...outline.lines, ...headings];
}

function isWorkItself(section: Section): boolean {
  return (
    !section.hasContent &&
    section.role !== 'context' &&
    section.role !== 'calendar' &&
    section.kind !== 'label' &&
    !isAllCapitals(section.title)
  );
}

function readLine(line: BodyLine, window: TimeWindow, draft: PlanDraft): PendingItem[] {
  if (line.section?.role === 'context') {
    for (const paragraphOrdinal of line.paragraphOrdinals) {
      draft.notDuty.push({ paragraphOrdinal, reason: 'purpose', text: line.text });
    }
    return [];
  }
  const { label, pieces } = splitDuty(line.text);
  const kind: ItemKind = line.section?.role === 'solutions' ? 'solution' : 'duty';
  let subject: ResponsibleUnit[] = [];
  return pieces.map((text, index) => {
    const level = findLevel(`${label ?? ''} ${text}`, line.section?.level ?? 'both');
    const units = line.section?.units ?? [];
    const responsible = findResponsible(
      text,
      label,
      units.length > 0 ? units : subject,
      level,
      line.section?.title,
    );
    // "UBND cấp xã đảm bảo kinh phí, …, phối hợp tổ chức bán trú": the subject holds for the whole sentence.
    if (index === 0 && /^(?:các |mỗi )?(?:UBND|Sở|Phòng|Giáo viên|GV)/iu.test(text)) subject = responsible;
    const item: PendingItem = {
      kind,
      title: shorten(text),
      text,
      sectionPath: sectionPath(line.section),
      sectionOrdinals: line.section ? sectionOrdinals(line.section) : [],
      paragraphOrdinals: line.paragraphOrdinals,
      level,
      responsible,
      window: narrowWindow(text, window),
      evidence: proposeEvidence(text, label, responsible),
      section: line.section,
    };
    if (label !== undefined) item.label = label;
    return item;
  });
}

function readTables(outline: Outline, draft: PlanDraft, schoolYearStart: number | null): PendingItem[] {
  const items: PendingItem[] = [];
  for (const { section, rows, isAfterClosing } of outline.tables) {
    const reject = (reason: 'letterhead' | 'signature' | 'otherTable' | 'calendarWithoutMonths'): void => {
      for (const row of rows) draft.notDuty.push({ paragraphOrdinal: row.ordinal, reason, text: row.text });
    };
    const isUnderCalendarHeading = section?.role === 'calendar';
    if (!isCalendarTable(rows, isUnderCalendarHeading)) {
      if (isAfterClosing) reject(rows[0]!.ordinal <= 3 ? 'letterhead' : 'signature');
      else {
        reject('otherTable');
        draft.problems.push({
          code: 'tableNotRead',
          message:
            'Có bảng không phải lịch theo tháng nên không tách thành việc; các dòng vẫn được giữ. Hãy thêm việc từ bảng khi rà soát.',
          detail: `Đoạn ${rows[0]!.ordinal}–${rows.at(-1)!.ordinal}`,
        });
      }
      continue;
    }
    if (!hasReadableMonth(rows, schoolYearStart)) {
      reject('calendarWithoutMonths');
      draft.problems.push({
        code: 'calendarWithoutMonths',
        message:
          'Bảng lịch không ghi tháng nào nên chưa đưa vào lịch được. Hãy ghi tháng ở cột đầu mỗi dòng (ví dụ 8/2025) rồi nạp lại.',
        detail: `Đoạn ${rows[0]!.ordinal}–${rows.at(-1)!.ordinal}`,
      });
      continue;
    }
    const calendar = readCalendar(rows, schoolYearStart);
    draft.calendar = draft.calendar.concat(calendar.months);
    draft.problems = draft.problems.concat(calendar.problems);
    draft.notes = draft.notes.concat(calendar.notes);
    for (const ordinal of calendar.headerOrdinals) {
      draft.notDuty.push({
        paragraphOrdinal: ordinal,
        reason: 'tableHeader',
        text: rows.find((row) => row.ordinal === ordinal)!.text,
      });
    }
    for (const entry of calendar.entries) {
      const level = findLevel(entry.text, 'both');
      const responsible = entry.responsible.map((unit) =>
        unit.unit === 'school' ? findResponsible(entry.text, undefined, [unit], level)[0]! : unit,
      );
      items.push({
        kind: 'calendarEntry',
        title: shorten(entry.text),
        text: entry.text,
        sectionPath: sectionPath(section),
        sectionOrdinals: section ? sectionOrdinals(section) : [],
        paragraphOrdinals: entry.paragraphOrdinals,
        level,
        responsible,
        window: entry.window,
        evidence: proposeEvidence(entry.text, undefined, responsible),
        section,
      });
    }
  }
  return items;
}

function addRemarks(outline: Outline, draft: PlanDraft): void {
  if (draft.items.length === 0) {
    draft.problems.push({
      code: 'noDuties',
      message:
        'Không tìm thấy nhiệm vụ nào trong tệp. Hãy kiểm tra có đúng tệp kế hoạch không; mỗi mục nên có số (I., 1., a)).',
    });
  }
  if (draft.facts.schoolYearStart === null) {
    draft.problems.push({
      code: 'schoolYearMissing',
      message: 'Không thấy dòng "Năm học 20xx-20xx". Hãy chọn năm học khi rà soát.',
    });
  }
  const tail = draft.notDuty.filter((line) => line.reason === 'afterClosing');
  if (tail.length > 0) {
    draft.problems.push({
      code: 'textAfterClosing',
      message: 'Có đoạn dài đứng sau phần kết hoặc phần ký; không coi là nhiệm vụ. Hãy xem lại các đoạn này.',
      detail: `Đoạn ${tail.map((line) => line.paragraphOrdinal).join(', ')}`,
    });
  }
  const long = draft.notDuty.filter((line) => line.reason === 'tooLong');
  if (long.length > 0) {
    draft.problems.push({
      code: 'paragraphTooLong',
      message: `Có đoạn dài hơn ${LONGEST_PARAGRAPH_CHARACTERS} ký tự nên không tách thành việc. Hãy ngắt đoạn (Enter) giữa các nhiệm vụ rồi nạp lại.`,
      detail: `Đoạn ${long
        .slice(0, 20)
        .map((line) => line.paragraphOrdinal)
        .join(', ')}`,
    });
  }
  const seen = new Set<string>();
  for (const section of outline.sections) {
    if (section.marker === '') continue;
    const key = `${section.parent ? sectionOrdinals(section.parent).join('.') : ''}/${section.marker}`;
    if (seen.has(key)) {
      draft.notes.push({
        code: 'repeatedNumber',
        message: `Có hai mục cùng đánh số "${section.marker}"; cả hai đều được giữ riêng.`,
        detail: section.title,
      });
    }
    seen.add(key);
  }
  const withDistrict = draft.items.filter((item) =>
    item.responsible.some((unit) => unit.note === DISTRICT_NOTE),
  );
  if (withDistrict.length > 0) {
    draft.notes.push({
      code: 'districtLegacy',
      message: DISTRICT_NOTE,
      detail: `${withDistrict.length} việc`,
    });
  }
}

function findTitle(outline: Outline): string | null {
  const lines = outline.notDuty.filter((line) => line.reason === 'title' || line.reason === 'schoolYear');
  const first = lines.findIndex((line) => line.reason === 'title');
  if (first < 0) return null;
  const title = [lines[first]!];
  for (const line of lines.slice(first + 1)) {
    if (line.paragraphOrdinal === title.at(-1)!.paragraphOrdinal + 1) title.push(line);
  }
  return title
    .map((line) => line.text)
    .join(' ')
    .replace(/\s+/gu, ' ');
}

function sectionPath(section: Section | null): string[] {
  return section ? [...sectionPath(section.parent), `${section.marker} ${section.title}`.trim()] : [];
}

function sectionOrdinals(section: Section): number[] {
  return section.parent ? [...sectionOrdinals(section.parent), section.position] : [section.position];
}

function shorten(text: string): string {
  if (text.length <= TITLE_CHARACTERS) return text;
  const cut = text.slice(0, TITLE_CHARACTERS - 1);
  const clause = /^(.{30,})[,(]/u.exec(cut)?.[1];
  const words = cut.slice(0, cut.lastIndexOf(' '));
  return `${(listSyllables(clause ?? '').length >= 6 ? clause! : words).trim()}…`;
}
