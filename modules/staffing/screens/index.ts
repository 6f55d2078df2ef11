/** Door to the screens of staffing. */
import type { Screen } from '#platform/ui';

export const screens: readonly Screen[] = [
  {
    path: '/phan-cong',
    load: () => import('./assignments-page.tsx'),
    words: ['staffing'],
    operation: 'staffing.getAssignments',
    rail: { work: 'teaching', name: 'assignments', in: ['school', 'subjectTeam'] },
  },
  {
    path: '/thua-thieu-giao-vien',
    load: () => import('./coverage-page.tsx'),
    words: ['staffing'],
    operation: 'staffing.getCoverage',
    rail: { work: 'staff', name: 'staffCoverage' },
  },
];
