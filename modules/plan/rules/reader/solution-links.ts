import type { PlanDraftItem } from './draft.ts';
import type { Section } from './outline.ts';
import { canonicalSpelling, listSyllables } from './vietnamese.ts';

const FEWEST_SHARED_SYLLABLES = 2;

type UnlinkedItem = Omit<PlanDraftItem, 'solvesOrdinals'> & { section: Section | null };

/** The duties somewhere under one section, as ordinals, by the child section they stand in. */
type Branches = Map<Section, number[]>;

/**
 * Gives each solution the ordinals of the duties it serves: those of the section it stands in ("Giải pháp:" under 2),
 * or, for a heading of its own ("4. Giải pháp"), those of the sibling section whose title shares most words with the
 * solution's label, else of all sibling sections.
 */
export function linkSolutions(items: UnlinkedItem[]): PlanDraftItem[] {
  const branchesOf = groupDuties(items);
  return items.map(({ section, ...item }) => {
    const area = item.kind === 'solution' ? areaOf(section) : null;
    const branches = area && branchesOf.get(area);
    return { ...item, solvesOrdinals: branches ? choose(branches, item.label ?? item.text) : [] };
  });
}

/** The section whose duties the solutions of `section` serve: the one above the outermost "Giải pháp". */
function areaOf(section: Section | null): Section | null {
  let heading = section;
  while (heading?.parent?.role === 'solutions') heading = heading.parent;
  return heading?.parent ?? null;
}

function groupDuties(items: UnlinkedItem[]): Map<Section, Branches> {
  const branchesOf = new Map<Section, Branches>();
  for (const item of items) {
    if (item.kind !== 'duty') continue;
    let branch = item.section;
    for (let area = item.section; area; area = area.parent) {
      const branches: Branches = branchesOf.get(area) ?? new Map();
      branchesOf.set(area, branches);
      const ordinals = branches.get(branch!);
      if (ordinals) ordinals.push(item.ordinal);
      else branches.set(branch!, [item.ordinal]);
      branch = area;
    }
  }
  return branchesOf;
}

function choose(branches: Branches, label: string): number[] {
  const words = new Set(listSyllables(canonicalSpelling(label).toLowerCase()));
  const ranked = [...branches]
    .map(([branch, ordinals]) => ({
      ordinals,
      shared: new Set(
        listSyllables(canonicalSpelling(branch.title).toLowerCase()).filter((word) => words.has(word)),
      ).size,
    }))
    .sort((left, right) => right.shared - left.shared);
  const [best, second] = ranked;
  const isClear = second && best && best.shared >= FEWEST_SHARED_SYLLABLES && best.shared > second.shared;
  return isClear ? best.ordinals : [...branches.values()].flat().sort((left, right) => left - right);
}
