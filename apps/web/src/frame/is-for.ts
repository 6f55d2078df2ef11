import type { Screen } from '#platform/ui';

/** Whether a page is for whoever acts in a unit of this kind (undefined: in none) and may do these operations. */
export function isFor(
  screen: Pick<Screen, 'operation' | 'unitKinds'>,
  may: (operation: string) => boolean,
  unitKind: string | undefined,
): boolean {
  if (screen.operation && !may(screen.operation)) return false;
  return !screen.unitKinds || screen.unitKinds.some((kind) => kind === unitKind);
}
