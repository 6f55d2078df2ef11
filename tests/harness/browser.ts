import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const temporary = join(import.meta.dirname, '../../.tmp');
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

interface Executable {
  readonly path?: string;
  readonly channel?: string;
  readonly env?: Record<string, string>;
}

/**
 * Where the unpacked Chromium finds fonts. The configuration of the package names folders of a cloud function only: without
 * any font, text that waits for a web font has no size and counts as hidden.
 */
const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Unpacks the Chromium of the npm registry once into `.tmp`, with the libraries a bare machine lacks. */
function unpackChromium(): Executable {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(temporary, `chromium-${version}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    const program = "await (await import('@sparticuz/chromium')).default.executablePath()";
    // In a process of its own: the package reads TMPDIR and changes the environment when it is imported.
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`Chromium could not be unpacked into ${draft}: ${done.stderr}`);
    writeFileSync(join(draft, 'fonts/fonts.conf'), fontsOf(folder));
    try {
      renameSync(draft, folder);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // another test process was first
    }
  }
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

function findExecutable(): Executable {
  const path = installed.find((candidate) => existsSync(candidate));
  if (path) return { path };
  return process.platform === 'linux' ? unpackChromium() : { channel: 'chrome' };
}

/**
 * A headless Chromium: the machine's own (Debian), else the one from the npm registry; elsewhere than Linux the
 * installed Chrome. Close it after use.
 */
export function launchBrowser(): Promise<Browser> {
  const { path, channel, env } = findExecutable();
  return chromium.launch({
    ...(path ? { executablePath: path } : {}),
    ...(channel ? { channel } : {}),
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
