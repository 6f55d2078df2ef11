/** Door to the screens of the curriculum. */
import type { Screen } from '#platform/ui';

export const screens: readonly Screen[] = [
  {
    path: '/chuong-trinh',
    load: () => import('./programme-page.tsx'),
    words: ['curriculum'],
    operation: 'curriculum.getProgramme',
    rail: { work: 'teaching', name: 'programme' },
  },
  {
    path: '/mon-lua-chon',
    load: () => import('./class-choices-page.tsx'),
    words: ['curriculum'],
    operation: 'curriculum.listClassChoices',
    rail: { work: 'teaching', name: 'classChoices', in: ['school', 'subjectTeam'] },
  },
];
