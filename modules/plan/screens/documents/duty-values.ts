import type { TFunction } from 'i18next';
import { formatDate, formatPercent } from '#platform/i18n';
import type { Duty } from './document-words.ts';
import type { DutyChange } from './use-review.ts';

/** What the form of a duty holds; `version` is the one the person saw when the form was opened. */
export type DutyValues = Pick<
  Duty,
  | 'version'
  | 'kind'
  | 'title'
  | 'body'
  | 'level'
  | 'responsible'
  | 'startsOn'
  | 'dueOn'
  | 'definitionOfDone'
  | 'evidenceKind'
  | 'evidenceSpec'
>;

const names = [
  'kind',
  'title',
  'body',
  'level',
  'responsible',
  'startsOn',
  'dueOn',
  'definitionOfDone',
  'evidenceKind',
  'evidenceSpec',
] as const;

/** The part of a duty that its form edits. */
export function valuesOf(duty: Duty): DutyValues {
  const { version, kind, title, body, level, responsible, startsOn, dueOn } = duty;
  const { definitionOfDone, evidenceKind, evidenceSpec } = duty;
  return {
    version,
    kind,
    title,
    body,
    level,
    responsible,
    startsOn,
    dueOn,
    definitionOfDone,
    evidenceKind,
    evidenceSpec,
  };
}

/** Only what differs from `before`, so that two people who change different things of a duty do not undo each other. */
export function changeOf(before: DutyValues, values: DutyValues): Omit<DutyChange, 'version'> {
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(values[name]));
  return Object.fromEntries(changed.map((name) => [name, values[name]]));
}

/** A duty in words, line by line, for laying two versions side by side. */
export function describeDuty(duty: DutyValues, t: TFunction<'plan-document'>): string {
  const { evidenceSpec: spec } = duty;
  const evidence = [
    t(`evidenceKind.${duty.evidenceKind}`),
    spec.indicator
      ? `${spec.indicator} ${spec.threshold === undefined ? '' : formatPercent(spec.threshold)}`
      : '',
    ...(spec.fields ?? []).map((field) => field.label),
    spec.documentHint ?? '',
    spec.confirmRole ? t(`shell:role.${spec.confirmRole}`) : '',
  ].filter(Boolean);
  return [
    [t('duty.name'), duty.title],
    [t('duty.body'), duty.body],
    [t('duty.kind'), t(`dutyKind.${duty.kind}`)],
    [t('duty.level'), t(`level.${duty.level}`)],
    [t('duty.responsible'), duty.responsible.map((code) => t(`responsible.${code}`)).join(', ')],
    [t('duty.window'), `${formatDate(duty.startsOn)} – ${formatDate(duty.dueOn)}`],
    [t('duty.done'), duty.definitionOfDone],
    [t('duty.evidence'), evidence.join('; ')],
  ]
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
