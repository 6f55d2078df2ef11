import type { Screen } from '#platform/ui';

const words = ['people', 'organisation'];

/** Pages about classes, rooms and the sizes of schools. */
export const classScreens: readonly Screen[] = [
  {
    path: '/quy-mo-truong',
    load: () => import('./schools-page.tsx'),
    words,
    operation: 'people.listSchoolFigures',
    rail: { work: 'school', name: 'schoolFigures' },
  },
  {
    path: '/lop-hoc',
    load: () => import('./classes-page.tsx'),
    words,
    operation: 'people.listClasses',
    rail: { work: 'school', name: 'classes' },
  },
  {
    path: '/phong-hoc',
    load: () => import('./rooms-page.tsx'),
    words,
    operation: 'people.listRooms',
    rail: { work: 'school', name: 'rooms' },
  },
];
