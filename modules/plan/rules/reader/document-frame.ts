import type { NotDutyReason, PlanFacts } from './draft.ts';
import type { SourceParagraph } from './source.ts';
import { canonicalSpelling, isAllCapitals, listSyllables } from './vietnamese.ts';
import { isoDate } from './window.ts';

const PLACE_AND_DATE =
  /^(\p{Lu}[\p{L} .]{1,40}), ngày\s+(\d{1,2}|[.…]+)\s*tháng\s+(\d{1,2}|[.…]+)\s*năm\s+(\d{4})\.?$/iu;
const SCHOOL_YEAR = /năm học\s*:?\s*(20\d\d)\s*[-/]\s*(20\d\d)/iu;
const POSITION =
  /^(?:(?:kt|tm|tuq|q|tl)\.\s*)?(?:phó |quyền )?(?:trưởng phòng|giám đốc(?: sở)?|hiệu trưởng|chủ tịch|trưởng ban|chánh văn phòng|tổ trưởng(?: chuyên môn)?|người lập(?: kế hoạch)?|ủy ban nhân dân)(?:\s*\(.*\))?$/iu;
const CLOSING =
  /^(?:trên đây là|căn cứ (?:vào )?kế hoạch này|đề nghị các|trong quá trình (?:tổ chức )?thực hiện|yêu cầu (?:các|thủ trưởng))/iu;

/** "Trang 3", "- 3 -", "3/12" alone on a line. */
export function isPageNumber(text: string): boolean {
  return /^(?:trang\s*)?[-–]?\s*\d{1,3}\s*(?:[/]\s*\d{1,3})?\s*[-–]?$/iu.test(text);
}

/** A line of dashes, stars or dots. */
export function isDecoration(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** What a line before the first section is; undefined when it may be the body of a plan without sections. */
export function classifyFrontMatter(paragraph: SourceParagraph): NotDutyReason | undefined {
  if (paragraph.row) return 'letterhead';
  const text = canonicalSpelling(paragraph.text);
  if (PLACE_AND_DATE.test(text)) return 'placeAndDate';
  if (/^số\s*:/iu.test(text)) return 'documentNumber';
  if (
    /^(?:cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|(?:ubnd|ủy ban nhân dân|sở|phòng|trường|bộ) [\p{L} -]+$)/iu.test(
      text,
    ) &&
    listSyllables(text).length <= 14
  )
    return 'letterhead';
  if (
    /^\(?(?:thực hiện|về việc|v\/v|kèm theo)/iu.test(text) &&
    listSyllables(text).length <= 40 &&
    !/\.$/u.test(text)
  )
    return 'title';
  if (/^kế hoạch(?![\p{L}])/iu.test(text) && (isAllCapitals(text) || listSyllables(text).length <= 14))
    return 'title';
  if (SCHOOL_YEAR.test(text) && listSyllables(text).length <= 8) return 'schoolYear';
  if (
    /^(?:căn cứ|thực hiện (?:chỉ thị|quyết định|công văn|kế hoạch|thông tư)|theo|phòng .* xây dựng kế hoạch|sở .* xây dựng kế hoạch|kính gửi|để )/iu.test(
      text,
    )
  )
    return 'introduction';
  return isAllCapitals(text) && listSyllables(text).length <= 20 ? 'title' : undefined;
}

/** Whether a body line ends the plan: the closing sentence, "Nơi nhận", or the signatory's position. */
export function classifyClosing(text: string): NotDutyReason | undefined {
  const spelled = canonicalSpelling(text).trim();
  if (/^nơi nhận\s*:?/iu.test(spelled)) return 'recipients';
  if (CLOSING.test(spelled) && /kế hoạch|thực hiện/iu.test(spelled)) return 'closing';
  return isPosition(spelled) ? 'signature' : undefined;
}

/** A signatory's position alone on its line ("KT. GIÁM ĐỐC", "Trưởng phòng"). */
function isPosition(text: string): boolean {
  const spelled = canonicalSpelling(text).trim();
  return (
    POSITION.test(spelled) &&
    (isAllCapitals(spelled.replace(/\(.*\)/u, '')) || listSyllables(spelled).length <= 3)
  );
}

/** Title, school year, place and date of signing, position of the signatory: each null when the plan does not say. */
export function readFacts(paragraphs: SourceParagraph[]): PlanFacts {
  const facts: PlanFacts = {
    title: null,
    schoolYearStart: null,
    place: null,
    signedOn: null,
    signatoryPosition: null,
  };
  for (const paragraph of paragraphs) {
    for (const line of paragraph.row
      ? paragraph.row.cells.flatMap((cell) => cell.split('\n'))
      : [paragraph.text]) {
      const text = canonicalSpelling(line).trim();
      const dated = PLACE_AND_DATE.exec(text);
      if (dated && facts.place === null) {
        facts.place = dated[1]!.trim();
        const [day, month] = [Number(dated[2]), Number(dated[3])];
        if (day >= 1 && day <= 31 && month >= 1 && month <= 12)
          facts.signedOn = isoDate(Number(dated[4]), month, day);
      }
      const year = SCHOOL_YEAR.exec(text);
      if (year && facts.schoolYearStart === null && Number(year[2]) === Number(year[1]) + 1)
        facts.schoolYearStart = Number(year[1]);
      if (isPosition(text)) facts.signatoryPosition ??= line.trim();
    }
  }
  return facts;
}
