import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorMessage } from './operator.ts';
import { projectRoot } from './project.ts';
import { runTool } from './tools.ts';

/** Where the built web app is served from. */
export const webFolder = join(projectRoot, 'apps/web/dist');

const sources = [
  'package-lock.json',
  'apps/web/**/*',
  'modules/*/{rules,screens,contract}/**/*',
  'modules/*/{contract,errors}.ts',
  'platform/*/**/*.{ts,tsx,css}',
  'reference-data/**/*',
];

async function hashSources(): Promise<string> {
  const paths: string[] = [];
  for await (const entry of glob(sources, {
    cwd: projectRoot,
    withFileTypes: true,
    exclude: ['**/dist/**', '**/dist.*/**'],
  })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !/\.(test|spec)\.tsx?$/.test(path)) paths.push(path);
  }
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    hash.update(`${path.slice(projectRoot.length)}\n`).update(await readFile(path));
  }
  return hash.digest('hex');
}

/**
 * Builds the web app unless `dist` was built from exactly these sources. The new build replaces the old one only
 * when it is whole. Throws OperatorMessage when it cannot be built.
 */
export async function ensureWebBuilt(log: (line: string) => void): Promise<void> {
  const wanted = await hashSources();
  const stamp = join(webFolder, '.sources');
  const present = await readFile(stamp, 'utf8').catch(() => '');
  if (present === wanted) return;
  log('Đang dựng trang web (vite build)…');
  const draft = `${webFolder}.${process.pid}`;
  const { code, output } = await runTool(
    'vite',
    [
      'build',
      'apps/web',
      '--outDir',
      draft,
      '--emptyOutDir',
      '--logLevel',
      'warn',
      // Whoever asks for it, tests too, gets what people get: React is larger and slower under another NODE_ENV.
    ],
    { environment: { NODE_ENV: 'production' } },
  );
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new OperatorMessage(`Không dựng được trang web:\n${output.trimEnd()}`);
  }
  await writeFile(join(draft, '.sources'), wanted);
  const old = `${draft}.old`;
  if (existsSync(webFolder)) await rename(webFolder, old);
  await rename(draft, webFolder).catch(() => rm(draft, { recursive: true, force: true })); // another build was first
  await rm(old, { recursive: true, force: true });
}
