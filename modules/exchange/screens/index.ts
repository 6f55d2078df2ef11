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
  {
    path: '/xuat-csdl-nganh',
    load: () => import('./sector-page.tsx'),
    words,
    operation: 'exchange.previewSector',
    rail: { work: 'reports', name: 'sector' },
  },
  {
    path: '/xuat-csdl-nganh/mau',
    load: () => import('./mapping-page.tsx'),
    words,
    operation: 'exchange.getSectorMapping',
    rail: { work: 'settings', name: 'sectorTemplate' },
  },
  {
    path: '/doi-chieu-dan-cu',
    load: () => import('./population-page.tsx'),
    words,
    operation: 'exchange.listPopulationRuns',
    rail: { work: 'pupils', name: 'population' },
  },
];
