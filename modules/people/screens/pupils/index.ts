import type { Screen } from '#platform/ui';

const words = ['pupils', 'organisation'];

/** Pages about pupils: lists, records, transfers, the step into the next year. */
export const pupilScreens: readonly Screen[] = [
  {
    path: '/hoc-sinh',
    load: () => import('./pupils-page.tsx'),
    words,
    operation: 'people.listPupils',
    rail: { work: 'pupils', name: 'pupils' },
  },
  { path: '/hoc-sinh/$pupilId', load: () => import('./pupil-page.tsx'), words, operation: 'people.getPupil' },
  {
    path: '/tim-hoc-sinh',
    load: () => import('./find-page.tsx'),
    words,
    operation: 'people.findPupils',
    rail: { work: 'pupils', name: 'findPupils' },
  },
  {
    path: '/si-so',
    load: () => import('./figures-page.tsx'),
    words,
    operation: 'people.getEnrolmentFigures',
    rail: { work: 'pupils', name: 'enrolmentFigures' },
  },
  {
    path: '/chuyen-truong',
    load: () => import('./transfers-page.tsx'),
    words,
    operation: 'people.listTransfers',
    rail: { work: 'pupils', name: 'transfers' },
  },
  {
    path: '/chuyen-nam-hoc',
    load: () => import('./roll-over-page.tsx'),
    words,
    operation: 'people.previewRollOver',
    rail: { work: 'pupils', name: 'rollOver' },
  },
];
