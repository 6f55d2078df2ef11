/** Door to the screens of the organisation: its pages, and the picker of units that other screens use. */
import type { Screen } from '#platform/ui';

export { type PickedUnit, UnitPicker } from './unit-picker.tsx';

export const screens: readonly Screen[] = [
  {
    path: '/don-vi',
    load: () => import('./units-page.tsx'),
    words: ['organisation'],
    operation: 'organisation.listUnits',
    rail: { work: 'settings', name: 'units' },
  },
  {
    path: '/don-vi/$unitId',
    load: () => import('./unit-page.tsx'),
    words: ['organisation'],
    operation: 'organisation.getUnit',
  },
  {
    path: '/nam-hoc',
    load: () => import('./school-years-page.tsx'),
    words: ['organisation'],
    operation: 'organisation.listSchoolYears',
    rail: { work: 'settings', name: 'schoolYears' },
  },
  {
    path: '/thiet-lap/quy-dinh',
    load: () => import('./settings-page.tsx'),
    words: ['settings'],
    operation: 'organisation.listSettings',
    rail: { work: 'settings', name: 'settings' },
  },
];
