/** Door to the screens: pages of signing in and of accounts, and what other screens need to make an account. */
import type { Screen } from '#platform/ui';

export { readDevice } from './device.ts';

export { type OneTimePassword, OneTimePasswordView } from './one-time-password.tsx';

/** Pages outside the frame, for whoever is not or not wholly signed in. */
export const openScreens: readonly Screen[] = [
  { path: '/dang-nhap', load: () => import('./sign-in-page.tsx'), words: ['identity'] },
  { path: '/xac-thuc', load: () => import('./second-factor-page.tsx'), words: ['identity'] },
  { path: '/doi-mat-khau', load: () => import('./first-password-page.tsx'), words: ['identity'] },
];

export const screens: readonly Screen[] = [
  {
    path: '/tai-khoan',
    load: () => import('./accounts-page.tsx'),
    words: ['identity', 'organisation'],
    operation: 'identity.listAccounts',
    rail: { work: 'settings', name: 'accounts' },
  },
  { path: '/ca-nhan', load: () => import('./profile-page.tsx'), words: ['identity'] },
  { path: '/vai-tro', load: () => import('./roles-page.tsx'), words: ['identity'] },
];
