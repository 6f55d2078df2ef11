import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ProgrammeLesson, type ProgrammePeriod, periodOf, periodsOf } from '../../rules/index.ts';

/** Which period of the programme was taught; nothing where there is no programme. */
export function PeriodChoice({
  programme,
  value,
  onChange,
}: {
  programme: readonly ProgrammeLesson[];
  value: number | null;
  onChange: (chosen: ProgrammePeriod | undefined) => void;
}) {
  const { t } = useTranslation('lesson-log');
  const choices = Array.from({ length: periodsOf(programme) }, (_, at) => periodOf(programme, at + 1)!);
  if (choices.length === 0) return null;
  return (
    <Select
      label={t('line.period')}
      searchable
      clearable
      data={choices.map(({ number, title }) => ({
        value: String(number),
        label: t('line.choice', { number, title }),
      }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen ? periodOf(programme, Number(chosen)) : undefined)}
    />
  );
}
