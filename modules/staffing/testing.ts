import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '#tests/harness/database.ts';
import type { Person, Said } from '#tests/harness/served.ts';

/** The answer of `GET /api/staffing/assignments`, as tests read it. */
export interface Shown {
  readonly school: { id: string; name: string };
  readonly plan: { state: string; version: number; publishedAt: string | null } | null;
  readonly mayEdit: boolean;
  readonly me: string | null;
  readonly classes: {
    id: string;
    name: string;
    grade: number;
    homeroomStaffId: string | null;
    needs: { subjectCode: string; weekly: { 1: number; 2: number } }[];
  }[];
  readonly teachers: {
    id: string;
    name: string;
    post: string;
    norm: number;
    postedFrom: string | null;
    reductions: { label: string; periods: number }[];
    duties: { id: string; kind: string; version: number }[];
    homerooms: string[];
    qualifications: { subjectCode: string; strand: string; lower: boolean; upper: boolean }[];
  }[];
  readonly assignments: Row[];
}

export interface Row {
  readonly classId: string;
  readonly subjectCode: string;
  readonly strand: string;
  readonly staffId: string;
  readonly periods: { 1: number; 2: number };
  readonly exceptionReason: string | null;
}

const address = '/api/staffing/assignments';

/** The assignment as a person sees it. */
export async function shown(person: Person, query = ''): Promise<Shown> {
  return (await person.get(`${address}${query}`)).body as Shown;
}

/** Sends PUT as the screens do. */
export function put(person: Person, url: string, body: object): Promise<Said> {
  return person.raw({
    method: 'PUT' as 'POST',
    url,
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

/** Saves cells; each with what was seen in it and what it shall hold. */
export function save(
  person: Person,
  cells: readonly {
    classId: string;
    subjectCode: string;
    seen: readonly Partial<Row>[];
    rows: readonly Partial<Row>[];
  }[],
): Promise<Said> {
  const bare = ({ strand = '', staffId, periods, exceptionReason = null }: Partial<Row>) => ({
    strand,
    staffId,
    periods,
    exceptionReason,
  });
  return put(person, address, {
    cells: cells.map((cell) => ({ ...cell, seen: cell.seen.map(bare), rows: cell.rows.map(bare) })),
  });
}

/** Rows as cells that were empty before. */
export function asCells(rows: readonly Row[]) {
  return [...Map.groupBy(rows, (row) => `${row.classId} ${row.subjectCode}`).values()].map((group) => ({
    classId: group[0]!.classId,
    subjectCode: group[0]!.subjectCode,
    seen: [],
    rows: group,
  }));
}

/** Shares a teacher with a second school in the current year. */
export async function addPosting(
  { owner }: TestDatabase,
  staffId: string,
  hostId: string,
  periods: number,
): Promise<void> {
  await owner.query(
    `INSERT INTO people.staff_posting (id, staff_id, unit_id, department_id, school_year_id, periods_per_week, decision, starts_on, ends_on)
     SELECT $1, $2, $3, u.department_id, y.id, $4, 'Quyết định thử', y.starts_on, y.ends_on
     FROM organisation.unit u JOIN organisation.school_year y ON y.department_id = u.department_id AND y.is_current WHERE u.id = $3`,
    [uuidv7(), staffId, hostId, periods],
  );
}
