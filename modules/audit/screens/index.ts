/** Door to the screens of the audit trail. */
import type { Screen } from '#platform/ui';

export const screens: readonly Screen[] = [
  {
    path: '/nhat-ky',
    load: () => import('./audit-page.tsx'),
    words: ['audit', 'organisation'],
    operation: 'audit.listEvents',
    rail: { work: 'settings', name: 'audit' },
  },
];
