/** One fault found in what a person gave: where it is and what to do about it (Vietnamese). */
export interface Problem {
  /** Path inside the input, for example `fields.0.label`; '' for the whole. */
  readonly path: string;
  readonly message: string;
}

export interface RefusalShape {
  /** HTTP status that fits the refusal. */
  readonly status: number;
  /** What happened, in Vietnamese, short. */
  readonly title: string;
  /** What to do next, in Vietnamese. */
  readonly detail: string;
  readonly problems?: readonly Problem[];
  /** Further facts for the screen, for example the text another person saved meanwhile. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A named "no" to a person. Anything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  /** Stable code, `module.reason`. */
  readonly code: string;
  readonly shape: RefusalShape;

  constructor(code: string, shape: RefusalShape) {
    super(`${code}: ${shape.title}`);
    this.name = 'Refusal';
    this.code = code;
    this.shape = shape;
  }
}

type Reasons = Record<string, (...facts: never[]) => RefusalShape>;

/** Turns a module's table of reasons into functions that make refusals with code `module.reason`. */
export function defineRefusals<Table extends Reasons>(
  module: string,
  reasons: Table,
): { [Name in keyof Table]: (...facts: Parameters<Table[Name]>) => Refusal } {
  const made: Record<string, (...facts: never[]) => Refusal> = {};
  for (const [name, reason] of Object.entries(reasons)) {
    made[name] = (...facts) => new Refusal(`${module}.${name}`, reason(...facts));
  }
  return made as { [Name in keyof Table]: (...facts: Parameters<Table[Name]>) => Refusal };
}
