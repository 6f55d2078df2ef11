import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** A part of the page of figures while it is being made: everything said is printed at once and kept. */
export interface Report {
  section(title: string, about: string): void;
  /** One figure; with an aim, whether it is met. */
  figure(what: string, value: string, aim?: { words: string; met: boolean }): void;
  /** Puts the part into bench/RESULTS.md in place of what stood there under its title; other parts stay. */
  save(): Promise<void>;
}

const page = join(import.meta.dirname, 'RESULTS.md');

/** Begins a part: when, with which command, on what machine. `postgres` is the server's version. */
export function openReport(facts: { title: string; command: string; postgres: string; began: Date }): Report {
  const heading = `# ${facts.title}`;
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    console.log(line);
  };
  const [processor] = cpus();
  say(heading);
  say('');
  say(`- Command: \`${facts.command}\``);
  say(`- Date: ${facts.began.toISOString().slice(0, 10)}`);
  say(
    `- Machine: ${cpus().length} cores (${processor?.model.trim() || process.arch}), ${Math.round(totalmem() / 2 ** 30)} GiB memory; ` +
      'database, server and load generator share it',
  );
  // Whoever reads the figures must know whether the machine was busy with other work.
  say(`- Load average of the machine in the minute before: ${loadavg()[0]?.toFixed(1)}`);
  say(
    `- Node ${process.versions.node}, PostgreSQL ${facts.postgres} (embedded, fsync on, shared_buffers 256 MB)`,
  );
  say(
    '- Every figure is a median or percentile of warm runs; the calendar of the run stands at 15 October 2025.',
  );
  return {
    section(title, about) {
      for (const line of ['', `## ${title}`, '', about, '', '| What | Figure | Aim |', '|---|---|---|'])
        say(line);
    },
    figure(what, value, aim) {
      say(`| ${what} | ${value} | ${aim ? `${aim.words}: ${aim.met ? 'met' : '**missed**'}` : ''} |`);
    },
    async save() {
      const known = await readFile(page, 'utf8').catch(() => '');
      const parts = known.split(/^(?=# )/m).map((part) => part.trim());
      const own = parts.findIndex((part) => part.startsWith(`${heading}\n`));
      parts.splice(own < 0 ? parts.length : own, own < 0 ? 0 : 1, lines.join('\n'));
      await writeFile(page, `${parts.filter(Boolean).join('\n\n')}\n`);
    },
  };
}
