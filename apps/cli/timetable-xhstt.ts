import { DocumentError, xhstt } from '#engines/timetable';
import type { Clock } from '#platform/clock';
import { KeptFile, solveXhstt } from '../../engines/timetable/threads/index.ts';

/** What `timetable solve` prints: `hard` is the infeasibility value, `soft` the objective value of the archive. */
export interface SolveReport {
  readonly instance: string;
  readonly format: 'xhstt';
  readonly hard: number;
  readonly soft: number;
  readonly seconds: number;
  readonly secondsToZeroHard: number | null;
  readonly iterations: number;
  /** Constraints of names that the format does not have: named here, solved without them. */
  readonly unsupported: readonly string[];
  /** No cost lies below; nothing sharper is proved. */
  readonly lowerBound: number;
}

export interface CheckReport {
  readonly instance: string;
  readonly format: 'xhstt';
  readonly hard: number;
  readonly soft: number;
  /** Constraints that are not reckoned: the format has none of that name. */
  readonly unsupported: readonly string[];
  /** Every solution of that instance in the file; `hard` and `soft` above are those of the best. */
  readonly solutions: readonly { readonly group: string; readonly hard: number; readonly soft: number }[];
  /** What costs most in the best one, dearest first. */
  readonly violations: readonly {
    readonly constraint: string;
    readonly kind: string;
    readonly required: boolean;
    readonly point: string;
    readonly deviation: number;
    readonly cost: number;
  }[];
}

const mostViolations = 200;

function onlyInstance(archive: xhstt.Archive): xhstt.Instance {
  const [instance, ...others] = archive.instances;
  if (!instance) throw new DocumentError(`Tệp không có bài toán (Instance) nào.`);
  if (others.length > 0)
    throw new DocumentError(
      `Tệp có ${archive.instances.length} bài toán (${archive.instances.map(({ id }) => id).join(', ')}); hãy tách mỗi bài toán một tệp.`,
    );
  return instance;
}

/** Solves the instance of an archive, given as text. Throws DocumentError. Gives the report, and the archive with instance and solution to be written. */
export async function solveArchiveText(
  text: string,
  options: {
    readonly seconds: number;
    readonly seed: number;
    readonly threads: number;
    readonly signal?: AbortSignal;
    readonly clock: Clock;
    readonly onBetter?: (cost: xhstt.Cost, seconds: number) => void;
    /** A file that keeps the best: the search goes on from what is in it. */
    readonly checkpoint?: string | undefined;
  },
): Promise<{ report: SolveReport; archive: string }> {
  const instance = onlyInstance(xhstt.readArchive(text));
  const { checkpoint, ...wish } = options;
  const result = await solveXhstt(instance, {
    ...wish,
    ...(checkpoint !== undefined && { checkpoint: new KeptFile(checkpoint, text) }),
  });
  const { hard, soft, seconds } = result;
  return {
    report: {
      instance: instance.id,
      format: 'xhstt',
      hard,
      soft,
      seconds: round(seconds),
      secondsToZeroHard: result.secondsToZeroHard === undefined ? null : round(result.secondsToZeroHard),
      iterations: result.iterations,
      unsupported: instance.unsupported,
      lowerBound: 0,
    },
    archive: xhstt.writeArchive(instance, result.solution, result, {
      group: 'HoaBan',
      contributor: 'Hoa Ban',
      date: options.clock.now().toISOString().slice(0, 10),
      description: `Hoa Ban timetable engine, ${options.threads} thread(s), ${options.seconds} s`,
      remarks: `Random seed = ${options.seed}`,
      runningTime: seconds,
    }),
  };
}

/** Evaluates the solutions that another archive (or the same) holds for the instance of an archive. Throws DocumentError. */
export function checkArchiveText(text: string, solutionText: string): CheckReport {
  const instance = onlyInstance(xhstt.readArchive(text));
  const stored = xhstt.readArchive(solutionText).solutions.filter(({ instance: id }) => id === instance.id);
  if (stored.length === 0)
    throw new DocumentError(`Tệp không có lời giải nào cho bài toán "${instance.id}".`);
  const evaluated = stored.map((solution) => {
    try {
      const found = xhstt.evaluate(instance, xhstt.readSolution(solution, instance));
      return { group: solution.group, ...found };
    } catch (error) {
      if (error instanceof DocumentError)
        throw new DocumentError(`Nhóm lời giải "${solution.group}": ${error.message}`);
      throw error;
    }
  });
  const best = evaluated.reduce((a, b) => (xhstt.isBetter(b, a) ? b : a));
  const dearest = [...best.violations].sort(
    (a, b) => Number(b.constraint.required) - Number(a.constraint.required) || b.cost - a.cost,
  );
  return {
    instance: instance.id,
    format: 'xhstt',
    hard: best.hard,
    soft: best.soft,
    unsupported: instance.unsupported,
    solutions: evaluated.map(({ group, hard, soft }) => ({ group, hard, soft })),
    violations: dearest.slice(0, mostViolations).map(({ constraint, point, deviation, cost }) => ({
      constraint: constraint.id,
      kind: constraint.kind,
      required: constraint.required,
      point,
      deviation,
      cost,
    })),
  };
}

/** Quick proofs that the instance of an archive cannot be solved without infeasibility, and the rules not reckoned. Throws DocumentError. */
export function explainArchiveText(text: string): {
  readonly conflicts: readonly xhstt.XhsttConflict[];
  readonly unsupported: readonly string[];
} {
  const instance = onlyInstance(xhstt.readArchive(text));
  return { conflicts: xhstt.explainInstance(instance), unsupported: instance.unsupported };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
