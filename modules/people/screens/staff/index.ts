import type { Screen } from '#platform/ui';

const words = ['people', 'organisation', 'identity'];

/** Pages about staff. */
export const staffScreens: readonly Screen[] = [
  {
    path: '/doi-ngu',
    load: () => import('./staff-list-page.tsx'),
    words,
    operation: 'people.listStaff',
    rail: { work: 'staff', name: 'staff' },
  },
  { path: '/doi-ngu/$staffId', load: () => import('./staff-page.tsx'), words, operation: 'people.getStaff' },
];
