import type { PlanDraftItem } from './draft.ts';
import { canonicalSpelling, listSyllables } from './vietnamese.ts';

/** What of an item decides whether it is the same work in an amended plan. */
export type ComparableItem = Pick<
  PlanDraftItem,
  'kind' | 'text' | 'label' | 'sectionPath' | 'window' | 'responsible'
>;
export type ChangedAspect = 'text' | 'window' | 'responsible';

export interface PlanComparison<Old extends ComparableItem, Next extends ComparableItem> {
  kept: { old: Old; next: Next }[];
  /** `similarity` of the texts, 0–1; 1 when only the window or the responsible units changed. */
  changed: { old: Old; next: Next; similarity: number; aspects: ChangedAspect[] }[];
  added: Next[];
  removed: Old[];
}

/** Below this two texts are two different duties. */
const SAME_WORK_SIMILARITY = 0.55;
/** Context (kind, section, month) only decides between texts that are about equally alike. */
const CONTEXT_WEIGHT = 0.08;
/** A trigram in more items than this share says little and is skipped when looking for candidates. */
const COMMON_SHARE = 0.25;

interface Indexed<Item> {
  item: Item;
  normal: string;
  trigrams: Set<string>;
}

/**
 * Matches the items of an amended plan with those of the plan in force, so that progress on work that stayed is kept.
 * Order does not matter: items pair by likeness of text, the most alike first; between equals the same kind, section
 * and month win. Each item is in exactly one answer list. 400 × 400 items take well under a second.
 */
export function comparePlans<Old extends ComparableItem, Next extends ComparableItem>(
  old: Old[],
  next: Next[],
): PlanComparison<Old, Next> {
  const left = old.map(index);
  const right = next.map(index);
  const pairs = listCandidates(left, right);
  pairs.sort((one, other) => other.score - one.score || one.left - other.left || one.right - other.right);
  const partner = new Map<number, { right: number; similarity: number }>();
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (partner.has(pair.left) || taken.has(pair.right)) continue;
    partner.set(pair.left, pair);
    taken.add(pair.right);
  }
  const result: PlanComparison<Old, Next> = { kept: [], changed: [], added: [], removed: [] };
  left.forEach((entry, position) => {
    const match = partner.get(position);
    if (!match) {
      result.removed.push(entry.item);
      return;
    }
    const other = right[match.right]!;
    const aspects = listChanges(entry, other);
    if (aspects.length === 0) result.kept.push({ old: entry.item, next: other.item });
    else result.changed.push({ old: entry.item, next: other.item, similarity: match.similarity, aspects });
  });
  result.added = right.filter((_, position) => !taken.has(position)).map((entry) => entry.item);
  return result;
}

function index<Item extends ComparableItem>(item: Item): Indexed<Item> {
  const normal = listSyllables(canonicalSpelling(`${item.label ?? ''} ${item.text}`).toLowerCase()).join(' ');
  return { item, normal, trigrams: listTrigrams(normal) };
}

function listTrigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start++) trigrams.add(padded.slice(start, start + 3));
  return trigrams;
}

function listCandidates<Old extends ComparableItem, Next extends ComparableItem>(
  left: Indexed<Old>[],
  right: Indexed<Next>[],
) {
  const places = new Map<string, number[]>();
  right.forEach((entry, position) => {
    for (const trigram of entry.trigrams) {
      const known = places.get(trigram);
      if (known) known.push(position);
      else places.set(trigram, [position]);
    }
  });
  const pairs: { left: number; right: number; similarity: number; score: number }[] = [];
  left.forEach((entry, position) => {
    const candidates = new Set<number>();
    const tryAll = right.length < 40;
    for (const trigram of entry.trigrams) {
      const found = places.get(trigram) ?? [];
      if (tryAll || found.length <= right.length * COMMON_SHARE)
        for (const candidate of found) candidates.add(candidate);
    }
    for (const candidate of candidates) {
      const other = right[candidate]!;
      const similarity = diceSimilarity(entry.trigrams, other.trigrams, entry.normal === other.normal);
      if (similarity < SAME_WORK_SIMILARITY) continue;
      const score = similarity + CONTEXT_WEIGHT * contextLikeness(entry.item, other.item);
      pairs.push({ left: position, right: candidate, similarity, score });
    }
  });
  return pairs;
}

function diceSimilarity(left: Set<string>, right: Set<string>, isEqual: boolean): number {
  if (isEqual) return 1;
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const trigram of small) if (large.has(trigram)) shared += 1;
  // Two different texts may have the same set of trigrams; only equal texts are 1.
  return Math.min((2 * shared) / (left.size + right.size), 0.999);
}

function contextLikeness(left: ComparableItem, right: ComparableItem): number {
  const sameKind = left.kind === right.kind ? 1 : 0;
  const sameSection = left.sectionPath.join('/') === right.sectionPath.join('/') ? 1 : 0;
  const sameWindow = left.window.startsOn === right.window.startsOn ? 1 : 0;
  return (sameKind + sameSection + sameWindow) / 3;
}

function listChanges(left: Indexed<ComparableItem>, right: Indexed<ComparableItem>): ChangedAspect[] {
  const changes: ChangedAspect[] = [];
  if (left.normal !== right.normal) changes.push('text');
  const [before, after] = [left.item.window, right.item.window];
  if (before.startsOn !== after.startsOn || before.endsOn !== after.endsOn) changes.push('window');
  const units = (item: ComparableItem): string =>
    item.responsible
      .map((unit) => `${unit.unit}:${unit.restriction ?? ''}`)
      .sort()
      .join(',');
  if (units(left.item) !== units(right.item)) changes.push('responsible');
  return changes;
}
