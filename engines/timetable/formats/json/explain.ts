import { triesOfClash } from '../../explain/clashing-set.ts';
import type { Conflict } from '../../explain/conflict.ts';
import type { Explanation } from '../format.ts';
import type { SchoolCompiled } from './compile.ts';

/** A conflict in words: who, which rules by their number in the document, what could be changed, and whether it is proved. */
export function explainSchool(
  conflict: Conflict,
  { problem, people, lessons }: SchoolCompiled,
  kindOf: (source: number) => string,
): Explanation {
  const { kind, needed, available } = conflict;
  const proved = conflict.proved ?? true;
  const resources = conflict.resources ?? (conflict.resource < 0 ? [] : [conflict.resource]);
  const owner = [...new Set(resources.map((resource) => people.nameOf(resource)))].filter(Boolean).join(', ');
  // One rule of the document is several of the core; that nobody is in two places is no rule of the document.
  const rules = [...new Set(conflict.constraints.map((constraint) => problem.source[constraint]!))]
    .sort((one, other) => one - other)
    .filter((source) => source >= 0)
    .map((source) => ({ kind: kindOf(source), source }));
  const own = lessons.filter(({ meet }) => conflict.meets.includes(meet));
  const names = [...new Set(own.map(({ lesson }) => lesson.id))].slice(0, 6).join(', ');
  const said = rules.map(({ source }) => `số ${source + 1} (${kindOf(source)})`).join(', ');
  const softer = rules.map(
    ({ source }) => `Bỏ hoặc hạ thành mong muốn quy định số ${source + 1} (${kindOf(source)}).`,
  );
  const longest = Math.max(0, ...conflict.meets.map((meet) => problem.duration[meet]!));
  const sentence = () => {
    if (kind === 'nowhere')
      return longest > problem.periods
        ? `Tiết (${names}) dài ${longest} tiết liền, buổi dài nhất trong tuần chỉ có ${problem.periods} tiết.`
        : `Tiết (${names}) không còn chỗ nào để xếp: giờ đóng của giáo viên, lớp, phòng và giờ bắt đầu cho phép đã che hết tuần.`;
    if (needed !== undefined)
      return `${owner} có ${needed} tiết (${names}) nhưng chỉ có ${available} chỗ xếp được.`;
    if (kind === 'together')
      return `${
        proved
          ? `Không thể cùng lúc xếp ${conflict.meets.length} tiết (${names})`
          : `Chưa chứng minh được là không thể, nhưng sau ${triesOfClash} lần thử máy chưa xếp được cùng lúc ${conflict.meets.length} tiết (${names})`
      }${owner ? ` chung ${owner}` : ''}${said ? `, nếu giữ quy định ${said}` : ''}.`;
    return said
      ? `${owner || 'Tiết'} (${names}): không thể cùng lúc giữ quy định ${said}, mà không trùng giờ.`
      : `${owner || 'Tiết'} (${names}): không thể xếp mà không trùng giờ.`;
  };
  const relaxations = () => {
    if (kind === 'nowhere')
      return longest > problem.periods
        ? [`Chia tiết (${names}) thành nhiều lần, mỗi lần không quá ${problem.periods} tiết.`]
        : [`Mở thêm giờ cho tiết (${names}): bớt giờ đóng hoặc thêm giờ bắt đầu cho phép.`];
    if (needed !== undefined) return [`Mở thêm ${needed - available!} chỗ cho ${owner}, hoặc giao bớt tiết.`];
    if (kind === 'together')
      return [
        ...softer,
        `Mở thêm giờ cho một trong các tiết này${owner ? ` (${owner})` : ''}, hoặc giao một tiết cho người khác.`,
      ];
    return softer;
  };
  return {
    ...conflict,
    ...{ owner, rules, proved },
    activities: conflict.meets,
    sentence: sentence(),
    relaxations: relaxations(),
  };
}
