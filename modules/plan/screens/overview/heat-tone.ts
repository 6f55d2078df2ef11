import type { Tone } from '#platform/ui';
import type { StateCounts } from '../state-bar.tsx';

/**
 * How a cell of the board looks from afar: late before blocked before returned, then all accepted, all handed in, and
 * otherwise the share that is finished.
 * @returns a tone, and at most three characters that say the same without colour
 */
export function heatTone(counts: StateCounts): { tone: Tone; mark: string } {
  const finished = counts.accepted + counts.notApplicable;
  const blocked = counts.blocked > 0 ? '!' : '';
  if (counts.overdue > 0) {
    const number = counts.overdue > 99 ? '99' : String(counts.overdue);
    return { tone: 'late', mark: `${number}${blocked || (counts.overdue > 99 ? '+' : '')}` };
  }
  if (blocked) return { tone: 'due', mark: `!${Math.min(counts.blocked, 99)}` };
  if (counts.returned > 0) return { tone: 'due', mark: `↩${Math.min(counts.returned, 99)}` };
  if (counts.notApplicable === counts.total) return { tone: 'none', mark: '–' };
  if (finished === counts.total) return { tone: 'done', mark: '✓' };
  if (finished + counts.submitted === counts.total) return { tone: 'accent', mark: '↑' };
  if (finished + counts.submitted + counts.inProgress === 0) return { tone: 'none', mark: '·' };
  // 100 is for what is wholly finished; a hundredth still missing is not 100.
  return { tone: 'wait', mark: String(Math.min(99, Math.round((100 * finished) / counts.total))) };
}
