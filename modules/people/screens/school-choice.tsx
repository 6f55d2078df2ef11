import { useTranslation } from 'react-i18next';
import { useMe } from '#api';
import { EmptyState, useAddress } from '#platform/ui';
import { UnitPicker } from '#screens/organisation';

/**
 * The school a list is about. Whoever works in a school sees that one; the others choose one, kept in the address as `truong`.
 * `ready`: it is known which.
 */
export function useSchoolChoice(): { unitId: string | undefined; ready: boolean; chooses: boolean } {
  const { role } = useMe();
  const { address } = useAddress();
  const chooses = role?.unit.kind !== 'school' && role?.unit.kind !== 'subjectTeam';
  return {
    unitId: chooses ? address.truong : undefined,
    ready: !chooses || Boolean(address.truong),
    chooses,
  };
}

/** Chooses the school a list is about; `name`: of the one shown, once known. Nothing for who works in a school. */
export function SchoolChoice({ name }: { name: string | undefined }) {
  const { t } = useTranslation('people');
  const { set } = useAddress();
  const { unitId, ready, chooses } = useSchoolChoice();
  if (!chooses) return null;
  return (
    <>
      <div style={{ maxWidth: 420, marginBottom: 16 }}>
        <UnitPicker
          key={name}
          label={t('school.label')}
          kind="school"
          chosen={unitId && name ? { id: unitId, name } : null}
          onChoose={(unit) => set({ truong: unit?.id })}
        />
      </div>
      {ready ? null : <EmptyState title={t('school.none')}>{t('school.noneDetail')}</EmptyState>}
    </>
  );
}
