import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '#platform/ui';

type State = 'draft' | 'proposed' | 'returned' | 'approved';

const tones: Record<State, Tone> = { draft: 'wait', proposed: 'accent', returned: 'due', approved: 'done' };

/** Where a lesson plan stands, as a word with its colour. */
export function PlanState({ state }: { state: State }) {
  const { t } = useTranslation('lesson-plans');
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
}
