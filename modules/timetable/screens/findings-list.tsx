import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '#platform/ui';
import { FirstRows } from './first-rows.tsx';

interface Finding {
  readonly severity: 'mustFix' | 'warning' | 'note';
  readonly message: string;
  readonly link: string | null;
}

const tones: Readonly<Record<Finding['severity'], Tone>> = { mustFix: 'late', warning: 'due', note: 'none' };

const first = 5;
const gravity = { mustFix: 0, warning: 1, note: 2 } as const;

/** What stands in the way of a timetable, the grave first, in sentences that lead to the page where it is put right. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('timetable');
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => gravity[a.severity] - gravity[b.severity]);
  return (
    <FirstRows first={first}>
      {sorted.map((finding) => (
        <li key={finding.message}>
          <Tag tone={tones[finding.severity]}>{t(`severity.${finding.severity}`)}</Tag> {finding.message}{' '}
          {finding.link ? <Link to={finding.link}>{t('findings.go')}</Link> : null}
        </li>
      ))}
    </FirstRows>
  );
}
