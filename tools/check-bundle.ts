/**
 * Measures what a first visit loads: `node tools/check-bundle.ts [built folder] [--list]` after the web app is built. Exit status 1 above the budget.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
export type Manifest = Readonly<Record<string, ManifestChunk>>;

const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const dist = folder ? pathToFileURL(`${folder}/`) : new URL('../apps/web/dist/', import.meta.url);
/** Compressed JavaScript of sign-in and inbox together. */
export const budget = 250_000;
const entry = /(^|\/)index\.html$/;
const firstPages = [
  /sign-in-page\.tsx$/,
  /frame\/frame\.tsx$/,
  /my-work-page\.tsx$/,
  /locales\/vi\/(ui|shell|identity|work)\.json$/,
];

/** Files that the entry and the given modules load, with everything they import at once. */
export function filesOf(
  manifest: Manifest,
  wanted: readonly RegExp[],
): { script: string[]; style: string[] } {
  const seen = new Set<string>();
  const script = new Set<string>();
  const style = new Set<string>();
  function take(key: string): void {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    script.add(chunk.file);
    for (const file of chunk.css ?? []) style.add(file);
    for (const next of chunk.imports ?? []) take(next);
  }
  for (const key of Object.keys(manifest)) if (wanted.some((pattern) => pattern.test(key))) take(key);
  return { script: [...script], style: [...style] };
}

function weigh(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifestFile = new URL('.vite/manifest.json', dist);
  if (!existsSync(manifestFile)) {
    console.error('apps/web/dist is missing: run `npx vite build apps/web` first.');
    process.exit(1);
  }
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const first = filesOf(manifest, [entry, ...firstPages]);
  const script = weigh(first.script);
  const style = weigh(first.style);
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  console.log(
    `sign-in + inbox: ${kilobytes(script)} kB JavaScript (at most ${budget / 1000}), ${kilobytes(style)} kB styles, gzip`,
  );
  if (process.argv.includes('--list')) {
    for (const file of first.script) console.log(`  ${kilobytes(weigh([file])).padStart(7)} kB ${file}`);
  }
  if (script > budget) {
    console.error(`${kilobytes(script - budget)} kB too much: load something later, or leave it out.`);
    process.exitCode = 1;
  }
}
