/** What the server (or the lack of one) answered instead of the result: an RFC 9457 problem document. */
export interface ProblemDocument {
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  /** Stable name of the refusal, `module.reason`; `web.*` when the browser made it. */
  readonly code: string;
  /** `urn:uuid:…` of the request, for the administrator. */
  readonly instance?: string | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/** One fault in what a person gave: `path` is the field's name, '' for the whole form. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Thrown by the API client for every answer that is not a success. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(`${document.code}: ${document.title}`);
    this.name = 'ApiProblem';
    this.document = document;
  }
}

/** The problem document of whatever was thrown; a fault of the page itself gets code `web.fault`, no network `web.offline`. */
export function problemOf(error: unknown): ProblemDocument {
  if (error instanceof ApiProblem) return error.document;
  // fetch rejects with a TypeError, and only with that, when there is no answer at all.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return { title: '', detail: '', status: 0, code: 'web.offline' };
  }
  return { title: '', detail: '', status: 0, code: 'web.fault' };
}
