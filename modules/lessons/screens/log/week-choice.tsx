import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';

/** Chooses a school week. */
export function WeekChoice({
  weeks,
  value,
  onChange,
}: {
  weeks: readonly { readonly number: number; readonly startsOn: string; readonly endsOn: string }[];
  value: number;
  onChange: (week: string) => void;
}) {
  const { t } = useTranslation('lesson-log');
  return (
    <Select
      label={t('week.week')}
      w={260}
      allowDeselect={false}
      data={weeks.map(({ number, startsOn, endsOn }) => ({
        value: String(number),
        label: t('week.weekOf', {
          number,
          from: formatDate(startsOn).slice(0, 5),
          to: formatDate(endsOn).slice(0, 5),
        }),
      }))}
      value={String(value)}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
}
