/** Door to the screens of lesson plans and the lesson log. */
import type { Screen } from '#platform/ui';

/** How conflicts of what was done without a network are shown; loaded when there is one. */
export const offlineKinds = () => import('./offline.ts').then((module) => module.offlineKinds);

const plans = ['lesson-plans'];
const log = ['lesson-log'];

export const screens: readonly Screen[] = [
  {
    path: '/so-dau-bai',
    load: () => import('./log/my-week-page.tsx'),
    words: log,
    operation: 'lessons.getMyWeek',
    rail: { work: 'teaching', name: 'lessonLog' },
  },
  {
    path: '/so-dau-bai/lop',
    load: () => import('./log/books-page.tsx'),
    words: log,
    operation: 'lessons.listBooks',
    rail: { work: 'teaching', name: 'classBooks' },
  },
  {
    path: '/so-dau-bai/lop/$classId/$week',
    load: () => import('./log/class-week-page.tsx'),
    words: log,
    operation: 'lessons.getClassWeek',
  },
  {
    path: '/tien-do-chuong-trinh',
    load: () => import('./log/progress-page.tsx'),
    words: log,
    operation: 'lessons.getProgress',
    rail: { work: 'teaching', name: 'lessonProgress' },
  },
  {
    path: '/bai-day',
    load: () => import('./plans/plans-page.tsx'),
    words: plans,
    operation: 'lessons.listPlans',
    rail: { work: 'teaching', name: 'lessonPlans' },
  },
  {
    path: '/bai-day/$planId',
    load: () => import('./plans/plan-page.tsx'),
    words: plans,
    operation: 'lessons.getPlan',
  },
  {
    path: '/duyet-bai-day',
    load: () => import('./plans/queue-page.tsx'),
    words: plans,
    operation: 'lessons.listQueue',
    rail: { work: 'teaching', name: 'lessonQueue' },
  },
  {
    path: '/thong-ke-bai-day',
    load: () => import('./plans/figures-page.tsx'),
    words: plans,
    operation: 'lessons.getFigures',
    rail: { work: 'reports', name: 'lessonFigures' },
  },
  {
    path: '/du-gio',
    load: () => import('./log/observations-page.tsx'),
    words: log,
    operation: 'lessons.listObservations',
    rail: { work: 'teaching', name: 'observations' },
  },
];
