import type { Block, OfficialDocument } from '#platform/documents';
import { lessonMethods, lessonTopics, tagNamed } from '#reference/lesson-tags';
import { activityNames, type LessonActivity } from '../rules/index.ts';

/** Head of a paper of the school, as the plan's `officialHeading` gives it. */
export interface PaperHead {
  readonly agency: string;
  readonly superior: string | null;
  readonly place: string;
}

/** A lesson plan on paper. */
export interface PlanOnPaper {
  readonly title: string;
  readonly grade: number;
  readonly periods: number;
  readonly week: number | null;
  readonly schoolYear: string;
  readonly staffName: string;
  readonly team: string | null;
  readonly decidedBy: string | null;
  readonly knowledge: string;
  readonly competence: string;
  readonly qualities: string;
  readonly equipment: string;
  readonly activities: readonly LessonActivity[];
  readonly methods: readonly string[];
  readonly topics: readonly string[];
  readonly materials: readonly { readonly title: string; readonly link: string | null }[];
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text });

/** A labelled text; each of its lines is a paragraph, the first one carries the label. */
function labelled(label: string, text: string): Block[] {
  const [first = '', ...others] = text.split('\n');
  return [
    { type: 'paragraph', runs: [{ text: `${label} `, bold: true }, { text: first || '…' }] },
    ...others.map((line): Block => ({ type: 'paragraph', runs: [{ text: line }] })),
  ];
}

function names(tags: typeof lessonTopics, codes: readonly string[]): string {
  return codes.map((code) => tagNamed(tags, code)?.name ?? code).join('; ');
}

/** Annex 4 of CV 5512/BGDĐT-GDTrH: objectives, equipment, the four activities each with objective, content, product, organisation. */
export function lessonPlanDocument(
  head: PaperHead,
  subjectName: string,
  plan: PlanOnPaper,
  date: string,
): OfficialDocument {
  const week = plan.week === null ? '' : `, từ tuần ${plan.week}`;
  const body: Block[] = [
    heading(1, `Tên bài dạy: ${plan.title}`),
    {
      type: 'paragraph',
      runs: [
        {
          text: `Môn học: ${subjectName}; lớp: ${plan.grade}. Thời gian thực hiện: ${plan.periods} tiết${week}. Giáo viên: ${plan.staffName}.`,
        },
      ],
    },
    heading(2, 'I. Mục tiêu'),
    ...labelled('1. Về kiến thức:', plan.knowledge),
    ...labelled('2. Về năng lực:', plan.competence),
    ...labelled('3. Về phẩm chất:', plan.qualities),
    ...(plan.topics.length > 0 ? labelled('Nội dung tích hợp:', names(lessonTopics, plan.topics)) : []),
    heading(2, 'II. Thiết bị dạy học và học liệu'),
    ...labelled('Thiết bị:', plan.equipment),
    ...(plan.methods.length > 0
      ? labelled('Phương pháp, hình thức:', names(lessonMethods, plan.methods))
      : []),
    ...(plan.materials.length > 0
      ? [
          {
            type: 'list' as const,
            items: plan.materials.map(({ title, link }) => (link ? [{ text: title, link }] : title)),
          },
        ]
      : []),
    heading(2, 'III. Tiến trình dạy học'),
    ...activityNames.flatMap((name, at) => {
      const activity = plan.activities[at];
      return [
        heading(3, name),
        ...labelled('a) Mục tiêu:', activity?.objective ?? ''),
        ...labelled('b) Nội dung:', activity?.content ?? ''),
        ...labelled('c) Sản phẩm:', activity?.product ?? ''),
        ...labelled('d) Tổ chức thực hiện:', activity?.organisation ?? ''),
      ];
    }),
  ];
  return {
    superior: head.agency,
    agency: plan.team ?? head.agency,
    number: null,
    place: head.place,
    date,
    kind: 'KẾ HOẠCH BÀI DẠY',
    abstract: `${plan.title}\nNăm học ${plan.schoolYear}`,
    body,
    signature: {
      position: plan.decidedBy ? 'Người duyệt' : 'Giáo viên',
      name: plan.decidedBy ?? plan.staffName,
    },
    recipients: ['Tổ chuyên môn', 'Lưu: Giáo viên'],
  };
}
