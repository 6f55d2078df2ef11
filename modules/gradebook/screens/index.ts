/** Door to the screens of the gradebook. */
import type { Screen } from '#platform/ui';

/** How conflicts of what was done without a network are shown; loaded when there is one. */
export const offlineKinds = () => import('./offline.ts').then((module) => module.offlineKinds);

const words = ['gradebook'];

export const screens: readonly Screen[] = [
  {
    path: '/so-diem',
    load: () => import('./sheets-page.tsx'),
    words,
    operation: 'gradebook.listSheets',
    rail: { work: 'teaching', name: 'gradebook' },
  },
  {
    path: '/so-diem/$classId/$subjectCode/$semester',
    load: () => import('./sheet/sheet-page.tsx'),
    words,
    operation: 'gradebook.getSheet',
  },
  {
    path: '/lop-day',
    load: () => import('./class/classes-page.tsx'),
    words,
    operation: 'gradebook.listMyClasses',
    rail: { work: 'pupils', name: 'classResults' },
  },
  {
    path: '/ket-qua/$classId',
    load: () => import('./class/results-page.tsx'),
    words,
    operation: 'gradebook.getClassResults',
  },
  {
    path: '/diem-danh/$classId',
    load: () => import('./class/attendance-page.tsx'),
    words,
    operation: 'gradebook.getAttendance',
  },
  {
    path: '/hoi-dong-xet',
    load: () => import('./council/council-page.tsx'),
    words,
    operation: 'gradebook.getCouncil',
    rail: { work: 'teaching', name: 'gradebookCouncil' },
  },
  {
    path: '/quan-tam-som',
    load: () => import('./warnings/warnings-page.tsx'),
    words,
    operation: 'gradebook.getWarnings',
    rail: { work: 'pupils', name: 'gradebookWarnings' },
  },
  {
    path: '/tien-bo/$pupilId',
    load: () => import('./progress/progress-page.tsx'),
    words,
    operation: 'gradebook.getProgress',
  },
  {
    path: '/thong-ke-ket-qua',
    load: () => import('./figures-page.tsx'),
    words,
    operation: 'gradebook.getFigures',
    rail: { work: 'reports', name: 'gradebookFigures' },
  },
  {
    path: '/thong-ke-ket-qua/hoan-canh',
    load: () => import('./equity-page.tsx'),
    words,
    operation: 'gradebook.getEquity',
  },
  {
    path: '/thong-ke-giang-day',
    load: () => import('./teacher-figures-page.tsx'),
    words,
    operation: 'gradebook.getTeacherFigures',
    rail: { work: 'reports', name: 'gradebookTeachers' },
  },
  {
    path: '/sua-diem',
    load: () => import('./corrections-page.tsx'),
    words,
    operation: 'gradebook.listCorrections',
  },
  {
    path: '/xin-nghi',
    load: () => import('./leaves-page.tsx'),
    words: ['leaves'],
    operation: 'gradebook.listLeaves',
    rail: { work: 'pupils', name: 'leaves' },
  },
];
