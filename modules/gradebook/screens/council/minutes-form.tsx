import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#api';
import { DateField } from '#platform/ui';

/** Who led the meeting and when; gives the minutes as a Word file. */
export function MinutesForm({ query }: { query: { period: number; schoolYear?: string } }) {
  const { t } = useTranslation('gradebook');
  const [heldOn, setHeldOn] = useState<string | null>(useMe().today);
  const [chair, setChair] = useState('');
  const [secretary, setSecretary] = useState('');
  const ready = heldOn !== null && chair.trim() !== '' && secretary.trim() !== '';
  const asked = new URLSearchParams({
    period: String(query.period),
    ...(query.schoolYear ? { schoolYear: query.schoolYear } : {}),
    heldOn: heldOn ?? '',
    chair,
    secretary,
  });
  return (
    <Group align="end" mb="md">
      <DateField label={t('council.heldOn')} value={heldOn} onChange={setHeldOn} />
      <TextInput
        label={t('council.chair')}
        value={chair}
        maxLength={100}
        onChange={({ currentTarget }) => setChair(currentTarget.value)}
      />
      <TextInput
        label={t('council.secretary')}
        value={secretary}
        maxLength={100}
        onChange={({ currentTarget }) => setSecretary(currentTarget.value)}
      />
      {ready ? (
        <Button component="a" download href={`/api/gradebook/council/minutes?${asked}`}>
          {t('council.minutes')}
        </Button>
      ) : (
        <Button disabled title={t('council.minutesNeed')}>
          {t('council.minutes')}
        </Button>
      )}
    </Group>
  );
}
