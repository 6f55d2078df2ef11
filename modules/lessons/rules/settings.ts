import { defineSetting } from '#rules/organisation';

const habit =
  'Mức mặc định của hệ thống; chưa có văn bản quy định chung, theo quy chế chuyên môn của Sở, của trường.';

/** After the day of a lesson its line of the log may be written for so many days without saying why it is late. */
export const lateLogDays = defineSetting({
  key: 'lessons.lateLogDays',
  label: { vi: 'Hạn ghi sổ đầu bài', en: 'Days for writing the lesson log' },
  effect: {
    vi: 'Ghi sổ đầu bài sau chừng này ngày thì phải nêu lí do.',
    en: 'Whoever writes a line of the lesson log later than this has to say why.',
  },
  form: { kind: 'number', min: 0, max: 30, step: 1, unit: { vi: 'ngày', en: 'days' } },
  default: 3,
  source: habit,
});

/** How a lesson is rated in the lesson log. */
export const lessonRating = defineSetting({
  key: 'lessons.rating',
  label: { vi: 'Cách xếp loại giờ học trong sổ đầu bài', en: 'How lessons are rated in the lesson log' },
  effect: {
    vi: 'Giáo viên chọn theo cách này khi ghi sổ đầu bài. Dòng đã ghi giữ nguyên.',
    en: 'Teachers choose among these in the lesson log. Lines already written stay as they are.',
  },
  form: {
    kind: 'choice',
    options: [
      { key: 'letters', label: { vi: 'A, B, C, D', en: 'A, B, C, D' } },
      { key: 'points', label: { vi: 'Điểm 0 đến 10', en: 'Points 0 to 10' } },
      { key: 'none', label: { vi: 'Không xếp loại', en: 'No rating' } },
    ],
  },
  default: 'letters',
  source: habit,
});

export const lessonSettings = [lateLogDays, lessonRating];

const ratings = {
  letters: ['A', 'B', 'C', 'D'],
  points: ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1', '0'],
  none: [],
} as const satisfies Record<typeof lessonRating.default, readonly string[]>;

/** What may be chosen as the rating of a lesson, best first. */
export function ratingsOf(way: keyof typeof ratings): readonly string[] {
  return ratings[way];
}
