/** Segments of a quadratic cost; beyond them it rises as steeply as in the last. */
const segments = 12;

/** A sum of columns and of what is given besides, with the limits it should keep. Terms are "column" or "factor column". */
export interface Part {
  readonly terms: readonly string[];
  readonly given: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** A linear model, row by row, as text in the LP format of CPLEX. All columns are at least 0. */
export class LinearModel {
  readonly #objective: string[] = [];
  readonly #rows: string[] = [];
  readonly #bounds: string[] = [];
  /** What all that is priced costs now. */
  now = 0;

  price(column: string, cost: number) {
    if (cost > 0) this.#objective.push(`${cost} ${column}`);
  }

  /** A row without terms says nothing. */
  row(terms: readonly string[], relation: '<=' | '=' | '>=', value: number) {
    if (terms.length > 0) this.#rows.push(`${sum(terms)} ${relation} ${value}`);
  }

  /** Each part stays within its limits. */
  keep(parts: readonly Part[]) {
    for (const { terms, given, minimum, maximum } of parts) {
      if (minimum > 0) this.row(terms, '>=', minimum - given);
      this.row(terms, '<=', maximum - given);
    }
  }

  /** What the parts together are outside their limits costs `weight` a unit, or by its square. `name` names the columns. */
  wish(name: string, parts: readonly Part[], weight: number, quadratic: boolean) {
    const outside: string[] = [];
    parts.forEach(({ terms, given, minimum, maximum }, i) => {
      this.row([...terms, `-1 ${name}o${i}`], '<=', maximum - given);
      outside.push(`${name}o${i}`);
      if (minimum <= 0) return;
      this.row([...terms, `${name}u${i}`], '>=', minimum - given);
      outside.push(`${name}u${i}`);
    });
    if (!quadratic) {
      for (const column of outside) this.price(column, weight);
      return;
    }
    // Each unit more costs more than the one before, so that the cheap segments fill first.
    const steps = Array.from({ length: segments }, (_, k) => `${name}s${k}`);
    this.row([...outside, ...steps.map((step) => `-1 ${step}`)], '<=', 0);
    steps.forEach((step, k) => {
      this.price(step, weight * (2 * k + 1));
      if (k < segments - 1) this.#bounds.push(`${step} <= 1`);
    });
  }

  /** The whole model; the `binary` columns are 0 or 1. */
  text(binary: readonly string[]): string {
    return [
      'Minimize',
      ` cost: ${sum(this.#objective) || '0 nothing'}`,
      'Subject To',
      ...this.#rows.map((row, i) => ` r${i}: ${row}`),
      'Bounds',
      ...this.#bounds.map((bound) => ` ${bound}`),
      'Binary',
      ...binary.map((column) => ` ${column}`),
      'End',
      '',
    ].join('\n');
  }
}

const sum = (terms: readonly string[]) => terms.join(' + ').replaceAll('+ -', '- ');
