import type { ResponsibleUnit, SchoolLevelScope, SchoolRestriction, UnitCode } from './draft.ts';
import { textBeforeVerb } from './verbs.ts';
import { canonicalSpelling, wholeWord } from './vietnamese.ts';

/** Districts ended on 1 July 2025 (two-tier local government); older texts still name them. */
export const DISTRICT_NOTE =
  'Văn bản còn ghi cấp huyện; từ 1/7/2025 không còn cấp huyện, việc được chuyển cho UBND cấp xã hoặc Sở GDĐT.';

/** First match wins the letters it covers, so "GVCN" is never also "GV", "Phòng VHXH xã" never also a commune. */
const UNIT_PATTERNS: [UnitCode | 'districtLegacy' | 'districtOffice', RegExp][] = [
  [
    'cultureSocialOffice',
    wholeWord(
      'phòng (?:vhxh|vh-xh|vh - xh|văn hóa ?-? ?(?:và )?xã hội)(?: (?:cấp )?xã(?:[/,] ?phường)?)?',
      'giu',
    ),
  ],
  [
    'secondaryDivision',
    wholeWord('(?:chuyên viên|phòng|trưởng phòng)?,? ?(?:gdtt?rh|gdth?pt|giáo dục trung học)', 'giu'),
  ],
  ['districtOffice', wholeWord('phòng (?:gdđt|gd&đt|giáo dục và đào tạo)', 'giu')],
  [
    'districtLegacy',
    wholeWord(
      '(?:ubnd |ủy ban nhân dân )?(?:cấp )?(?:huyện, xã|xã/huyện|huyện/xã)|(?:ubnd |cấp )(?:các )?huyện|chính quyền (?:cấp )?(?:xã/huyện|huyện, xã)',
      'giu',
    ),
  ],
  ['provincePC', wholeWord('(?:ubnd|ủy ban nhân dân) tỉnh', 'giu')],
  [
    'communePC',
    wholeWord(
      '(?:ubnd|ủy ban nhân dân|chính quyền)(?: cấp)?(?: các)? (?:xã(?:[/,] ?phường)?|phường|địa phương)|(?:cấp|lãnh đạo) xã(?:[/,] ?phường)?',
      'giu',
    ),
  ],
  [
    'department',
    wholeWord('(?:Sở|SỞ)(?: ?(?:GDĐT|GD&ĐT|GD-ĐT|GIÁO DỤC VÀ ĐÀO TẠO|[Gg]iáo dục và [Đđ]ào tạo))?', 'gu'),
  ],
  [
    'vocationalInstitution',
    wholeWord('(?:cơ sở |trường |trung tâm )?gdnn(?:-gdtx)?|trường nghề|cơ sở giáo dục nghề nghiệp', 'giu'),
  ],
  ['cluster', wholeWord('(?:các |từng )?cụm (?:chuyên môn|trường|cm)|liên trường', 'giu')],
  [
    'subjectTeam',
    wholeWord('(?:các )?(?:tổ ?[/,-] ?nhóm|tổ|nhóm) ?(?:chuyên môn|cm)|tổ trưởng(?: chuyên môn)?', 'giu'),
  ],
  ['homeroomTeacher', wholeWord('gvcn|giáo viên chủ nhiệm', 'giu')],
  ['teacher', wholeWord('gv|gvbm|giáo viên', 'giu')],
  ['guardian', wholeWord('ph|phhs|cmhs|phụ huynh|cha mẹ học sinh', 'giu')],
  ['enterprise', wholeWord('dn|(?:các )?doanh nghiệp', 'giu')],
  [
    'school',
    wholeWord(
      '(?:các |mỗi |từng |nhà )?(?:trường|cơ sở giáo dục|cơ sở)(?: (?:chuyên|phổ thông|thcs|thpt|ptdtnt|dtnt|học))*',
      'giu',
    ),
  ],
];

/** All units a text names, in order of appearance, each once. For "who" cells, unit headings and labels. */
export function findUnits(text: string): ResponsibleUnit[] {
  let rest = canonicalSpelling(text);
  const found: { at: number; unit: ResponsibleUnit }[] = [];
  for (const [code, pattern] of UNIT_PATTERNS) {
    rest = rest.replace(pattern, (match: string, ...groups: unknown[]) => {
      const at = groups.find((value): value is number => typeof value === 'number') ?? 0;
      if (code === 'districtLegacy') found.push({ at, unit: { unit: 'communePC', note: DISTRICT_NOTE } });
      else if (code === 'districtOffice')
        found.push({ at, unit: { unit: 'cultureSocialOffice', note: DISTRICT_NOTE } });
      else if (code === 'school') found.push({ at, unit: schoolUnit(match) });
      else found.push({ at, unit: { unit: code } });
      return '\u0000'.repeat(match.length);
    });
  }
  found.sort((left, right) => left.at - right.at);
  return mergeUnits(found.map((entry) => entry.unit));
}

function schoolUnit(match: string): ResponsibleUnit {
  const name = match.toLowerCase();
  if (name.includes('chuyên')) return { unit: 'school', restriction: 'gifted' };
  if (name.includes('dtnt')) return { unit: 'school', restriction: 'ethnicBoardingSchool' };
  if (name.endsWith('thcs')) return { unit: 'school', restriction: 'lowerSecondary' };
  if (name.endsWith('thpt') && !name.includes('thcs'))
    return { unit: 'school', restriction: 'upperSecondary' };
  return { unit: 'school' };
}

/** Each unit once; the first mention keeps its place, a note is never lost. */
function mergeUnits(units: ResponsibleUnit[]): ResponsibleUnit[] {
  const merged = new Map<UnitCode, ResponsibleUnit>();
  for (const unit of units) {
    const known = merged.get(unit.unit);
    merged.set(unit.unit, known ? { ...unit, ...known } : { ...unit });
  }
  return [...merged.values()];
}

/** Work of a month that only a department does, although the month names schools beside it for its other work. */
const DEPARTMENT_WORK =
  /^(?:ban hành (?:hướng dẫn|văn bản|quyết định)|khởi động dự thảo|điều chỉnh cấu trúc|phương án,? (?:kế hoạch )?tuyển sinh|kiểm tra đầu năm cấp|giao lưu (?:với )?(?:các|\d+) tỉnh)/iu;

/** The units of a month for one of its works: a department's own work stays with the department when the month names it. */
export function unitsOfMonthlyWork(text: string, units: ResponsibleUnit[]): ResponsibleUnit[] {
  const own = units.filter((unit) => unit.unit === 'department' || unit.unit === 'secondaryDivision');
  return own.length > 0 && DEPARTMENT_WORK.test(canonicalSpelling(text)) ? own : units;
}

/** Units a heading makes responsible for what stands under it: "3. Nhiệm vụ của các trường THCS, THPT". */
export function findHeadingUnits(title: string, isInOrganisationSection: boolean): ResponsibleUnit[] {
  const spelled = canonicalSpelling(title);
  const saysDutiesOf =
    /(?<![\p{L}])(?:nhiệm vụ|trách nhiệm)(?![\p{L}]).*(?:của|phòng|đối với)|^đối với/iu.test(spelled);
  if (!saysDutiesOf && !(isInOrganisationSection && startsWithUnit(spelled))) return [];
  // "THCS, THPT" after "trường" is both levels, not the first one.
  return findUnits(spelled.replace(/THCS,? (?:và )?THPT/u, ''));
}

function startsWithUnit(spelled: string): boolean {
  const head = spelled.slice(0, 40);
  return UNIT_PATTERNS.some(
    ([code, pattern]) =>
      code !== 'teacher' &&
      new RegExp(`^(?:các )?${pattern.source}`, pattern.flags.replace('g', '')).test(head),
  );
}

/** Work whose nature names the doer although the text does not. The first pattern that fits decides. */
const BY_NATURE: [RegExp, UnitCode[]][] = [
  [/tham mưu/iu, ['secondaryDivision', 'department']],
  [/thành lập các cụm|phân công chuyên viên/iu, ['department', 'secondaryDivision']],
  [
    /điều tiết|luân chuyển|điều động|(?:bảo|đảm) (?:đảm|bảo) đủ giáo viên|bố trí đủ giáo viên/iu,
    ['department', 'communePC'],
  ],
  [/mạng lưới trường|điểm trường/iu, ['department', 'communePC']],
  [/sinh hoạt cụm|chuyên đề liên trường|cụm chuyên môn/iu, ['cluster', 'department']],
  [/csdl quốc gia|nền tảng chung của ngành/iu, ['department', 'school']],
  [/tập huấn|bồi dưỡng (?:đội ngũ|giáo viên|gv|ppdh)/iu, ['department', 'school']],
  [/phổ cập|quỹ khuyến học|thiết chế văn hóa|huy động|xã hội hóa/iu, ['school', 'communePC']],
  [
    /hướng dẫn tự học|thí nghiệm|chấm bài|đánh giá thường xuyên|đánh giá quá trình|sự tiến bộ/iu,
    ['teacher', 'subjectTeam'],
  ],
  [/bán trú|ăn trưa|nội trú/iu, ['school', 'communePC']],
];

/**
 * Who does one duty. Order: units the text's label or subject names; units the section's heading names; the nature of
 * the work; else schools. "phối hợp với UBND cấp xã" adds a partner authority.
 */
export function findResponsible(
  text: string,
  label: string | undefined,
  sectionUnits: ResponsibleUnit[],
  level: SchoolLevelScope,
  sectionTitle = '',
): ResponsibleUnit[] {
  const subject = [...(label ? unitsOfLabel(label) : []), ...findUnits(textBeforeVerb(text))];
  const partners = findPartners(`${label ?? ''}. ${text}`);
  const named = sectionUnits.length > 0 ? sectionUnits : subject.filter((unit) => unit.unit !== 'enterprise');
  const spelled = canonicalSpelling(`${label ?? ''} ${text}`);
  const nature = BY_NATURE.find(([pattern]) => pattern.test(spelled))?.[1].map(
    (unit): ResponsibleUnit => ({ unit }),
  );
  const chosen = named.length > 0 ? named : (nature ?? [{ unit: 'school' } as ResponsibleUnit]);
  const all = mergeUnits(sectionUnits.length > 0 ? chosen : [...chosen, ...partners]);
  return all.map((unit) =>
    unit.unit === 'school'
      ? restrictSchool(unit, `${spelled} ${canonicalSpelling(sectionTitle)}`, level)
      : unit,
  );
}

/** A label that is nothing but a unit ("Sở GDĐT:", "UBND cấp xã:"). */
export function unitsOfLabel(label: string): ResponsibleUnit[] {
  return textBeforeVerb(`${label} thực hiện`) === canonicalSpelling(label).trim() ? findUnits(label) : [];
}

function findPartners(text: string): ResponsibleUnit[] {
  const partners = [...canonicalSpelling(text).matchAll(/phối hợp (?:với )?([^.;]{1,40})/giu)].flatMap(
    (match) => findUnits(match[1]!),
  );
  return partners.filter((unit) => unit.unit === 'communePC' || unit.unit === 'department');
}

function restrictSchool(unit: ResponsibleUnit, spelled: string, level: SchoolLevelScope): ResponsibleUnit {
  if (unit.restriction) return unit;
  let restriction: SchoolRestriction | undefined;
  if (/(?:trường|môn|lớp|học sinh) chuyên(?! (?:môn|đề|nghiệp))/iu.test(spelled)) restriction = 'gifted';
  else if (wholeWord('(?:pt)?dtnt').test(spelled)) restriction = 'ethnicBoardingSchool';
  else if (level !== 'both') restriction = level;
  return restriction ? { ...unit, restriction } : unit;
}

/** Level a text is about: only THCS (or "vào lớp 10"), only THPT, or both. `fallback` when it names neither. */
export function findLevel(text: string, fallback: SchoolLevelScope): SchoolLevelScope {
  const spelled = canonicalSpelling(text).replace(/(?:tiếp tục học|học tiếp|lên|vào học) THPT/gu, '');
  const isGradeTenAdmission = wholeWord('tuyển sinh (?:vào )?(?:lớp )?10').test(spelled);
  const lower = isGradeTenAdmission || wholeWord('thcs|lớp 9|vào (?:lớp )?10').test(spelled);
  const upper =
    (isGradeTenAdmission && !wholeWord('ôn tập|ôn thi|bồi dưỡng').test(spelled)) ||
    wholeWord(
      'thpt|lớp 12|tuyển sinh (?:đại học|đh)|trường chuyên|môn chuyên|học sinh chuyên|tổ hợp môn',
    ).test(spelled);
  // Both named: a section for one level still decides ("lớp 9 … học THPT" under the THCS heading).
  if (lower === upper) return fallback;
  return lower ? 'lowerSecondary' : 'upperSecondary';
}
