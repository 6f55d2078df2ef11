import { z } from 'zod';
import { faultWords } from './fault-words.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Shape = z.ZodType | undefined;

/** One thing the API can do: the schemas that validate it are the schemas that describe it. */
export interface Operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Answer extends Shape = Shape,
> {
  /** `module.verbNoun`: operationId, permission and audit action in one name. */
  readonly id: string;
  readonly method: Method;
  /** Path with `{name}` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Shape of the JSON answer; undefined: an empty answer (204) or a file when `answersFile`. */
  readonly answer: Answer;
  /** The body is one uploaded file (multipart field `file`) beside the query. */
  readonly takesFile?: boolean;
  readonly answersFile?: boolean;
  /** Largest JSON body in bytes when not the default of 1 MiB. */
  readonly bodyLimit?: number;
  /** A GET that must write: the way back from an outside identity provider. Not a command: no command id. */
  readonly writes?: boolean;
  /** The answer is a redirect. */
  readonly redirects?: boolean;
  /** A secret goes in or out (password, code): neither is remembered with the command id; a repeat is told so. */
  readonly secret?: boolean;
  /** How many requests may be in work at once (costly ones: password hashing); the others wait their turn. */
  readonly atMost?: number;
  /** The body comes as a form (application/x-www-form-urlencoded), as OAuth 2 wants it; no JSON then. */
  readonly takesForm?: boolean;
  /** OAuth 2 scopes, one of which the token of a client must carry. */
  readonly scopes?: readonly string[];
  /** How it says no where a standard prescribes the body; absent: a problem document. */
  readonly refusal?: RefusalBody;
}

/** A body of a refusal prescribed by a standard. `of` takes what the problem document would have said. */
export interface RefusalBody {
  readonly shape: z.ZodType;
  of(said: {
    readonly status: number;
    readonly code: string;
    readonly title: string;
    readonly detail: string;
  }): unknown;
}

export interface OperationInput<
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  Answer extends Shape,
> {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer?: Answer;
  readonly takesFile?: boolean;
  readonly answersFile?: boolean;
  readonly bodyLimit?: number;
  readonly writes?: boolean;
  readonly redirects?: boolean;
  readonly secret?: boolean;
  readonly atMost?: number;
  readonly takesForm?: boolean;
  readonly scopes?: readonly string[];
  readonly refusal?: RefusalBody;
}

/** Declares an operation of the API. `id` is `module.verbNoun` and must be unique. */
export function defineOperation<
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
  Answer extends Shape = undefined,
>(id: string, input: OperationInput<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return {
    id,
    method: input.method,
    path: input.path,
    summary: input.summary,
    params: input.params as Params,
    query: input.query as Query,
    body: input.body as Body,
    answer: input.answer as Answer,
    ...(input.takesFile ? { takesFile: true } : {}),
    ...(input.answersFile ? { answersFile: true } : {}),
    ...(input.bodyLimit ? { bodyLimit: input.bodyLimit } : {}),
    ...(input.writes ? { writes: true } : {}),
    ...(input.redirects ? { redirects: true } : {}),
    ...(input.secret ? { secret: true } : {}),
    ...(input.atMost ? { atMost: input.atMost } : {}),
    ...(input.takesForm ? { takesForm: true } : {}),
    ...(input.scopes ? { scopes: input.scopes } : {}),
    ...(input.refusal ? { refusal: input.refusal } : {}),
  };
}

/** What a schema gives after parsing; undefined where the operation has none. */
export type Parsed<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

/** Whether the operation changes something: it then needs a command id and a write transaction. */
export function isCommand(operation: Pick<Operation, 'method'>): boolean {
  return operation.method !== 'GET';
}

z.config({ localeError: faultWords });
