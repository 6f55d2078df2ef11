/** Door to the screens of working without a network. */
import type { Screen } from '#platform/ui';

export const screens: readonly Screen[] = [
  {
    path: '/may-va-viec-cho',
    load: () => import('./waiting-page.tsx'),
    words: ['sync', 'identity'],
    operation: 'sync.listOwnDevices',
  },
  {
    path: '/may-cua-giao-vien',
    load: () => import('./devices-page.tsx'),
    words: ['sync', 'identity'],
    operation: 'sync.listDevices',
    rail: { work: 'staff', name: 'devices' },
  },
];
