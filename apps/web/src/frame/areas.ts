import {
  IconBook2,
  IconBuildingCommunity,
  IconChecklist,
  IconReportAnalytics,
  IconSchool,
  IconSettings,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react';
import type { Screen } from '#platform/ui';
import { screens } from '../screens.ts';
import { isFor } from './is-for.ts';

/** The rail goes by work, not by module; the order is that of a person's day. */
const areas = [
  { work: 'myWork', icon: IconChecklist },
  { work: 'plan', icon: IconTargetArrow },
  { work: 'school', icon: IconBuildingCommunity },
  { work: 'teaching', icon: IconBook2 },
  { work: 'pupils', icon: IconSchool },
  { work: 'staff', icon: IconUsers },
  { work: 'reports', icon: IconReportAnalytics },
  { work: 'settings', icon: IconSettings },
] as const;

export interface Area {
  readonly work: (typeof areas)[number]['work'];
  readonly icon: (typeof areas)[number]['icon'];
  readonly pages: readonly { readonly to: string; readonly name: string }[];
}

/** The areas that have pages the role may use in its unit; what cannot be used is not shown. */
export function areasFor(
  may: (operation: string) => boolean,
  unitKind: string | undefined,
  from: readonly Screen[] = screens,
): Area[] {
  return areas
    .map((area) => ({
      ...area,
      pages: from.flatMap((screen) =>
        screen.rail?.work === area.work &&
        isFor(screen, may, unitKind) &&
        (!screen.rail.in || screen.rail.in.some((kind) => kind === unitKind))
          ? [{ to: screen.path, name: screen.rail.name }]
          : [],
      ),
    }))
    .filter((area) => area.pages.length > 0);
}

/** The page of an area that an address belongs to: the longest that it starts with. */
export function pageOf(areas: readonly Area[], path: string): { work: string; to: string } | undefined {
  return areas
    .flatMap((area) => area.pages.map((page) => ({ work: area.work as string, to: page.to })))
    .filter((page) => path === page.to || path.startsWith(`${page.to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0];
}
