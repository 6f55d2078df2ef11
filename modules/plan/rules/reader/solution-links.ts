import type { PlanDraftItem } from './draft.ts';
import type { Section } from './outline.ts';
import { canonicalSpelling, listSyllables } from './vietnamese.ts';

const FEWEST_SHARED_SYLLABLES = 2;

/**
 * Gives each solution the ordinals of the duties it serves: those of the section it stands in ("Giải pháp:" under 2),
 * or, for a heading of its own ("4. Giải pháp"), those of the sibling section whose title shares most words with the
 * solution's label, else of all sibling sections.
 */
export function linkSolutions(
  items: (Omit<PlanDraftItem, 'solvesOrdinals'> & { section: Section | null })[],
): PlanDraftItem[] {
  return items.map(({ section, ...item }) => {
    if (item.kind !== 'solution' || !section) return { ...item, solvesOrdinals: [] };
    let heading = section;
    while (heading.parent?.role === 'solutions') heading = heading.parent;
    const area = heading.parent;
    const duties = items.filter(
      (other) => other.kind === 'duty' && other.section && (area === null || isInside(other.section, area)),
    );
    const chosen = narrowByLabel(item.label ?? item.text, duties, area);
    return { ...item, solvesOrdinals: chosen.map((duty) => duty.ordinal) };
  });
}

function narrowByLabel<T extends { section: Section | null }>(
  label: string,
  duties: T[],
  area: Section | null,
): T[] {
  const branches = new Map<Section, T[]>();
  for (const duty of duties) {
    let branch = duty.section!;
    while (branch.parent && branch.parent !== area && branch !== area) branch = branch.parent;
    branches.set(branch, [...(branches.get(branch) ?? []), duty]);
  }
  if (branches.size < 2) return duties;
  const words = new Set(listSyllables(canonicalSpelling(label).toLowerCase()));
  const ranked = [...branches]
    .map(([branch, inside]) => ({
      inside,
      shared: new Set(
        listSyllables(canonicalSpelling(branch.title).toLowerCase()).filter((word) => words.has(word)),
      ).size,
    }))
    .sort((left, right) => right.shared - left.shared);
  const [best, second] = ranked;
  return best!.shared >= FEWEST_SHARED_SYLLABLES && best!.shared > second!.shared ? best!.inside : duties;
}

function isInside(section: Section, area: Section): boolean {
  for (let above: Section | null = section; above; above = above.parent) if (above === area) return true;
  return false;
}
