/**
 * The general education programme of 2018 for grades 6-12, as dated versions. A newer circular is a new version beside the old
 * ones: what a past year was taught by stays as it was.
 *
 * Source: Circular 32/2018/TT-BGDĐT with amendments 20/2021 (arts of lower secondary), 13/2022 (History compulsory in upper
 * secondary, 52 periods; 4 of 9 electives, 3 topic clusters), 17/2025 (contents of some subjects after the merging of provinces;
 * no change of periods). Upper-secondary Music and Fine arts are judged by comments only, like Arts in lower secondary.
 */

export type Level = 'lower' | 'upper';
/** How a pupil's work in a subject is judged: by marks and comments, or by comments only (Circular 22/2021). */
export type Judged = 'score' | 'comment';
/**
 * compulsory: for everybody; elective: chosen, 4 of 9 in upper secondary; topic: a cluster of topics (chuyên đề học tập) of a
 * subject, 3 chosen; optional: beyond the total, by wish.
 */
export type LineKind = 'compulsory' | 'elective' | 'topic' | 'optional';

/** A part of an integrated subject that a teacher of its own may teach. */
export interface Strand {
  readonly code: string;
  readonly name: string;
  /** Fixed by the programme; absent: the school shares the periods by its own plan. */
  readonly periodsPerYear?: number;
}

export interface Subject {
  /** Capital letters and digits: 'LIT', 'FL1'. */
  readonly code: string;
  readonly name: string;
  /** For headings of tables. */
  readonly shortName: string;
  readonly englishName: string;
  readonly levels: readonly Level[];
  readonly judged: Judged;
  readonly strands: readonly Strand[];
  /** May be the subject of a chuyên class (Circular 05/2023/TT-BGDĐT). */
  readonly specialised: boolean;
}

/** Periods (45 minutes) a year of one subject in some grades. */
export interface ProgrammeLine {
  readonly subjectCode: string;
  readonly kind: LineKind;
  readonly periodsByGrade: Readonly<Record<number, number>>;
}

export interface Programme {
  readonly id: string;
  /** 'YYYY-MM-DD': in force from this day until the next version. */
  readonly effectiveFrom: string;
  /** '2025-2026': the first school year taught by it, also when it was issued after the year began. */
  readonly firstSchoolYear: string;
  /** Shown to whoever asks where the figures come from. */
  readonly sourceNote: string;
  readonly subjects: readonly Subject[];
  readonly lines: readonly ProgrammeLine[];
  /** Weeks really taught (CUR-10). */
  readonly semesterWeeks: { readonly 1: number; readonly 2: number };
  /** Upper secondary (CUR-01). */
  readonly electivesToChoose: number;
  readonly topicClustersToChoose: number;
}

const lower = ['lower'] as const;
const upper = ['upper'] as const;
const both = ['lower', 'upper'] as const;

/** The four themes of natural science; the school's plan says how many periods each takes. */
const scienceStrands: readonly Strand[] = [
  { code: 'matter', name: 'Chất và sự biến đổi của chất' },
  { code: 'energy', name: 'Năng lượng và sự biến đổi' },
  { code: 'life', name: 'Vật sống' },
  { code: 'earth', name: 'Trái Đất và bầu trời' },
];
const historyGeographyStrands: readonly Strand[] = [
  { code: 'history', name: 'Lịch sử' },
  { code: 'geography', name: 'Địa lí' },
];
const experienceStrands: readonly Strand[] = [
  { code: 'flag', name: 'Sinh hoạt dưới cờ', periodsPerYear: 35 },
  { code: 'class', name: 'Sinh hoạt lớp', periodsPerYear: 35 },
  { code: 'theme', name: 'Hoạt động theo chủ đề', periodsPerYear: 35 },
];
const artStrands: readonly Strand[] = [
  { code: 'music', name: 'Âm nhạc', periodsPerYear: 35 },
  { code: 'fineArts', name: 'Mĩ thuật', periodsPerYear: 35 },
];

function subject(
  code: string,
  [name, shortName, englishName]: readonly [string, string, string],
  levels: readonly Level[],
  more: { judged?: Judged; strands?: readonly Strand[]; specialised?: true } = {},
): Subject {
  return {
    code,
    name,
    shortName,
    englishName,
    levels,
    judged: more.judged ?? 'score',
    strands: more.strands ?? [],
    specialised: more.specialised ?? false,
  };
}

const subjects: readonly Subject[] = [
  subject('LIT', ['Ngữ văn', 'Văn', 'Literature'], both, { specialised: true }),
  subject('MATH', ['Toán', 'Toán', 'Mathematics'], both, { specialised: true }),
  subject('FL1', ['Ngoại ngữ 1', 'NN1', 'Foreign language 1'], both, { specialised: true }),
  subject('CIV', ['Giáo dục công dân', 'GDCD', 'Civic education'], lower),
  subject('HISGEO', ['Lịch sử và Địa lí', 'LS&ĐL', 'History and geography'], lower, {
    strands: historyGeographyStrands,
  }),
  subject('SCI', ['Khoa học tự nhiên', 'KHTN', 'Natural science'], lower, { strands: scienceStrands }),
  subject('HIS', ['Lịch sử', 'Sử', 'History'], upper, { specialised: true }),
  subject('GEO', ['Địa lí', 'Địa', 'Geography'], upper, { specialised: true }),
  subject('ECL', ['Giáo dục kinh tế và pháp luật', 'GDKT&PL', 'Economic and legal education'], upper),
  subject('PHY', ['Vật lí', 'Lí', 'Physics'], upper, { specialised: true }),
  subject('CHE', ['Hoá học', 'Hoá', 'Chemistry'], upper, { specialised: true }),
  subject('BIO', ['Sinh học', 'Sinh', 'Biology'], upper, { specialised: true }),
  subject('TECH', ['Công nghệ', 'CN', 'Technology'], both),
  subject('INF', ['Tin học', 'Tin', 'Informatics'], both, { specialised: true }),
  subject('MUS', ['Âm nhạc', 'Nhạc', 'Music'], upper, { judged: 'comment' }),
  subject('FA', ['Mĩ thuật', 'MT', 'Fine arts'], upper, { judged: 'comment' }),
  subject('ART', ['Nghệ thuật', 'NT', 'Arts'], lower, { judged: 'comment', strands: artStrands }),
  subject('PE', ['Giáo dục thể chất', 'GDTC', 'Physical education'], both, { judged: 'comment' }),
  subject('DEF', ['Giáo dục quốc phòng và an ninh', 'QPAN', 'Defence and security education'], upper),
  subject(
    'EXP',
    ['Hoạt động trải nghiệm, hướng nghiệp', 'HĐTN', 'Experiential activities and career guidance'],
    both,
    { judged: 'comment', strands: experienceStrands },
  ),
  subject('LOC', ['Nội dung giáo dục của địa phương', 'GDĐP', 'Local education content'], both, {
    judged: 'comment',
  }),
  subject('ETH', ['Tiếng dân tộc thiểu số', 'TDTTS', 'Ethnic minority language'], both),
  subject('FL2', ['Ngoại ngữ 2', 'NN2', 'Foreign language 2'], both),
];

const lowerGrades = [6, 7, 8, 9];
const upperGrades = [10, 11, 12];

function line(
  subjectCode: string,
  kind: LineKind,
  grades: readonly number[],
  periods: number | readonly number[],
): ProgrammeLine {
  const entries = grades.map((grade, index) => [
    grade,
    typeof periods === 'number' ? periods : (periods[index] ?? 0),
  ]);
  return { subjectCode, kind, periodsByGrade: Object.fromEntries(entries) };
}

const electiveCodes = ['GEO', 'ECL', 'PHY', 'CHE', 'BIO', 'TECH', 'INF', 'MUS', 'FA'];
const topicCodes = ['LIT', 'MATH', 'HIS', ...electiveCodes];

const lines: readonly ProgrammeLine[] = [
  ...(
    [
      ['LIT', 140],
      ['MATH', 140],
      ['FL1', 105],
      ['CIV', 35],
      ['HISGEO', 105],
      ['SCI', 140],
      ['TECH', [35, 35, 52, 52]],
      ['INF', 35],
      ['PE', 70],
      ['ART', 70],
      ['EXP', 105],
      ['LOC', 35],
    ] as const
  ).map(([code, periods]) => line(code, 'compulsory', lowerGrades, periods)),
  ...(
    [
      ['LIT', 105],
      ['MATH', 105],
      ['FL1', 105],
      ['HIS', 52],
      ['PE', 70],
      ['DEF', 35],
      ['EXP', 105],
      ['LOC', 35],
    ] as const
  ).map(([code, periods]) => line(code, 'compulsory', upperGrades, periods)),
  ...electiveCodes.map((code) => line(code, 'elective', upperGrades, 70)),
  ...topicCodes.map((code) => line(code, 'topic', upperGrades, 35)),
  line('ETH', 'optional', [...lowerGrades, ...upperGrades], 105),
  line('FL2', 'optional', [...lowerGrades, ...upperGrades], 105),
];

const frame = {
  subjects,
  lines,
  semesterWeeks: { 1: 18, 2: 17 },
  electivesToChoose: 4,
  topicClustersToChoose: 3,
} as const;

/** Every version, oldest first. */
export const programmes: readonly Programme[] = [
  {
    id: 'GDPT2018-2022',
    effectiveFrom: '2022-08-03',
    firstSchoolYear: '2022-2023',
    sourceNote:
      'Chương trình GDPT 2018: Thông tư 32/2018/TT-BGDĐT, sửa đổi bởi Thông tư 20/2021/TT-BGDĐT và Thông tư 13/2022/TT-BGDĐT.',
    ...frame,
  },
  {
    id: 'GDPT2018-2025',
    effectiveFrom: '2025-09-12',
    firstSchoolYear: '2025-2026',
    sourceNote:
      'Chương trình GDPT 2018: Thông tư 32/2018/TT-BGDĐT, sửa đổi bởi Thông tư 20/2021, 13/2022 và 17/2025/TT-BGDĐT (9/2025: chỉ sửa nội dung một số môn, số tiết không đổi).',
    ...frame,
  },
];

/**
 * The programme in force on a day ('YYYY-MM-DD'), or the last one of a list that began by then. Before the first version the first
 * is given: earlier years of grades 6-12 are not kept here.
 */
export function programmeOn(day: string, versions: readonly Programme[] = programmes): Programme {
  const inForce = versions.filter((version) => version.effectiveFrom <= day);
  const found = inForce.at(-1) ?? versions[0];
  if (!found) throw new RangeError('no version of the programme');
  return found;
}

/** The programme that a school year ('2025-2026') is taught by. Before the first version the first is given. */
export function programmeOfYear(schoolYear: string, versions: readonly Programme[] = programmes): Programme {
  const found = versions.filter((version) => version.firstSchoolYear <= schoolYear).at(-1) ?? versions[0];
  if (!found) throw new RangeError('no version of the programme');
  return found;
}

/** A subject of a programme by its code; undefined when the programme does not know it. */
export function findSubject(programme: Programme, code: string): Subject | undefined {
  return programme.subjects.find((one) => one.code === code);
}
