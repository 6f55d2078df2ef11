import { type DutyKind, dutyRules } from '#rules/staffing';
import type { ClassRow, DutyRow, StaffRow } from './people-tables.ts';
import { owned, type SchoolContext } from './school-context.ts';

/** A team has a deputy from so many members. */
const teamWithDeputy = 7;

/**
 * Duties beside teaching: leads and deputies of the teams, the union, the youth union in upper schools, rooms for practice,
 * and what no employee does. Nobody holds two besides homeroom, and the first teacher of the first team holds none.
 */
export function dutyRows(
  context: SchoolContext,
  staff: readonly StaffRow[],
  classes: readonly ClassRow[],
): DutyRow[] {
  const { draws, units, plan, schoolYear } = context;
  const teachers = staff.filter(({ post }) => post === 'teacher');
  const homerooms = new Set(classes.map((each) => each.homeroom_staff_id));
  const rows: DutyRow[] = [];
  const give = (kind: DutyKind, holder: StaffRow | undefined) => {
    if (!holder) return;
    rows.push({
      id: draws.id(`duty/${holder.id}/${kind}`),
      ...owned(context),
      school_year_id: schoolYear.id,
      staff_id: holder.id,
      kind,
      periods_per_week: dutyRules[kind].reduction,
    });
  };

  const plain = plan.teachers.findIndex(({ team, place }) => team === 1 && place === 1);
  for (const [at, { team, place }] of plan.teachers.entries()) {
    const size = plan.teachers.filter((teacher) => teacher.team === team).length;
    if (place === 0) give('teamLead', teachers[at]);
    if (place === 2 && size >= teamWithDeputy) give('deputyTeamLead', teachers[at]);
  }
  /** Whoever has neither class nor duty goes first. */
  const free = () => {
    const busy = new Set(rows.map((row) => row.staff_id));
    const left = teachers.filter((row, at) => at !== plain && !busy.has(row.id) && !row.on_probation);
    return left.find((row) => !homerooms.has(row.id)) ?? left.at(-1);
  };
  const posts = new Set(staff.map(({ post }) => post));
  give('unionChair', free());
  if (units.unit.teaches_upper) give('youthUnionSecretary', free());
  if (plan.classes.length >= 10) give('subjectRoom', free());
  if (!posts.has('librarian')) give('library', free());
  if (!posts.has('equipmentOfficer')) give('equipment', free());
  if (!posts.has('counsellor')) give('counselling', free());
  return rows;
}
