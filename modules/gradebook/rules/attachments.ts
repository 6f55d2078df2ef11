import type { Place } from './cell.ts';

/** What may stand behind a periodic test (ASM-08), and behind the mark of one pupil. */
export const columnAttachments = ['matrix', 'specification', 'paper', 'markingGuide'] as const;
export const attachmentKinds = [...columnAttachments, 'evidence'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Most files and addresses behind one column, and behind one mark. */
export const mostAttachments = { column: 12, mark: 5 } as const;
export const mostAttachmentMegabytes = 10;

/** Why something may not be attached there, in Vietnamese; undefined: it may. */
export function attachmentFault(kind: AttachmentKind, place: Place, hasPupil: boolean): string | undefined {
  if (kind === 'evidence') return hasPupil ? undefined : 'Minh chứng phải gắn với bài của một học sinh.';
  if (hasPupil)
    return 'Ma trận, bản đặc tả, đề và hướng dẫn chấm gắn với cả cột điểm, không với một học sinh.';
  if (place === 'midterm' || place === 'final') return undefined;
  return 'Ma trận, bản đặc tả, đề và hướng dẫn chấm chỉ gắn với bài kiểm tra giữa kì, cuối kì.';
}
