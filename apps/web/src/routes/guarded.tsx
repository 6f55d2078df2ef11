import type { RouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { useMay } from '#api';

const RefusedPage = lazy(() => import('./refused-page.tsx'));

/** The page, or who can use it when the role in use may not do `operation`. */
export function guarded(Page: RouteComponent, operation: string | undefined): RouteComponent {
  if (!operation) return Page;
  return function Guarded() {
    const may = useMay();
    return may(operation) ? <Page /> : <RefusedPage operation={operation} />;
  };
}
