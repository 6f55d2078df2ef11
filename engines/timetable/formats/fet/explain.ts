import { triesOfClash } from '../../explain/clashing-set.ts';
import type { Conflict } from '../../explain/conflict.ts';
import type { Explanation } from '../format.ts';
import type { FetAsk, FetRule } from './asks.ts';
import type { FetDocument } from './document.ts';

/** What the sentences need to know of the compiled problem. */
export interface Named {
  readonly document: FetDocument;
  readonly rules: readonly FetRule[];
  readonly meetOf: Int32Array;
  /** Index of the document's constraint behind a constraint of the problem; -1 when none. */
  readonly sourceOf: (constraint: number) => number;
  /** Teachers' names and students' sets that a resource stands for. */
  readonly ownersOf: (resource: number) => readonly string[];
}

/** A conflict in words: who, which rules, what could be changed, and whether it is proved. */
export function explainFet(conflict: Conflict, named: Named): Explanation {
  const { document, meetOf } = named;
  const activities = conflict.meets.flatMap((meet) =>
    document.activities.filter((_, index) => meetOf[index] === meet),
  );
  const resources = conflict.resources ?? (conflict.resource < 0 ? [] : [conflict.resource]);
  const owner = listed([...new Set(resources.flatMap((resource) => named.ownersOf(resource)))]);
  const rules = conflict.constraints.flatMap((constraint) => {
    const source = named.sourceOf(constraint);
    const rule = named.rules.find((one) => one.source === source);
    return rule ? [{ source, ask: rule.ask, kind: document.constraints[source]!.kind }] : [];
  });
  const lessons = listed(
    activities.map(
      ({ id, subject, students }) => `${id} (${[subject, students.join('+')].filter(Boolean).join(', ')})`,
    ),
  );
  return {
    ...conflict,
    proved: conflict.proved ?? true,
    activities: activities.map(({ id }) => id),
    owner,
    rules: rules.map(({ kind, source }) => ({ kind, source })),
    sentence: sentenceOf(
      conflict,
      owner,
      lessons,
      activities.length,
      rules.map(({ ask, kind }) => ruleInWords(ask, kind, document)),
    ),
    relaxations: relaxationsOf(
      conflict,
      owner,
      lessons,
      rules.map(({ ask, kind }) => ruleInWords(ask, kind, document)),
    ),
  };
}

function sentenceOf(
  conflict: Conflict,
  owner: string,
  lessons: string,
  many: number,
  rules: readonly string[],
): string {
  switch (conflict.kind) {
    case 'nowhere':
      return `Tiết ${lessons} không còn chỗ nào để xếp: giờ bận của giáo viên, của lớp, giờ nghỉ và khung giờ bắt buộc đã che hết tuần.`;
    case 'overfull':
      return `${owner} có ${conflict.needed} tiết nhưng chỉ có ${conflict.available} tiết trống trong tuần.`;
    case 'crowded':
      return `${owner}: các tiết ${lessons} cần ${conflict.needed} tiết nhưng tất cả chỉ được xếp vào ${conflict.available} chỗ.`;
    case 'rooms':
      return `${owner}: các tiết ${lessons} cần ${conflict.needed} giờ phòng nhưng trong khung giờ của chúng các phòng này chỉ có ${conflict.available}.`;
    case 'together':
      return `${
        conflict.proved
          ? `${many} tiết ${lessons} không thể cùng lúc xếp được`
          : `Chưa chứng minh được là không thể, nhưng sau ${triesOfClash} lần thử máy chưa xếp được cùng lúc ${many} tiết ${lessons}`
      }${owner ? ` (chung ${owner})` : ''}${rules.length > 0 ? `, nếu giữ: ${few(rules).join('; ')}` : ''}.`;
    default:
      return `${owner} chỉ có ${many} tiết (${lessons}), không thể cùng lúc giữ ${rules.length} quy định: ${rules.join('; nhưng ')}.`;
  }
}

function relaxationsOf(
  conflict: Conflict,
  owner: string,
  lessons: string,
  rules: readonly string[],
): string[] {
  const short = (conflict.needed ?? 0) - (conflict.available ?? 0);
  switch (conflict.kind) {
    case 'nowhere':
      return [`Mở thêm giờ cho tiết ${lessons}: bớt giờ bận hoặc nới khung giờ bắt buộc.`];
    case 'overfull':
    case 'crowded':
      return [
        `Mở thêm ít nhất ${short} tiết trống cho ${owner}.`,
        `Giao bớt ${short} tiết trong số này cho người khác hoặc chuyển sang khung giờ khác.`,
      ];
    case 'rooms':
      return [
        `Thêm phòng cùng loại hoặc mở thêm ít nhất ${short} giờ cho ${owner}.`,
        `Cho ${short} tiết trong số này sang khung giờ khác hoặc không cần phòng này.`,
      ];
    case 'together':
      return [
        ...few(rules).map((rule) => `Bỏ (hoặc hạ thành mong muốn, dưới 100%) quy định: ${rule}.`),
        `Mở thêm giờ cho một trong các tiết này: bớt giờ bận của ${owner || 'giáo viên, lớp'} hoặc nới khung giờ bắt buộc.`,
        'Giao một trong các tiết này cho giáo viên khác.',
      ];
    default:
      return rules.map((rule) => `Bỏ (hoặc hạ thành mong muốn, dưới 100%) quy định: ${rule}.`);
  }
}

/** Each once, the first few. */
function few(rules: readonly string[]): string[] {
  const each = [...new Set(rules)];
  return each.length > 6 ? [...each.slice(0, 6), `và ${each.length - 6} quy định nữa`] : each;
}

function listed(items: readonly string[]): string {
  return items.length > 6
    ? `${items.slice(0, 6).join(', ')} và ${items.length - 6} tiết nữa`
    : items.join(', ');
}

function ruleInWords(ask: FetAsk, kind: string, document: FetDocument): string {
  const ids =
    'activities' in ask ? listed(ask.activities.map((one) => String(document.activities[one]!.id))) : '';
  switch (ask.ask) {
    case 'min-days':
      return ask.min === 1
        ? `các tiết ${ids} phải ở các ngày khác nhau`
        : `các tiết ${ids} phải cách nhau ít nhất ${ask.min} ngày`;
    case 'max-days':
      return `các tiết ${ids} cách nhau không quá ${ask.max} ngày`;
    case 'hours':
      return ask.min !== undefined
        ? `ngày nào có tiết thì phải có ít nhất ${ask.min} tiết`
        : `mỗi ngày không quá ${ask.max} tiết`;
    case 'gaps':
      return `tiết trống giữa buổi không quá ${ask.max}`;
    case 'busy-days':
      return ask.max !== undefined ? `không quá ${ask.max} ngày có tiết` : `ít nhất ${ask.min} ngày có tiết`;
    case 'run':
      return `không quá ${ask.max} tiết liền nhau`;
    case 'same':
      return `các tiết ${ids} phải cùng ${{ start: 'giờ bắt đầu', day: 'ngày', hour: 'tiết trong ngày' }[ask.what]}`;
    case 'not-overlapping':
      return `các tiết ${ids} không được trùng giờ`;
    case 'times':
      return `các tiết ${ids} chỉ được xếp vào ${ask.slots.length} chỗ đã chọn`;
    case 'pair': {
      const [first, second] = [document.activities[ask.first]!.id, document.activities[ask.second]!.id];
      const how = {
        consecutive: `tiết ${second} phải ngay sau tiết ${first}`,
        grouped: `tiết ${first} và ${second} phải liền nhau`,
        ordered: `tiết ${first} phải trước tiết ${second}`,
        'ordered-in-day': `tiết ${first} phải trước tiết ${second} nếu cùng ngày`,
      };
      return how[ask.how];
    }
    default:
      return kind;
  }
}
