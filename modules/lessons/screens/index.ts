/** Door to the screens of lesson plans and the lesson log. */
import type { Screen } from '#platform/ui';

/** How conflicts of what was done without a network are shown; loaded when there is one. */
export const offlineKinds = () => import('./offline.ts').then((module) => module.offlineKinds);

// Pages that are used together are loaded together: each load costs the first visit some bytes.
const plans = () => import('./plan-pages.ts');
const books = () => import('./book-pages.ts');
const device = () => import('./device-pages.ts');
const planWords = ['lesson-plans'];
const logWords = ['lesson-log'];

export const screens: readonly Screen[] = [
  {
    path: '/so-dau-bai',
    load: () => device().then(({ MyWeekPage }) => ({ default: MyWeekPage })),
    words: logWords,
    operation: 'lessons.getMyWeek',
    rail: { work: 'teaching', name: 'lessonLog' },
  },
  {
    path: '/so-dau-bai/lop',
    load: () => books().then(({ BooksPage }) => ({ default: BooksPage })),
    words: logWords,
    operation: 'lessons.listBooks',
    rail: { work: 'teaching', name: 'classBooks' },
  },
  {
    path: '/so-dau-bai/lop/$classId/$week',
    load: () => books().then(({ ClassWeekPage }) => ({ default: ClassWeekPage })),
    words: logWords,
    operation: 'lessons.getClassWeek',
  },
  {
    path: '/so-dau-bai/nhom',
    load: () => books().then(({ GroupsPage }) => ({ default: GroupsPage })),
    words: logWords,
    operation: 'lessons.listGroupLogs',
  },
  {
    path: '/so-dau-bai/nhom/$groupId',
    load: () => books().then(({ GroupLogPage }) => ({ default: GroupLogPage })),
    words: logWords,
    operation: 'lessons.getGroupLog',
  },
  {
    path: '/tien-do-chuong-trinh',
    load: () => books().then(({ ProgressPage }) => ({ default: ProgressPage })),
    words: logWords,
    operation: 'lessons.getProgress',
    rail: { work: 'teaching', name: 'lessonProgress' },
  },
  {
    path: '/bai-day',
    load: () => plans().then(({ PlansPage }) => ({ default: PlansPage })),
    words: planWords,
    operation: 'lessons.listPlans',
    rail: { work: 'teaching', name: 'lessonPlans' },
  },
  {
    path: '/bai-day/$planId',
    load: () => plans().then(({ PlanPage }) => ({ default: PlanPage })),
    words: planWords,
    operation: 'lessons.getPlan',
  },
  {
    path: '/duyet-bai-day',
    load: () => plans().then(({ QueuePage }) => ({ default: QueuePage })),
    words: planWords,
    operation: 'lessons.listQueue',
    rail: { work: 'teaching', name: 'lessonQueue' },
  },
  {
    path: '/thong-ke-bai-day',
    load: () => plans().then(({ FiguresPage }) => ({ default: FiguresPage })),
    words: planWords,
    operation: 'lessons.getFigures',
    rail: { work: 'reports', name: 'lessonFigures' },
  },
  {
    path: '/du-gio',
    load: () => device().then(({ ObservationsPage }) => ({ default: ObservationsPage })),
    words: logWords,
    operation: 'lessons.listObservations',
    rail: { work: 'teaching', name: 'observations' },
  },
];
