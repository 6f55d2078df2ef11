/** Door to the screens of the timetable. */
import type { Screen } from '#platform/ui';

const words = ['timetable'];

export const screens: readonly Screen[] = [
  {
    path: '/thoi-khoa-bieu/tuan',
    load: () => import('./week-page.tsx'),
    words,
    operation: 'timetable.getWeek',
    unitKinds: ['school', 'subjectTeam'],
    rail: { work: 'teaching', name: 'timetableWeek' },
  },
  {
    path: '/thoi-khoa-bieu/truong/$schoolId',
    load: () => import('./week-page.tsx'),
    words,
    operation: 'timetable.getWeek',
  },
  {
    path: '/thoi-khoa-bieu',
    load: () => import('./timetables-page.tsx'),
    words,
    operation: 'timetable.saveSetup',
    rail: { work: 'teaching', name: 'timetable' },
  },
  {
    path: '/thoi-khoa-bieu/cac-truong',
    load: () => import('./board-page.tsx'),
    words,
    operation: 'timetable.getBoard',
    rail: { work: 'school', name: 'timetableBoard' },
  },
  {
    path: '/thoi-khoa-bieu/thay-doi',
    load: () => import('./changes-page.tsx'),
    words,
    operation: 'timetable.listDisruptions',
    rail: { work: 'teaching', name: 'timetableChanges' },
  },
  {
    path: '/thoi-khoa-bieu/thiet-lap',
    load: () => import('./setup-page.tsx'),
    words: [...words, 'people'],
    operation: 'timetable.getSetup',
  },
  {
    path: '/thoi-khoa-bieu/$timetableId',
    load: () => import('./timetable-page.tsx'),
    words,
    operation: 'timetable.getTimetable',
  },
];
