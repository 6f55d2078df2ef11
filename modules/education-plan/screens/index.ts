/** Door to the screens of the school education plan. */
import type { Screen } from '#platform/ui';

const words = ['education-plan'];

export const screens: readonly Screen[] = [
  {
    path: '/ke-hoach-truong',
    load: () => import('./plans-page.tsx'),
    words,
    operation: 'educationPlan.listPlans',
    rail: { work: 'school', name: 'educationPlan' },
  },
  {
    path: '/ke-hoach-truong/cac-truong',
    load: () => import('./board-page.tsx'),
    words,
    operation: 'educationPlan.getBoard',
    rail: { work: 'school', name: 'educationPlanBoard' },
  },
  {
    path: '/ke-hoach-truong/huong-dan',
    load: () => import('./guidance-page.tsx'),
    words,
    operation: 'educationPlan.getGuidance',
    rail: { work: 'school', name: 'educationPlanGuidance' },
  },
  {
    path: '/ke-hoach-truong/$planId',
    load: () => import('./plan-page.tsx'),
    words,
    operation: 'educationPlan.getPlan',
  },
  {
    path: '/ke-hoach-truong/$planId/to/$teamId',
    load: () => import('./team-page.tsx'),
    words,
    operation: 'educationPlan.getTeamPlan',
  },
  {
    path: '/ke-hoach-truong/$planId/giao-vien',
    load: () => import('./teacher-page.tsx'),
    words,
    operation: 'educationPlan.getTeacherPlan',
  },
];

/** Pages for everybody, without sign-in. */
export const openScreens: readonly Screen[] = [
  { path: '/cong-khai/ke-hoach/$schoolCode', load: () => import('./public-page.tsx'), words },
];
