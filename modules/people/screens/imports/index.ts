import type { Screen } from '#platform/ui';

const words = ['import'];

/** Pages that bring lists in from Excel and hand accounts out. */
export const importScreens: readonly Screen[] = [
  {
    path: '/nhap-tu-excel',
    load: () => import('./import-page.tsx'),
    words,
    operation: 'people.startImport',
    rail: { work: 'school', name: 'importLists' },
  },
  {
    path: '/nhap-tu-excel/$importId',
    load: () => import('./preview-page.tsx'),
    words,
    operation: 'people.previewImport',
  },
  {
    path: '/phieu-kich-hoat',
    load: () => import('./slips-page.tsx'),
    words,
    operation: 'people.printSlips',
    rail: { work: 'school', name: 'slips' },
  },
];

/** Page outside the frame: whoever holds a slip has no account yet. */
export const openScreens: readonly Screen[] = [
  { path: '/kich-hoat', load: () => import('./activation-page.tsx'), words: ['import'] },
];
