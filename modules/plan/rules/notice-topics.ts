export const noticeTopics = ['school', 'messages', 'pupil', 'timetable', 'work'] as const;
/** What a notice is about, as people choose by which way they want to hear of it. */
export type NoticeTopic = (typeof noticeTopics)[number];

/** By which ways besides the page itself. */
export interface Ways {
  readonly mail: boolean;
  readonly push: boolean;
}

/** The topic of a kind of notice; what is none of the others is work. */
export function topicOf(kind: string): NoticeTopic {
  if (kind.startsWith('family.message')) return 'messages';
  if (kind.startsWith('family.')) return 'school';
  if (kind === 'gradebook.absence') return 'pupil';
  return kind.startsWith('timetable.') ? 'timetable' : 'work';
}

/** Whether a person wants to hear of one of these kinds by a way; without a choice: yes. */
export function wantsWay(
  way: keyof Ways,
  kinds: readonly string[],
  choices: Readonly<Partial<Record<string, Ways>>>,
): boolean {
  return kinds.some((kind) => choices[topicOf(kind)]?.[way] ?? true);
}
