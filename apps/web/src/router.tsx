import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import i18next from 'i18next';
import { askAtTheDoor, forgetSchoolYear, hadSession, keepSession, meQuery, onSignedOut } from '#api';
import { ApiProblem, type Screen } from '#platform/ui';
import { Frame } from './frame/frame.tsx';
import { queries } from './queries.ts';
import { BrokenApp, BrokenPage, NotFoundPage } from './routes/broken-page.tsx';
import { guarded } from './routes/guarded.tsx';
import { homeOf } from './routes/home.ts';
import { openScreens, screens } from './screens.ts';

const root = createRootRoute({ component: Outlet, errorComponent: BrokenApp });

function words(screen: Screen) {
  return () => i18next.loadNamespaces([...screen.words]);
}

/** Pages before the sign-in is complete, and those of whoever has no account. */
const open = openScreens.map((screen) =>
  createRoute({
    getParentRoute: () => root,
    path: screen.path,
    loader: words(screen),
    component: lazyRouteComponent(screen.load),
    errorComponent: BrokenApp,
  }),
);

/** What the sign-in page is told: where to go on, and that a session has ended when one has. */
function doorOf(href: string): { ve: string; 'vi-sao'?: string } {
  return { ve: href, ...(hadSession() && { 'vi-sao': 'het-phien' }) };
}

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Frame,
  errorComponent: BrokenApp,
  beforeLoad: async ({ location }) => {
    try {
      const me = await queries.ensureQueryData(meQuery);
      keepSession(me.account.id);
      const step = me.secondFactorDue ? '/xac-thuc' : me.mustChangePassword ? '/doi-mat-khau' : undefined;
      if (step) throw redirect({ to: step, search: { ve: location.href } as never });
    } catch (error) {
      if (error instanceof ApiProblem && error.document.status === 401) {
        void askAtTheDoor();
        throw redirect({ to: '/dang-nhap', search: doorOf(location.href) as never });
      }
      throw error;
    }
  },
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async () => {
    const me = await queries.ensureQueryData(meQuery);
    throw redirect({ to: homeOf(me), replace: true });
  },
});

const pages = screens.map((screen) =>
  createRoute({
    getParentRoute: () => signedIn,
    path: screen.path,
    loader: words(screen),
    component: guarded(lazyRouteComponent(screen.load), screen),
    errorComponent: BrokenPage,
  }),
);

/** Any other address: said inside the frame, where search and the rail are. */
const unknown = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage });

export const router = createRouter({
  routeTree: root.addChildren([...open, signedIn.addChildren([home, ...pages, unknown])]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  // The address carries plain words (?tim=lo&trang-thai=qua-han), not JSON.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search as Record<string, unknown>).flatMap(([key, value]) =>
        value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
      ),
    ).toString();
    return text ? `?${text}` : '';
  },
});

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (openScreens.some((screen) => screen.path === pathname)) return;
  void askAtTheDoor();
  queries.clear();
  forgetSchoolYear();
  void router.navigate({ to: '/dang-nhap', search: doorOf(href) as never });
});
