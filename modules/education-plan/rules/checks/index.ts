import type { Programme } from '#reference/curriculum-2018';
import { type Finding, type PlanFacts, ruleIds } from '../facts.ts';
import { checkCalendar } from './calendar.ts';
import { checkRooms, checkStaff } from './capacity.ts';
import { checkProgramme } from './programme.ts';
import { checkSecondSession } from './second-session.ts';
import { checkTargets } from './targets.ts';
import { checkTeams } from './teams.ts';
import { checkWeek } from './week.ts';

/** Everything a plan does not keep, what must be put right first, each group in the order of the rules. */
export function checkPlan(facts: PlanFacts, programme: Programme): Finding[] {
  const findings = [
    ...checkProgramme(facts, programme),
    ...checkWeek(facts, programme),
    ...checkSecondSession(facts, programme),
    ...checkStaff(facts, programme),
    ...checkRooms(facts),
    ...checkCalendar(facts, programme),
    ...checkTeams(facts, programme),
    ...checkTargets(facts),
  ];
  const weight = (finding: Finding) =>
    (finding.severity === 'mustFix' ? 0 : ruleIds.length) + ruleIds.indexOf(finding.rule);
  return findings.sort((a, b) => weight(a) - weight(b));
}
