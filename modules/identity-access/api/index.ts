import { signInRoutes } from './sign-in.ts';

/** Every route of identity and access. */
export const identityRoutes = [...signInRoutes];
