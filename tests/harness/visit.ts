import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { seedPassword } from '#tests/sample-province/seed.ts';
import { buildHoaBan } from '../../apps/cli/server.ts';
import { webFolder } from '../../apps/cli/web-build.ts';
import { movableClock, signedIn } from '../../modules/identity-access/testing.ts';
import { launchBrowser } from './browser.ts';
import { freshDatabase, type Seed, type TestDatabase } from './database.ts';

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>;
}

const project = join(import.meta.dirname, '../..');
const recordings = join(project, '.tmp');

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1366, height: 768 } as const;

const screens = join(recordings, 'screens');
/** Pictures the documentation shows: a journey that takes one of that name takes it anew. */
const documentation = join(project, 'docs/images');

interface WindowOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** With its service worker, as an installed app: opens without a network. */
  readonly installed?: boolean;
}

/** A running Hoa Ban with a browser before it. */
export interface Visit {
  readonly db: TestDatabase;
  readonly address: string;
  /** Time of the server and of every page opened after it was set. */
  readonly clock: { now(): Date; pass(minutes: number): void };
  /** A browser window of its own in which nobody has signed in. */
  window(options?: WindowOptions): Promise<Page>;
  /** A window in which somebody has signed in, behind the door: for what is not about signing in. */
  as(username: string, options?: WindowOptions): Promise<Page>;
  /** With HOABAN_SCREENS set: pictures of a page at phone and desktop width, .tmp/screens/name-phone.png, name-desktop.png. */
  picture(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** A port that nobody else gets until it is let go: the server names its address before it listens there. */
async function holdPort(): Promise<{ readonly port: number; letGo(): Promise<unknown> }> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  return { port, letGo: () => once(holder.close(), 'close') };
}

/**
 * Opens Hoa Ban on a clone of `seed`, as the built web app and server, and a headless browser. With HOABAN_SCREENS set and
 * `trace` not false what the browser does is kept in `.tmp/traces/<name>-<window>.zip` (an eighth of the time of a journey).
 */
export async function visit(
  name: string,
  seed: Seed,
  time: string,
  { trace = true }: { trace?: boolean } = {},
): Promise<Visit> {
  const clock = movableClock(time);
  const [db, filesFolder, browser, held] = await Promise.all([
    freshDatabase(seed),
    mkdtemp(join(tmpdir(), 'hoaban-files-')),
    launchBrowser(),
    holdPort(),
    ...[screens, join(recordings, 'traces')].map((folder) => mkdir(folder, { recursive: true })),
  ] as const);
  const address = `http://127.0.0.1:${held.port}`;
  const server = await buildHoaBan({
    database: db.database,
    clock,
    identity: { secretKey: Buffer.alloc(32, 7), oidc: undefined },
    services: { filesFolder, publicUrl: address },
    logger: { level: 'error' },
    checkAnswers: true,
    webFolder,
  });
  await held.letGo();
  await server.listen({ port: held.port, host: '127.0.0.1' });
  const contexts: BrowserContext[] = [];
  const kept = trace && Boolean(process.env.HOABAN_SCREENS);

  async function open(
    browserOf: Browser,
    { size = desktop, dark = false, installed = false }: WindowOptions = {},
  ): Promise<BrowserContext> {
    const context = await browserOf.newContext({
      baseURL: address,
      viewport: size,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      serviceWorkers: installed ? 'allow' : 'block',
    });
    context.setDefaultTimeout(15_000);
    await context.clock.setFixedTime(clock.now());
    if (kept) await context.tracing.start({ screenshots: true, snapshots: true });
    context.on('page', countRequests);
    contexts.push(context);
    return context;
  }

  return {
    db,
    address,
    clock,
    window: async (options) => (await open(browser, options)).newPage(),
    as: async (username, options) => {
      const context = await open(browser, options);
      const { cookie } = await signedIn(db, username, { now: clock.now() });
      const [cookieName = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name: cookieName, value, url: address, httpOnly: true, sameSite: 'Lax' }]);
      return context.newPage();
    },
    picture: async (page, pictureName) => {
      if (!process.env.HOABAN_SCREENS) return;
      const before = page.viewportSize() ?? desktop;
      for (const [sizeName, size] of [
        ['phone', phone],
        ['desktop', desktop],
      ] as const) {
        await page.setViewportSize(size);
        const file = `${pictureName}-${sizeName}.png`;
        await page.screenshot({ path: join(screens, file), animations: 'disabled' });
        const shown = join(documentation, file);
        if (existsSync(shown)) await copyFile(join(screens, file), shown);
      }
      await page.setViewportSize(before);
    },
    close: async () => {
      for (const [at, context] of contexts.entries()) {
        await context
          .pages()
          .at(-1)
          ?.screenshot({ path: join(recordings, 'screens', `end-${name}-${at + 1}.png`) });
        if (kept) await context.tracing.stop({ path: join(recordings, 'traces', `${name}-${at + 1}.zip`) });
      }
      await browser.close();
      await server.close();
      await db.drop();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}

const underway = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const open = new Set<Request>();
  underway.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Waits until the page asks for nothing more and has drawn what it got, however fast the machine is. */
export async function atRest(page: Page): Promise<void> {
  const open = underway.get(page);
  if (!open) throw new Error('atRest is for pages that visit() has opened');
  for (let quiet = 0; quiet < 2; ) {
    await page.evaluate(
      () =>
        new Promise((drawn) => {
          void document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }),
    );
    quiet = open.size === 0 ? quiet + 1 : 0;
  }
}

/** Signs in at the door, as people do. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập hoặc số điện thoại').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(seedPassword);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('navigation', { name: 'Các mảng việc' }).first().waitFor();
}

/**
 * What axe finds wrong with the page as it stands, one line each: rule, element, why. 'colours': only what a change of
 * the colours can make worse.
 */
export async function accessibilityFaults(
  page: Page,
  only: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  // Straight into the page and once a document: AxeBuilder does it anew, with a blank window, for every question.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const runOnly =
    only === 'colours'
      ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
      : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: Axe }).axe.run(document, options),
    { runOnly, resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
}
