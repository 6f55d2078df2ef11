import { useCallback, useEffect, useRef, useState } from 'react';
import { type FieldProblem, problemOf } from '../state/problem.ts';

/** Drafts are for typed words only; passwords and codes never go to storage. */
type Draftable = Record<string, unknown>;

export interface DraftForm<Values extends Draftable> {
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
  /** True when a draft of an earlier visit was taken up. */
  readonly restored: boolean;
  change<Name extends keyof Values & string>(name: Name, value: Values[Name]): void;
  /** Everything a Mantine text input needs: id, name, value, onChange, error. */
  text<Name extends keyof Values & string>(
    name: Name,
  ): {
    id: string;
    name: Name;
    value: string;
    onChange: (event: { currentTarget: { value: string } }) => void;
    error: string | undefined;
  };
  /** Everything a `DateField` needs; the form holds the day as 'YYYY-MM-DD', none as ''. */
  date<Name extends keyof Values & string>(
    name: Name,
  ): {
    id: string;
    name: Name;
    value: string | null;
    onChange: (day: string | null) => void;
    error: string | undefined;
  };
  /** The fault of one field, also of `place.name` (body.name, query.name) as the server writes paths. */
  problem(name: string): string | undefined;
  /** Shows faults found in the browser, or those of a refused command. */
  refuse(problems: readonly FieldProblem[] | unknown): void;
  /** Forgets the draft; values stay as they are unless given. */
  clear(values?: Values): void;
  /** These words have arrived: their fields are free for the next; what was typed into them meanwhile stays. */
  taken(sent: { readonly [Name in keyof Values]?: string }): void;
  /** What was sent is saved, and reads `now`; fields changed meanwhile keep what is in them, for the next time. */
  saved(sent: Values, now: Values): void;
}

function keyOf(key: string): string {
  return `hoaban.draft.${key}`;
}

function readDraft<Values>(key: string | undefined): Partial<Values> | undefined {
  if (!key) return undefined;
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(key)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * State of a form whose draft survives reload and "back" in this tab.
 * `key` names the draft (include the id of the thing); undefined: nothing is stored (secrets).
 */
export function useDraftForm<Values extends Draftable>(
  key: string | undefined,
  initial: Values,
): DraftForm<Values> {
  const [restored] = useState(() => readDraft<Values>(key) !== undefined);
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...readDraft<Values>(key) }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const touched = useRef(false);
  const latest = useRef(values);
  latest.current = values;

  useEffect(() => {
    if (!key || !touched.current) return;
    try {
      sessionStorage.setItem(keyOf(key), JSON.stringify(values));
    } catch {
      // A full or refused storage costs the draft, not the work.
    }
  }, [key, values]);

  const change = useCallback(<Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
    touched.current = true;
    setValues((before) => ({ ...before, [name]: value }));
    setProblems((before) => before.filter((problem) => bare(problem.path) !== name));
  }, []);

  const problem = (name: string) => problems.find((found) => bare(found.path) === name)?.message;

  return {
    values,
    problems,
    restored,
    change,
    problem,
    text: (name) => ({
      id: `field-${name}`,
      name,
      value: String(values[name] ?? ''),
      onChange: (event) => change(name, event.currentTarget.value as Values[typeof name]),
      error: problem(name),
    }),
    date: (name) => ({
      id: `field-${name}`,
      name,
      value: String(values[name] ?? '') || null,
      onChange: (day) => change(name, (day ?? '') as Values[typeof name]),
      error: problem(name),
    }),
    refuse: (found) => {
      const list = Array.isArray(found) ? (found as FieldProblem[]) : (problemOf(found).problems ?? []);
      setProblems(list);
      const first = list.map((one) => document.getElementById(`field-${bare(one.path)}`)).find(Boolean);
      first?.focus();
    },
    clear: (next) => {
      touched.current = false;
      if (key) sessionStorage.removeItem(keyOf(key));
      if (next) setValues(next);
      setProblems([]);
    },
    taken: (sent) => {
      const left = Object.entries(sent).map(([name, words]) => [
        name,
        leftOf(String(latest.current[name] ?? ''), words ?? ''),
      ]);
      touched.current = left.some(([, words]) => words);
      if (key && !touched.current) sessionStorage.removeItem(keyOf(key));
      setValues((now) => ({ ...now, ...Object.fromEntries(left) }));
      setProblems([]);
    },
    saved: (sent, now) => {
      const next = afterSave(latest.current, sent, now);
      touched.current = !alike(next, now);
      if (key && !touched.current) sessionStorage.removeItem(keyOf(key));
      setValues(next);
      setProblems([]);
    },
  };
}

/**
 * A draft form of something that stays on the page once it is saved. It shows `kept` as the server has it, as long as nothing is typed;
 * `kept` names the version among its values, so that what is typed belongs to the version it was typed upon.
 */
export function useKeptForm<Values extends Draftable>(key: string, kept: Values): DraftForm<Values> {
  const form = useDraftForm(key, kept);
  const [base, setBase] = useState(kept);
  const { values } = form;
  const clear = (next?: Values) => {
    if (next) setBase(next);
    form.clear(next);
  };
  // A key that names the version is another one once it is saved.
  const storedAs = useRef(key);
  useEffect(() => {
    if (storedAs.current !== key) sessionStorage.removeItem(keyOf(storedAs.current));
    storedAs.current = key;
  }, [key]);
  const saved = (sent: Values, now: Values) => {
    setBase(now);
    form.saved(sent, now);
  };
  const follows = !alike(base, kept) && alike(values, base);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `clear` is another one each time; what counts is that something newer is here.
  useEffect(() => {
    if (follows) clear(kept);
  }, [follows]);
  return { ...form, clear, saved };
}

const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields of a form when what was sent of it has been saved: the server's, but for those changed since. */
export function afterSave<Values extends Draftable>(typed: Values, sent: Values, now: Values): Values {
  const changed = Object.entries(typed).filter(([name, value]) => !alike(value, sent[name]));
  return { ...now, ...Object.fromEntries(changed) };
}

/** What a field that has been typed into since its words were sent holds besides them. */
export function leftOf(typed: string, sent: string): string {
  const rest = typed.trimStart();
  if (!rest.startsWith(sent.trim())) return typed;
  return rest.slice(sent.trim().length).trimStart();
}

/** The server writes `query.q` and `fields.0.label`; a form's field is the name without the place. */
function bare(path: string): string {
  return path.replace(/^(body|query|params)\./, '');
}
