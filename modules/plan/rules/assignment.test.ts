import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayDo, roles } from '#rules/identity-access';
import {
  type AssignmentState,
  carriedRoles,
  daysLeft,
  isOpen,
  possibleSteps,
  type Standing,
  shownState,
  standingTo,
  stateNames,
  steps,
} from './assignment.ts';

const states: readonly AssignmentState[] = [
  'notStarted',
  'inProgress',
  'submitted',
  'returned',
  'accepted',
  'notApplicable',
];
const standings = ['head', 'helper', 'above', 'none'] as const;
const kinds = ['department', 'division', 'commune', 'cluster', 'school', 'subjectTeam'] as const;

const anyState = fc.constantFrom(...states);
const anyStanding = fc.constantFrom(...standings);
const anyPerson: fc.Arbitrary<Standing> = fc.record({
  accountId: fc.constantFrom('an', 'binh'),
  role: fc.constantFrom(...roles),
  unitId: fc.constantFrom('u1', 'u2'),
  unitKind: fc.constantFrom(...kinds),
});
const anyAddressee = fc.record({
  unitId: fc.constantFrom('u1', 'u2'),
  unitKind: fc.constantFrom(...kinds),
  role: fc.constantFrom(...roles),
  accountId: fc.constantFrom(null, 'an', 'binh'),
});
const day = fc
  .integer({ min: Date.parse('2025-08-01') / 86_400_000, max: Date.parse('2026-07-31') / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('the steps of an assignment', () => {
  test('every step is possible exactly from its states and for those it names', () => {
    fc.assert(
      fc.property(anyState, anyStanding, (state, standing) => {
        const possible = possibleSteps(state, standing);
        for (const [operation, step] of Object.entries(steps)) {
          const fits = step.from.includes(state) && standing !== 'none' && step.by.includes(standing);
          expect(possible.includes(operation)).toBe(fits);
        }
      }),
    );
  });

  test('whoever stands above decides and never carries out', () => {
    const carrying = Object.entries(steps)
      .filter(([, step]) => step.by.some((who) => who === 'head' || who === 'helper'))
      .map(([operation]) => operation)
      .filter((operation) => operation !== 'plan.addComment');
    for (const state of states) {
      const above = possibleSteps(state, 'above');
      expect(above.filter((operation) => carrying.includes(operation))).toEqual([]);
    }
  });

  test('nobody judges the own work, and a helper never has the last word', () => {
    for (const state of states) {
      for (const own of ['head', 'helper'] as const) {
        const may = possibleSteps(state, own);
        expect(may).not.toContain('plan.acceptAssignments');
        expect(may).not.toContain('plan.returnAssignment');
        expect(may).not.toContain('plan.decideExtension');
      }
      expect(possibleSteps(state, 'helper')).not.toContain('plan.submitAssignment');
    }
  });

  test('an onlooker may nothing, and an unknown state leads nowhere', () => {
    for (const state of states) expect(possibleSteps(state, 'none')).toEqual([]);
    expect(possibleSteps('lost' as AssignmentState, 'head')).toEqual([]);
  });

  test('accepted work is only returned or talked about', () => {
    expect(possibleSteps('accepted', 'head')).toEqual(['plan.addComment']);
    expect(possibleSteps('accepted', 'above')).toEqual(['plan.returnAssignment', 'plan.addComment']);
  });

  test('each step is an operation that somebody may do', () => {
    for (const operation of Object.keys(steps)) {
      expect(roles.some((role) => mayDo(operation, role))).toBe(true);
    }
  });
});

describe('standing', () => {
  test('whoever stands above is a head of a unit that is strictly higher, or in the unit of a person', () => {
    fc.assert(
      fc.property(anyPerson, anyAddressee, (person, to) => {
        if (standingTo(person, to) !== 'above') return;
        expect(person.accountId).not.toBe(to.accountId);
        expect(['teacher', 'homeroomTeacher', 'clerk', 'pupil', 'guardian']).not.toContain(person.role);
        const rank = { department: 0, division: 1, commune: 2, cluster: 2, school: 3, subjectTeam: 4 };
        const own = rank[person.unitKind as keyof typeof rank];
        const other = rank[to.unitKind as keyof typeof rank];
        expect(own < other || (to.accountId !== null && own === other)).toBe(true);
      }),
    );
  });

  test('what is given by name is carried by that person alone', () => {
    fc.assert(
      fc.property(anyPerson, anyAddressee, (person, to) => {
        fc.pre(to.accountId !== null);
        const own = standingTo(person, to);
        expect(own === 'head').toBe(person.accountId === to.accountId);
        expect(own).not.toBe('helper');
      }),
    );
  });

  test('what is addressed to a unit is carried only from inside it, by those who carry the role', () => {
    fc.assert(
      fc.property(anyPerson, anyAddressee, (person, to) => {
        fc.pre(to.accountId === null);
        const own = standingTo(person, to);
        if (own === 'head' || own === 'helper') {
          expect(person.unitId).toBe(to.unitId);
          expect(carriedRoles(person.role)).toContain(to.role);
        }
      }),
    );
  });

  const schoolDuty = { unitId: 's', unitKind: 'school', role: 'principal', accountId: null };
  test.each([
    ['principal', 's', 'school', 'head'],
    ['vicePrincipal', 's', 'school', 'head'],
    ['clerk', 's', 'school', 'helper'],
    ['teacher', 't', 'subjectTeam', 'none'],
    ['teamLead', 't', 'subjectTeam', 'none'],
    ['principal', 'other', 'school', 'none'],
    ['communeOfficer', 'c', 'commune', 'above'],
    ['specialist', 'd', 'division', 'above'],
    ['departmentLeader', 'so', 'department', 'above'],
    ['systemAdmin', 'so', 'department', 'none'],
  ])('of a %s in unit %s to a school’s duty is right', (role, unitId, unitKind, standing) => {
    expect(standingTo({ accountId: 'x', role, unitId, unitKind }, schoolDuty)).toBe(standing);
  });
});

describe('what is shown', () => {
  test('overdue is exactly open work after its last day', () => {
    fc.assert(
      fc.property(anyState, day, day, (state, dueOn, today) => {
        const overdue = isOpen(state) && daysLeft(dueOn, today) < 0;
        expect(shownState(state, dueOn, today)).toBe(overdue ? 'overdue' : state);
      }),
    );
  });

  test('days left count whole days, over the change of the year too', () => {
    expect(daysLeft('2026-01-01', '2025-12-31')).toBe(1);
    expect(daysLeft('2025-08-05', '2025-08-05')).toBe(0);
    expect(daysLeft('2025-08-01', '2025-08-05')).toBe(-4);
  });

  test('every state has its Vietnamese name', () => {
    expect(Object.keys(stateNames).sort()).toEqual([...states, 'overdue'].sort());
  });
});
