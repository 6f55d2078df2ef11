/** Door to the screens of the transcript. */
import type { Screen } from '#platform/ui';

const words = ['transcript'];

export const screens: readonly Screen[] = [
  {
    path: '/hoc-ba',
    load: () => import('./transcript-page.tsx'),
    words,
    operation: 'transcript.listQueue',
    rail: { work: 'pupils', name: 'transcript' },
  },
  {
    path: '/hoc-ba/lop/$classId',
    load: () => import('./class-page.tsx'),
    words,
    operation: 'transcript.listClassPages',
  },
  {
    path: '/hoc-ba/trang/$pageId',
    load: () => import('./page-page.tsx'),
    words,
    operation: 'transcript.getPage',
  },
  {
    path: '/hoc-ba/cua-em',
    load: () => import('./mine-page.tsx'),
    words,
    operation: 'transcript.listMine',
    rail: { work: 'pupils', name: 'myTranscript' },
  },
  {
    path: '/hoc-ba/chung-thu',
    load: () => import('./anchors-page.tsx'),
    words,
    operation: 'transcript.addAnchor',
    rail: { work: 'settings', name: 'transcriptAnchors' },
  },
];

/** Pages for everybody: a page is verified by its code, and read by a link of its holder. */
export const openScreens: readonly Screen[] = [
  { path: '/verify', load: () => import('./verify-page.tsx'), words },
  { path: '/verify/$code', load: () => import('./verify-page.tsx'), words },
  { path: '/hoc-ba-chia-se', load: () => import('./shared-page.tsx'), words },
];
