import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Held, heldKinds } from '../../rules/index.ts';

/** Whether a lesson was taught, online, or not at all. */
export function HeldChoice({ value, onChange }: { value: Held; onChange: (value: Held) => void }) {
  const { t } = useTranslation('lesson-log');
  return (
    <SegmentedControl
      aria-label={t('line.held')}
      data={heldKinds.map((kind) => ({ value: kind, label: t(`held.${kind}`) }))}
      value={value}
      onChange={(kind) => onChange(kind as Held)}
    />
  );
}
