/** Door to the screens of the exchange with other systems. */
import type { Screen } from '#platform/ui';

const words = ['exchange'];

export const screens: readonly Screen[] = [
  {
    path: '/lien-ket',
    load: () => import('./clients-page.tsx'),
    words,
    operation: 'exchange.listClients',
    rail: { work: 'settings', name: 'clients' },
  },
];
