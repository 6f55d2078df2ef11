import type { RouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { useMay, useMe } from '#api';
import type { Screen } from '#platform/ui';
import { isFor } from '../frame/is-for.ts';

const RefusedPage = lazy(() => import('./refused-page.tsx'));

/** The page, or who can use it when the role in use may not, or not in its unit. */
export function guarded(
  Page: RouteComponent,
  screen: Pick<Screen, 'operation' | 'unitKinds'>,
): RouteComponent {
  const { operation, unitKinds } = screen;
  if (!operation) return Page;
  return function Guarded() {
    const may = useMay();
    const { role } = useMe();
    if (isFor(screen, may, role?.unit.kind)) return <Page />;
    return <RefusedPage operation={operation} unitKinds={unitKinds} />;
  };
}
