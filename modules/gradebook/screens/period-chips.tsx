import { useTranslation } from 'react-i18next';
import { FilterChips } from '#platform/ui';

/** Which period a page shows, in the address as `ky`: semester I when nothing is said, '2', or 'nam' for the year. */
export function PeriodChips() {
  const { t } = useTranslation('gradebook');
  return (
    <FilterChips
      name="ky"
      label={t('results.period')}
      options={[
        { value: '', label: t('sheets.semesterOf', { semester: 'I' }) },
        { value: '2', label: t('sheets.semesterOf', { semester: 'II' }) },
        { value: 'nam', label: t('results.year') },
      ]}
    />
  );
}
