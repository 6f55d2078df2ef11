import type { Block, OfficialDocument } from '#platform/documents';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import { type Figures, strandName, type TeamRows, testWords } from '../rules/index.ts';
import type { PaperHead, PlanOnPaper } from './plan-document.ts';

/** A lesson of a teacher's own plan. */
interface TeacherLesson {
  readonly grade: number;
  readonly subjectCode: string;
  readonly title: string;
  readonly strand?: string | null;
  readonly periods: number;
  readonly requirement: string | null;
  readonly week: number;
  readonly equipment: string | null;
  readonly place: string | null;
}

interface AnnexFrame {
  readonly head: PaperHead;
  readonly plan: PlanOnPaper;
  readonly date: string;
  readonly programme: Programme;
}

const nameOf = (programme: Programme, code: string) => findSubject(programme, code)?.name ?? code;
/** 'Khoa học tự nhiên – phân môn Vật sống'. */
function subjectOf(programme: Programme, code: string, strand: string | null | undefined): string {
  const found = strand ? strandName(programme, { subjectCode: code, strand }) : null;
  return found ? `${nameOf(programme, code)} – phân môn ${found}` : nameOf(programme, code);
}
const narrow = (title: string, width = 16) => ({ title, align: 'center' as const, width });
const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text });
const line = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

/** An annex of CV 5512/BGDĐT-GDTrH in the frame of an official document of the school. */
function annex(frame: AnnexFrame, abstract: string, body: Block[], signer: string): OfficialDocument {
  return {
    ...(frame.head.superior ? { superior: frame.head.agency } : {}),
    agency: abstract.startsWith('Tổ') ? abstract.split(' – ')[0]! : frame.head.agency,
    number: null,
    place: frame.head.place,
    date: frame.date,
    kind: 'KẾ HOẠCH',
    abstract: `${abstract}\nNăm học ${frame.plan.schoolYear}`,
    body,
    signature: { position: signer, name: '' },
    recipients: ['Ban giám hiệu', 'Lưu: Tổ chuyên môn'],
    landscapeTables: true,
  };
}

/** Annex 1: classes and pupils, distribution of the programme, periodic tests, by subject and grade. */
export function annex1(frame: AnnexFrame, team: string, rows: TeamRows, figures: Figures): OfficialDocument {
  const groups = [...Map.groupBy(rows.lessons, ({ grade, subjectCode }) => `${grade} ${subjectCode}`)];
  const body = groups.flatMap(([key, lessons], at): Block[] => {
    const [grade = '', code = ''] = key.split(' ');
    const classes = figures.classes.find((row) => row.grade === Number(grade));
    const tests = rows.tests.filter((row) => `${row.grade} ${row.subjectCode}` === key);
    return [
      heading(1, `${at + 1}. Môn ${nameOf(frame.programme, code)}, khối ${grade}`),
      line(`Số lớp: ${classes?.classes ?? 0}; số học sinh: ${classes?.pupils ?? 0}.`),
      {
        type: 'table',
        caption: 'Phân phối chương trình',
        columns: [
          narrow('STT', 12),
          { title: 'Bài học, chủ đề' },
          narrow('Số tiết'),
          narrow('Tuần'),
          { title: 'Yêu cầu cần đạt' },
          { title: 'Thiết bị' },
          { title: 'Phòng' },
        ],
        rows: lessons.map((row, index) => [
          `${index + 1}`,
          row.strand
            ? `${row.title} (${strandName(frame.programme, { subjectCode: code, strand: row.strand })})`
            : row.title,
          `${row.periods}`,
          `${row.week}`,
          row.requirement ?? '',
          row.equipment ?? '',
          row.room ?? '',
        ]),
      },
      {
        type: 'table',
        caption: 'Kiểm tra, đánh giá định kì',
        columns: [
          { title: 'Bài kiểm tra' },
          narrow('Thời gian', 24),
          narrow('Tuần'),
          { title: 'Yêu cầu cần đạt' },
          { title: 'Hình thức' },
        ],
        rows: tests.map((row) => [
          testWords[row.kind],
          `${row.minutes} phút`,
          `${row.week}`,
          row.requirement ?? '',
          row.form ?? '',
        ]),
      },
    ];
  });
  return annex(frame, `${team} – Dạy học của tổ chuyên môn (Phụ lục 1)`, body, 'Tổ trưởng');
}

/** Annex 2: activities of the team, by grade. */
export function annex2(frame: AnnexFrame, team: string, rows: TeamRows): OfficialDocument {
  const body = [...Map.groupBy(rows.teamActivities, ({ grade }) => grade)].flatMap(
    ([grade, list], at): Block[] => [
      heading(1, `${at + 1}. Khối ${grade}`),
      {
        type: 'table',
        columns: [
          narrow('STT', 12),
          { title: 'Chủ đề' },
          { title: 'Yêu cầu cần đạt' },
          narrow('Số tiết'),
          { title: 'Thời điểm' },
          { title: 'Địa điểm' },
          { title: 'Chủ trì' },
          { title: 'Phối hợp' },
          { title: 'Điều kiện thực hiện' },
        ],
        rows: list.map((row, index) => [
          `${index + 1}`,
          row.title,
          row.requirement ?? '',
          `${row.periods}`,
          row.held,
          row.place ?? '',
          row.lead ?? '',
          row.partners ?? '',
          row.conditions ?? '',
        ]),
      },
    ],
  );
  return annex(frame, `${team} – Tổ chức các hoạt động giáo dục (Phụ lục 2)`, body, 'Tổ trưởng');
}

function byClassSubject(lessons: readonly TeacherLesson[]) {
  return [
    ...Map.groupBy(lessons, ({ grade, subjectCode, strand }) => `${grade} ${subjectCode} ${strand ?? ''}`),
  ];
}

/** Annex 3: the plan of a teacher, by subject, strand and grade. */
export function annex3(
  frame: AnnexFrame,
  teacher: string,
  lessons: readonly TeacherLesson[],
): OfficialDocument {
  const body = byClassSubject(lessons).flatMap(([key, list], at): Block[] => {
    const [grade = '', code = '', strand = ''] = key.split(' ');
    return [
      heading(1, `${at + 1}. Môn ${subjectOf(frame.programme, code, strand)}, khối ${grade}`),
      {
        type: 'table',
        columns: [
          narrow('STT', 12),
          { title: 'Bài học' },
          narrow('Số tiết'),
          narrow('Tuần'),
          { title: 'Thiết bị dạy học' },
          { title: 'Địa điểm' },
        ],
        rows: list.map((row, index) => [
          `${index + 1}`,
          row.title,
          `${row.periods}`,
          `${row.week}`,
          row.equipment ?? '',
          row.place ?? '',
        ]),
      },
    ];
  });
  return annex(frame, `Giáo dục của giáo viên ${teacher} (Phụ lục 3)`, body, 'Giáo viên');
}

const activities = [
  'Hoạt động 1: Mở đầu',
  'Hoạt động 2: Hình thành kiến thức mới',
  'Hoạt động 3: Luyện tập',
  'Hoạt động 4: Vận dụng',
];

/** Annex 4: an empty frame of a lesson plan for each lesson of Annex 3, to be filled in Word. */
export function annex4(
  frame: AnnexFrame,
  teacher: string,
  lessons: readonly TeacherLesson[],
): OfficialDocument {
  const body = lessons.flatMap((lesson): Block[] => [
    heading(1, `Tên bài dạy: ${lesson.title}`),
    line(
      `Môn: ${subjectOf(frame.programme, lesson.subjectCode, lesson.strand)}; lớp: ${lesson.grade}. Thời gian thực hiện: ${lesson.periods} tiết, từ tuần ${lesson.week}.`,
    ),
    heading(2, 'I. Mục tiêu'),
    line(`1. Về kiến thức: ${lesson.requirement ?? '…'}`),
    line('2. Về năng lực: …'),
    line('3. Về phẩm chất: …'),
    heading(2, 'II. Thiết bị dạy học và học liệu'),
    line(lesson.equipment ?? '…'),
    heading(2, 'III. Tiến trình dạy học'),
    ...activities.flatMap((activity) => [
      heading(3, activity),
      line('a) Mục tiêu: …'),
      line('b) Nội dung: …'),
      line('c) Sản phẩm: …'),
      line('d) Tổ chức thực hiện: …'),
    ]),
  ]);
  return annex(frame, `Bài dạy của giáo viên ${teacher} (Phụ lục 4)`, body, 'Giáo viên');
}
