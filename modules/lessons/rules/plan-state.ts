/** The way of a lesson plan from the teacher to the group head and back. */

export const planStates = ['draft', 'proposed', 'returned', 'approved'] as const;
export type PlanState = (typeof planStates)[number];
export type PlanStep = 'save' | 'propose' | 'reopen' | 'decide' | 'remove' | 'share';

interface Standing {
  readonly state: PlanState;
  /** The person asking wrote it. */
  readonly mine: boolean;
  /** The person asking leads the group it belongs to, or the school. */
  readonly heads: boolean;
}

/**
 * What may be done with a plan. The author writes, proposes, and opens it again when it must change; the group head (or, where there is
 * none, a head of the school) decides, but nobody about the own plan. CV 5512/BGDĐT-GDTrH, Annex 4: the group head approves.
 */
export function planSteps({ state, mine, heads }: Standing): PlanStep[] {
  const open = state === 'draft' || state === 'returned';
  const steps: PlanStep[] = [];
  if (mine && open) steps.push('save', 'propose', 'remove');
  if (mine && !open) steps.push('reopen');
  if (mine) steps.push('share');
  if (!mine && heads && state === 'proposed') steps.push('decide');
  return steps;
}

export const activityNames = [
  'Hoạt động 1: Mở đầu',
  'Hoạt động 2: Hình thành kiến thức mới',
  'Hoạt động 3: Luyện tập',
  'Hoạt động 4: Vận dụng',
] as const;

/** One of the four activities of Annex 4. */
export interface LessonActivity {
  readonly objective: string;
  readonly content: string;
  readonly product: string;
  readonly organisation: string;
}

const emptyActivity: LessonActivity = { objective: '', content: '', product: '', organisation: '' };
export const emptyActivities: readonly LessonActivity[] = activityNames.map(() => emptyActivity);

interface Written {
  readonly activities: readonly LessonActivity[];
  /** The plan itself lies beside it as a Word or PDF file. */
  readonly hasDocument: boolean;
}

/** What is missing before a plan can be proposed: the parts by path and sentence; empty: nothing. A plan written in Word needs only its file. */
export function missingParts({ activities, hasDocument }: Written): { path: string; message: string }[] {
  if (hasDocument) return [];
  return activities.flatMap(({ organisation, content }, at) =>
    organisation === '' && content === ''
      ? [
          {
            path: `activities.${at}`,
            message: `${activityNames[at]}: hãy ghi nội dung hoặc cách tổ chức, hoặc gửi tệp Word của bài.`,
          },
        ]
      : [],
  );
}
