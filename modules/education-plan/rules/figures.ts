import type { Programme } from '#reference/curriculum-2018';
import { type StaffNeed, staffNeeds } from './checks/capacity.ts';
import type { PlanFacts } from './facts.ts';
import { gradesOf } from './periods.ts';

/** Context of the plan in numbers, counted from the rows of the school. */
export interface Figures {
  readonly classes: readonly {
    readonly grade: number;
    readonly classes: number;
    readonly twoSessions: number;
    readonly pupils: number;
    readonly female: number;
    readonly ethnic: number;
  }[];
  readonly managers: number;
  readonly teachers: number;
  readonly employees: number;
  readonly femaleStaff: number;
  readonly belowStandard: number;
  readonly classrooms: number;
  readonly subjectRooms: number;
  readonly staff: readonly StaffNeed[];
}

/** Adds up what the plan says about classes, pupils, staff and rooms. */
export function figuresOf(facts: PlanFacts, programme: Programme): Figures {
  const { managers, teachers, employees, femaleStaff, belowStandard, classrooms, subjectRooms } = facts;
  return {
    classes: gradesOf(facts.classes).map((grade) => {
      const own = facts.classes.filter((one) => one.grade === grade);
      const sum = (of: (one: (typeof own)[number]) => number) =>
        own.reduce((total, one) => total + of(one), 0);
      return {
        grade,
        classes: own.length,
        twoSessions: own.filter((one) => one.twoSessions).length,
        pupils: sum((one) => one.pupils),
        female: sum((one) => one.female),
        ethnic: sum((one) => one.ethnic),
      };
    }),
    managers,
    teachers,
    employees,
    femaleStaff,
    belowStandard,
    classrooms,
    subjectRooms,
    staff: staffNeeds(facts, programme),
  };
}
