import { findSubject, type Programme, programmes } from '#reference/curriculum-2018';
import { type BlockKind, noneValue, type Question } from './question.ts';

const lowerGrades = [6, 7, 8, 9];
const upperGrades = [10, 11, 12];

const none = { value: noneValue, label: 'Không có nhu cầu' };
/** Codes and names of the programme of 2018. */
export const lowerSubjects = [
  { value: 'LIT', label: 'Ngữ văn' },
  { value: 'MATH', label: 'Toán' },
  { value: 'FL1', label: 'Ngoại ngữ 1' },
  { value: 'SCI', label: 'Khoa học tự nhiên' },
  { value: 'HISGEO', label: 'Lịch sử và Địa lí' },
  { value: 'CIV', label: 'Giáo dục công dân' },
  { value: 'TECH', label: 'Công nghệ' },
  { value: 'INF', label: 'Tin học' },
] as const;
export const upperSubjects = [
  { value: 'LIT', label: 'Ngữ văn' },
  { value: 'MATH', label: 'Toán' },
  { value: 'FL1', label: 'Ngoại ngữ 1' },
  { value: 'HIS', label: 'Lịch sử' },
  { value: 'GEO', label: 'Địa lí' },
  { value: 'PHY', label: 'Vật lí' },
  { value: 'CHE', label: 'Hoá học' },
  { value: 'BIO', label: 'Sinh học' },
  { value: 'ECL', label: 'Giáo dục kinh tế và pháp luật' },
  { value: 'TECH', label: 'Công nghệ' },
  { value: 'INF', label: 'Tin học' },
] as const;

/** Name of a subject by its code; the code itself when the programme does not know it. */
export function subjectName(code: string): string {
  return programmes.at(-1)?.subjects.find((one) => one.code === code)?.name ?? code;
}

/** Electives, or subjects with a topic cluster, that upper secondary offers. */
export function offeredSubjects(kind: BlockKind, programme: Programme) {
  return programme.lines
    .filter((line) => line.kind === kind)
    .map(({ subjectCode: value }) => ({ value, label: findSubject(programme, value)?.name ?? value }));
}

/** The ready question about electives or topic clusters, for a form of an upper-secondary school. */
export function wishQuestion(kind: BlockKind, programme: Programme): Question {
  return {
    id: kind,
    type: 'ranked',
    meaning: kind,
    title: kind === 'elective' ? 'Em muốn học môn lựa chọn nào?' : 'Em muốn học chuyên đề của môn nào?',
    help: 'Nguyện vọng 2 dùng khi nguyện vọng 1 đã hết chỗ. Bỏ trống thì em học theo tổ hợp môn của lớp.',
    required: false,
    grades: upperGrades,
    options: offeredSubjects(kind, programme),
  };
}

const yesNo = (yes: string) => [
  { value: 'yes', label: yes },
  { value: noneValue, label: 'Không' },
];

/**
 * The ready form, for a school that teaches lower, upper secondary or both: the contents of session 2 that the Ministry names
 * (CV 4567/BGDĐT-GDPT, 5/8/2025), and lunch, boarding and the way to school.
 */
export function templateQuestions({ lower, upper }: { lower: boolean; upper: boolean }): Question[] {
  const both = lower && upper;
  const bySubject = (
    id: string,
    meaning: 'reinforce' | 'gifted' | 'revision',
    title: string,
    help: string,
  ): Question[] => [
    ...(lower
      ? [
          subjectQuestion(both ? `${id}Lower` : id, meaning, title, help, [...lowerSubjects], {
            grades: meaning === 'revision' ? [9] : both ? lowerGrades : undefined,
          }),
        ]
      : []),
    ...(upper
      ? [
          subjectQuestion(both ? `${id}Upper` : id, meaning, title, help, [...upperSubjects], {
            grades: meaning === 'revision' ? [12] : both ? upperGrades : undefined,
          }),
        ]
      : []),
  ];
  return [
    ...bySubject(
      'reinforce',
      'reinforce',
      'Em cần học củng cố thêm môn nào?',
      'Dành cho môn em học chưa đạt. Chọn được nhiều môn.',
    ),
    ...bySubject('gifted', 'gifted', 'Em muốn được bồi dưỡng học sinh giỏi môn nào?', 'Chọn được nhiều môn.'),
    ...bySubject(
      'revision',
      'revision',
      'Em tự nguyện ôn thi môn nào?',
      'Dành cho lớp cuối cấp: ôn thi vào lớp 10 hoặc thi tốt nghiệp.',
    ),
    multi('club', 'club', 'Em muốn tham gia câu lạc bộ nào?', [
      { value: 'reading', label: 'Đọc sách' },
      { value: 'arts', label: 'Văn nghệ, mĩ thuật' },
      { value: 'culture', label: 'Văn hoá dân tộc' },
      { value: 'lifeSkills', label: 'Kĩ năng sống' },
      { value: 'media', label: 'Truyền thông' },
      none,
    ]),
    multi('language', 'language', 'Em muốn học thêm tiếng nào?', [
      { value: 'english', label: 'Tiếng Anh giao tiếp' },
      { value: 'chinese', label: 'Tiếng Trung Quốc' },
      { value: 'ethnic', label: 'Tiếng dân tộc thiểu số' },
      none,
    ]),
    multi('stem', 'stem', 'Em muốn học nội dung STEM, tin học nào?', [
      { value: 'robot', label: 'Robot, lập trình' },
      { value: 'science', label: 'Nghiên cứu khoa học kĩ thuật' },
      { value: 'digital', label: 'Kĩ năng số, trí tuệ nhân tạo' },
      none,
    ]),
    multi('sport', 'sport', 'Em muốn chơi môn thể thao nào?', [
      { value: 'football', label: 'Bóng đá' },
      { value: 'volleyball', label: 'Bóng chuyền' },
      { value: 'badminton', label: 'Cầu lông' },
      { value: 'folk', label: 'Thể thao dân tộc' },
      none,
    ]),
    {
      id: 'lunch',
      type: 'single',
      meaning: 'lunch',
      required: true,
      title: 'Em có cần ăn trưa ở trường không?',
      options: yesNo('Có'),
    },
    {
      id: 'boarding',
      type: 'single',
      meaning: 'boarding',
      required: true,
      title: 'Em có cần ở bán trú không?',
      options: yesNo('Có'),
    },
    {
      id: 'transport',
      type: 'single',
      meaning: 'transport',
      required: true,
      title: 'Em đến trường bằng cách nào?',
      options: [
        { value: 'walk', label: 'Đi bộ' },
        { value: 'bicycle', label: 'Xe đạp' },
        { value: 'carried', label: 'Người nhà đưa đón' },
        { value: 'boat', label: 'Thuyền, bè' },
        { value: 'boarder', label: 'Em ở lại trường' },
      ],
    },
    {
      id: 'other',
      type: 'text',
      required: false,
      title: 'Em hoặc gia đình còn mong muốn gì?',
      help: 'Viết ngắn gọn; không bắt buộc.',
    },
  ];
}

function subjectQuestion(
  id: string,
  meaning: 'reinforce' | 'gifted' | 'revision',
  title: string,
  help: string,
  subjects: readonly { value: string; label: string }[],
  { grades }: { grades: readonly number[] | undefined },
): Question {
  return {
    id,
    type: 'multi',
    meaning,
    title,
    help,
    required: false,
    ...(grades ? { grades: [...grades] } : {}),
    options: [...subjects, none],
  };
}

function multi(
  id: string,
  meaning: 'club' | 'language' | 'stem' | 'sport',
  title: string,
  options: { value: string; label: string }[],
): Question {
  return { id, type: 'multi', meaning, title, required: false, options };
}
