import { evidenceFault } from '../../rules/evidence.ts';
import { targetRules } from '../../rules/targets.ts';
import type { Duty } from './document-words.ts';

/** Why a duty should not be published as it stands. */
export type DutyFault = 'noUnit' | 'onlyPartners' | 'evidence' | 'window';

const insiders: ReadonlySet<string> = new Set(targetRules.map((rule) => rule.responsible));

/**
 * What a reviewer still has to mend in a duty: nobody to do it, only partners outside the system, evidence that says too
 * little, a deadline before its start.
 * @param indicators ids that exist; undefined while they are not known yet
 */
export function dutyFaults(duty: Duty, indicators?: readonly string[]): DutyFault[] {
  const faults: DutyFault[] = [];
  if (duty.responsible.length === 0) faults.push('noUnit');
  else if (!duty.responsible.some((code) => insiders.has(code))) faults.push('onlyPartners');
  const known = indicators ?? (duty.evidenceSpec.indicator ? [duty.evidenceSpec.indicator] : []);
  if (evidenceFault(duty.evidenceKind, duty.evidenceSpec, known)) faults.push('evidence');
  if (duty.dueOn < duty.startsOn) faults.push('window');
  return faults;
}

/** Whether a duty reaches nobody in the system. */
export function lacksUnit(faults: readonly DutyFault[]): boolean {
  return faults.includes('noUnit') || faults.includes('onlyPartners');
}
