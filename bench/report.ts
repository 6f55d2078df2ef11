import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** The page of figures while it is being made: everything said is printed at once and kept. */
export interface Report {
  section(title: string, about: string): void;
  /** One figure; with an aim, whether it is met. */
  figure(what: string, value: string, aim?: { words: string; met: boolean }): void;
  save(): Promise<void>;
}

/** Begins the page: when, with which command, on what machine. `postgres` is the server's version. */
export function openReport(facts: { command: string; postgres: string; began: Date }): Report {
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    console.log(line);
  };
  const [processor] = cpus();
  say('# Measured');
  say('');
  say(`- Command: \`${facts.command}\``);
  say(`- Date: ${facts.began.toISOString().slice(0, 10)}`);
  say(
    `- Machine: ${cpus().length} cores (${processor?.model.trim() || process.arch}), ${Math.round(totalmem() / 2 ** 30)} GiB memory; ` +
      'database, server and load generator share it',
  );
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
    save: () => writeFile(join(import.meta.dirname, 'RESULTS.md'), `${lines.join('\n')}\n`),
  };
}
