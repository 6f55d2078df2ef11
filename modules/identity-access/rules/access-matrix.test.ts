import { describe, expect, test } from 'vitest';
import { accessMatrix, mayDo, operationsOf, rolesWith, whoMay } from './access-matrix.ts';
import { mayAdminister, mayGrant } from './may-grant.ts';
import { roleFits, roles } from './roles.ts';

describe('The access matrix', () => {
  test('refuses what it does not name, even names that every object has', () => {
    for (const operation of ['plan.burnEverything', 'constructor', '__proto__', 'toString', '']) {
      expect(rolesWith(operation)).toEqual([]);
      expect(mayDo(operation, 'departmentLeader')).toBe(false);
      expect(whoMay(operation)).toBe('');
    }
  });

  test('gives nobody without a role more than the own sign-in', () => {
    expect(operationsOf(null).every((operation) => typeof accessMatrix[operation] === 'string')).toBe(true);
    expect(operationsOf(null)).toContain('identity.changePassword');
    expect(operationsOf(null)).not.toContain('identity.listAccounts');
  });

  test('keeps pupils, guardians and system administrators out of the plan, but for how they are told', () => {
    for (const role of ['pupil', 'guardian', 'systemAdmin']) {
      const plan = operationsOf(role).filter((operation) => operation.startsWith('plan.'));
      expect(plan.sort()).toEqual([
        'plan.getCalendarFeed',
        'plan.getNoticeSettings',
        'plan.listNotices',
        'plan.readNotices',
        'plan.saveNoticeChoices',
        'plan.subscribePush',
        'plan.unsubscribePush',
      ]);
    }
  });

  test('lets only heads of the department publish and set the school year', () => {
    for (const operation of ['plan.publishDocument', 'organisation.setSchoolYear']) {
      expect(rolesWith(operation)).toEqual(['departmentLeader', 'divisionHead']);
      expect(whoMay(operation)).toBe('lãnh đạo Sở, trưởng phòng của Sở');
    }
  });
});

describe('Giving roles', () => {
  test('nobody but the department’s leader and administrator gives the own role or one above', () => {
    for (const role of roles.filter((each) => !['departmentLeader', 'systemAdmin'].includes(each))) {
      expect(mayGrant({ role, unitKind: 'school' })).not.toContain(role);
    }
    expect(mayGrant({ role: 'systemAdmin', unitKind: 'school' })).not.toContain('systemAdmin');
    expect(mayGrant({ role: 'principal', unitKind: 'school' })).not.toContain('communeOfficer');
  });

  test('a person with one role above is out of reach, whatever else the person is', () => {
    const principal = { role: 'principal', unitKind: 'school' };
    expect(mayAdminister(principal, ['teacher', 'teamLead'])).toBe(true);
    expect(mayAdminister(principal, ['teacher', 'divisionHead'])).toBe(false);
    expect(mayAdminister({ role: 'teacher', unitKind: 'school' }, ['pupil'])).toBe(false);
  });

  test('a role of the department makes no sense in a school', () => {
    expect(roleFits('divisionHead', 'school')).toBe(false);
    expect(roleFits('principal', 'school')).toBe(true);
  });
});
