/** Why PostgreSQL said no. */
export type RefusalKind =
  | 'unique'
  | 'foreignKey'
  | 'check'
  | 'notNull'
  | 'exclusion'
  | 'rowSecurity'
  | 'permission'
  | 'tooLong'
  | 'notText'
  | 'unavailable';

/** A refusal of the database in the words of the code: which rule, of which table. */
export interface DatabaseRefusal {
  readonly kind: RefusalKind;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
}

const kindOfCode: Record<string, RefusalKind> = {
  '23505': 'unique',
  '23503': 'foreignKey',
  '23001': 'foreignKey',
  '23514': 'check',
  '23502': 'notNull',
  '23P01': 'exclusion',
  '42501': 'permission',
  '22001': 'tooLong',
  // A zero character: JSON and addresses can hold it, text in PostgreSQL cannot.
  '22021': 'notText',
  '22P05': 'notText',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '08000': 'unavailable',
  '08001': 'unavailable',
  '08003': 'unavailable',
  '08006': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  EPIPE: 'unavailable',
  ETIMEDOUT: 'unavailable',
};

const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/;

interface ServerError {
  code?: unknown;
  message?: unknown;
  constraint?: string;
  table?: string;
  column?: string;
}

/**
 * Reads an error thrown by a query. Gives the refusal, or `undefined` when the error is not a
 * refusal but a fault (wrong SQL, broken code), which the caller must rethrow.
 */
export function databaseRefusal(error: unknown): DatabaseRefusal | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message, constraint, table, column } = error as ServerError;
  const text = typeof message === 'string' ? message : '';
  let kind = typeof code === 'string' ? kindOfCode[code] : undefined;
  // PostgreSQL has no code of its own for a row refused by a policy: it is 42501 with this wording.
  if (kind === 'permission' && text.includes('row-level security')) kind = 'rowSecurity';
  if (!kind && lostConnection.test(text)) kind = 'unavailable';
  if (!kind) return undefined;
  return {
    kind,
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    ...(column ? { column } : {}),
  };
}

/** Whether running the same transaction again may succeed: serialization failure or deadlock. */
export function mayRetry(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null ? (error as ServerError).code : undefined;
  return code === '40001' || code === '40P01';
}
