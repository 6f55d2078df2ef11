import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Duty, Indicator } from './document-words.ts';
import styles from './documents.module.css';
import { FormFieldsEditor } from './form-fields-editor.tsx';

const kinds = ['indicator', 'form', 'document', 'confirmation'] as const;
/** Roles that confirm work; pupils and guardians have no duties. */
const roles = [
  'departmentLeader',
  'divisionHead',
  'specialist',
  'communeLeader',
  'communeOfficer',
  'principal',
  'vicePrincipal',
  'teamLead',
  'homeroomTeacher',
  'teacher',
];

/** What shows that a duty is done: a computed indicator, a form, a file, or somebody's word. */
export function EvidenceFields({
  kind,
  spec,
  indicators,
  problem,
  onKind,
  onSpec,
}: {
  kind: Duty['evidenceKind'];
  spec: Duty['evidenceSpec'];
  indicators: readonly Indicator[];
  problem: string | undefined;
  onKind: (kind: Duty['evidenceKind']) => void;
  onSpec: (spec: Duty['evidenceSpec']) => void;
}) {
  const { t } = useTranslation('plan-document');
  const indicator = indicators.find((one) => one.id === spec.indicator);
  return (
    <fieldset className={styles.plainField}>
      <legend>{t('duty.evidence')}</legend>
      <NativeSelect
        id="field-evidenceSpec"
        aria-label={t('duty.evidence')}
        value={kind}
        error={problem}
        onChange={(event) => onKind(event.currentTarget.value as Duty['evidenceKind'])}
        data={kinds.map((one) => ({ value: one, label: t(`evidenceKind.${one}`) }))}
      />
      <p className={styles.soft}>{t(`evidenceExplain.${kind}`)}</p>
      {kind === 'indicator' ? (
        <>
          <div className={styles.pair}>
            <NativeSelect
              label={t('evidence.indicator')}
              value={spec.indicator ?? ''}
              onChange={(event) => {
                const { indicator: _, ...rest } = spec;
                const id = event.currentTarget.value;
                onSpec(id ? { ...rest, indicator: id } : rest);
              }}
              data={[
                { value: '', label: t('evidence.chooseIndicator') },
                ...(spec.indicator && !indicator
                  ? [{ value: spec.indicator, label: t('evidence.unknownIndicator', { id: spec.indicator }) }]
                  : []),
                ...indicators.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
            <NumberInput
              label={t(indicator?.direction === 'atMost' ? 'evidence.atMost' : 'evidence.atLeast')}
              suffix="%"
              decimalSeparator=","
              decimalScale={1}
              min={0}
              max={100}
              hideControls
              value={spec.threshold === undefined ? '' : Math.round(spec.threshold * 1000) / 10}
              onChange={(value) => {
                const { threshold: _, ...rest } = spec;
                onSpec(typeof value === 'number' ? { ...rest, threshold: value / 100 } : rest);
              }}
            />
          </div>
          {indicator ? <p className={styles.soft}>{indicator.description}</p> : null}
        </>
      ) : null}
      {kind === 'form' ? (
        <FormFieldsEditor fields={spec.fields ?? []} onChange={(fields) => onSpec({ ...spec, fields })} />
      ) : null}
      {kind === 'document' ? (
        <TextInput
          label={t('evidence.documentHint')}
          maxLength={300}
          value={spec.documentHint ?? ''}
          onChange={(event) => onSpec({ ...spec, documentHint: event.currentTarget.value })}
        />
      ) : null}
      {kind === 'confirmation' ? (
        <NativeSelect
          label={t('evidence.confirmRole')}
          value={spec.confirmRole ?? ''}
          onChange={(event) => {
            const { confirmRole: _, ...rest } = spec;
            const role = event.currentTarget.value;
            onSpec(role ? { ...rest, confirmRole: role } : rest);
          }}
          data={[
            { value: '', label: t('evidence.anyHolder') },
            ...roles.map((role) => ({ value: role, label: t(`shell:role.${role}`) })),
          ]}
        />
      ) : null}
    </fieldset>
  );
}
