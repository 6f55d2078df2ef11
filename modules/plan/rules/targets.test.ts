import { describe, expect, test } from 'vitest';
import { pieces } from '#contract/plan';
import { roleFits } from '#rules/identity-access';
import { carriedRoles } from './assignment.ts';
import { type Responsible, responsibleNames, targetRules, unreachedReason } from './targets.ts';

const partners = ['guardian', 'vocationalInstitution', 'enterprise'];

describe('whom the words of a plan reach', () => {
  test('everyone the contract names has a Vietnamese name and, but for partners, exactly one rule', () => {
    const codes = pieces.responsible.options;
    expect(Object.keys(responsibleNames).sort()).toEqual([...codes].sort());
    for (const code of codes) {
      const rules = targetRules.filter((rule) => rule.responsible === code);
      expect([code, rules.length]).toEqual([code, partners.includes(code) ? 0 : 1]);
    }
  });

  test('every role fits the kind of its unit, and its holder carries it out', () => {
    for (const { unitKind, role } of targetRules) {
      expect([role, roleFits(role as never, unitKind as never)]).toEqual([role, true]);
      expect(carriedRoles(role)).toContain(role);
    }
  });

  test('only teams, teachers and homeroom teachers are inside a school', () => {
    const inside = targetRules.filter((rule) => rule.insideSchool).map((rule) => rule.responsible);
    expect(inside.sort()).toEqual(['homeroomTeacher', 'subjectTeam', 'teacher']);
  });

  test('a commune finds a duty once, whichever of its two names the plan uses', () => {
    const [one, other] = (['communePC', 'cultureSocialOffice'] as const).map((code) => {
      const { responsible: _, ...rule } = targetRules.find(({ responsible }) => responsible === code)!;
      return rule;
    });
    expect(one).toEqual(other);
  });
});

test.each<[Responsible[], string]>([
  [[], 'Chưa nêu đơn vị'],
  [['guardian', 'enterprise'], 'không phải đơn vị trong hệ thống'],
  [['specialisedSchool'], 'Không có đơn vị nào thuộc Trường chuyên'],
])('a duty for %j that reaches nobody says why', (responsible, words) => {
  expect(unreachedReason(responsible)).toContain(words);
});
