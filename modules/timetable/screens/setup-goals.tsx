import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goalNames, mostGoal } from '#rules/timetable';
import type { PartProps } from './setup-page.tsx';
import styles from './timetable.module.css';

/** The goals of the principal, each a slider in plain words. */
export function GoalsPart({ setup, change }: PartProps) {
  const { t } = useTranslation('timetable');
  const notches = Array.from({ length: mostGoal + 1 }, (_, value) => ({ value, label: t(`notch.${value}`) }));
  return (
    <>
      {goalNames.map((goal) => (
        <div key={goal} className={styles.slider}>
          <p>
            <strong>{t(`goal.${goal}`)}</strong>
            <br />
            {t(`goalHint.${goal}`)}
          </p>
          <Slider
            mx={32}
            min={0}
            max={mostGoal}
            step={1}
            marks={notches}
            label={null}
            thumbLabel={t(`goal.${goal}`)}
            value={setup.goals[goal]}
            onChange={(value) => change({ goals: { ...setup.goals, [goal]: value } })}
          />
        </div>
      ))}
    </>
  );
}
