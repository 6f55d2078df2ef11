import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What a bound device can open without a network: pages whose module registers offline data or commands, with their words. */
const offlinePages = new RegExp(
  [
    '/offline/manager\\.ts$',
    '/sync/screens/waiting-page\\.tsx$',
    '/screens/offline\\.ts$',
    '/plan/screens/work/(my-work|assignment)-page\\.tsx$',
    '/gradebook/screens/(sheets-page|sheet/sheet-page|class/classes-page|class/attendance-page)\\.tsx$',
    '/lessons/screens/device-pages\\.ts$',
    '/locales/vi/(sync|work|gradebook|identity|lesson-log)\\.json$',
  ].join('|'),
);

/**
 * Writes into the service worker which files make the shell: the page, the entry with what it always needs, the styles, the
 * Vietnamese words and the fonts. Everything else is kept when it is first used.
 */
function shellList(): Plugin {
  return {
    name: 'hoaban-shell-list',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const shell = new Set(['/', '/favicon.svg', '/first-paint.js', '/manifest.webmanifest']);
      const offline = new Set<string>();
      const add = (fileName: string, to = shell) => {
        const chunk = bundle[fileName];
        if (shell.has(`/${fileName}`) || to.has(`/${fileName}`)) return;
        to.add(`/${fileName}`);
        if (chunk?.type !== 'chunk') return;
        for (const next of chunk.imports) add(next, to);
        for (const style of chunk.viteMetadata?.importedCss ?? [])
          if (!shell.has(`/${style}`)) to.add(`/${style}`);
      };
      for (const chunk of chunks) {
        const isEntry = chunk.isEntry && chunk.name !== 'service-worker';
        const isFirst = /\/(locales\/vi\/(ui|shell|identity)\.json|screens\/sign-in-page\.tsx)$/.test(
          chunk.facadeModuleId ?? '',
        );
        if (isEntry || isFirst) add(chunk.fileName);
      }
      for (const file of Object.values(bundle)) {
        if (/(latin|vietnamese)-\d+-normal.*\.woff2$/.test(file.fileName)) shell.add(`/${file.fileName}`);
      }
      // After the shell is known: what only a device that works without a network keeps besides.
      for (const chunk of chunks) {
        if (offlinePages.test(chunk.facadeModuleId ?? '')) add(chunk.fileName, offline);
      }
      const worker = chunks.find((chunk) => chunk.name === 'service-worker');
      if (!worker) this.error('The service worker is not among the entries.');
      worker.code = worker.code.replace(/['"`]__SHELL_FILES__['"`]/, JSON.stringify([...shell].sort()));
      worker.code = worker.code.replace(/['"`]__OFFLINE_FILES__['"`]/, JSON.stringify([...offline].sort()));
    },
  };
}

/** Compresses once at build time what the server would otherwise compress for every visitor. */
function compressed(): Plugin {
  return {
    name: 'hoaban-compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return;
      for (const name of await readdir(dir, { recursive: true })) {
        if (!/\.(js|css|html|svg|webmanifest|json)$/.test(name) || name.startsWith('.vite')) continue;
        const bytes = await readFile(join(dir, name));
        const brotli = brotliCompressSync(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
        });
        await writeFile(join(dir, `${name}.br`), brotli);
        await writeFile(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [react(), shellList(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: {
        main: `${here}index.html`,
        'service-worker': `${here}src/service-worker.ts`,
      },
      output: {
        entryFileNames: (chunk) =>
          chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        // The first script names every file a page may need: no more of a name than tells it apart. What is what: .vite/manifest.json.
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css'))
            ? 'assets/[hash:7][extname]'
            : 'assets/[name]-[hash][extname]',
      },
      // Doors (index.ts) only pass on: a page must not load what another page takes from the same door.
      treeshake: { moduleSideEffects: [{ test: /\/(platform|modules)\/.*\.tsx?$/, sideEffects: false }] },
    },
  },
  server: {
    port: Number(process.env.HOABAN_WEB_PORT ?? 5173),
    strictPort: true,
    proxy: {
      '/api': process.env.HOABAN_API ?? 'http://127.0.0.1:8080',
      '/health': process.env.HOABAN_API ?? 'http://127.0.0.1:8080',
    },
  },
});
