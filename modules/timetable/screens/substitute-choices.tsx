import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { Notice } from '#platform/ui';
import { periodsOf, slotName } from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import styles from './timetable.module.css';

export type Proposed = AnswerOf<'timetable.proposeSubstitutes'>['items'][number];

export const nobody = '';
export const keyOf = ({ lessonId, day }: Pick<Proposed, 'lessonId' | 'day'>) => `${lessonId} ${day}`;

/** Who stands in for each lesson: as proposed, or as the person chooses. */
export function SubstituteChoices({
  items,
  teachers,
  standIn,
  onChoose,
  onReset,
}: {
  items: readonly Proposed[];
  teachers: readonly { id: string; name: string }[];
  standIn: (one: Proposed) => string;
  onChoose: (one: Proposed, staffId: string) => void;
  onReset: () => void;
}) {
  const { t } = useTranslation('timetable');
  const nameOf = (staff: string) => teachers.find((one) => one.id === staff)?.name ?? '';
  return (
    <section aria-label={t('changes.substitutes')}>
      <strong>
        {t('changes.substitutesOf', {
          count: periodsOf(items.filter(({ heldBy }) => heldBy.length === 0)),
        })}
      </strong>
      {items.length === 0 ? <Notice>{t('changes.noLessons')}</Notice> : null}
      <ul className={styles.findings}>
        {items.map((one) => (
          <li key={keyOf(one)}>
            <Select
              label={t(one.standsInFor ? 'changes.standInOn' : 'changes.lessonOn', {
                title: one.title,
                name: nameOf(one.standsInFor ?? ''),
                slot: slotName(one.at, one.duration),
                day: formatDate(one.heldOn),
              })}
              description={
                one.candidates.length === 0
                  ? t('changes.nobodyFree', { busy: one.busy, full: one.full })
                  : undefined
              }
              allowDeselect={false}
              data={[
                {
                  value: nobody,
                  label:
                    one.heldBy.length > 0
                      ? t('changes.goesOn', { names: one.heldBy.map(nameOf).join(', ') })
                      : t('changes.cancel'),
                },
                ...one.candidates.map((candidate) => ({
                  value: candidate.staffId,
                  label: t(candidate.comesSpecially ? 'changes.candidateSpecially' : 'changes.candidate', {
                    name: nameOf(candidate.staffId),
                    why: t(`nearness.${candidate.nearness}`),
                    load: candidate.load,
                    stoodIn: candidate.stoodIn,
                  }),
                })),
              ]}
              value={standIn(one)}
              onChange={(value) => onChoose(one, value ?? nobody)}
            />
          </li>
        ))}
      </ul>
      <Button variant="default" size="compact-sm" mt="xs" onClick={onReset}>
        {t('changes.asProposed')}
      </Button>
    </section>
  );
}
