import { useTranslation } from 'react-i18next';
import { Notice, Tag } from '#platform/ui';
import type { PlanWhole } from './answer-of.ts';
import styles from './plan.module.css';

/** What the checks found: rule in words, where, which rows to change. */
export function FindingsList({ findings }: { findings: PlanWhole['findings'] }) {
  const { t } = useTranslation('education-plan');
  if (findings.length === 0) return <Notice tone="done">{t('findings.none')}</Notice>;
  const groups = [...Map.groupBy(findings, (finding) => `${finding.severity} ${finding.rule}`).values()];
  return (
    <ul className={styles.findings}>
      {groups.map((group) => {
        const [first] = group;
        if (!first) return null;
        return (
          <li key={`${first.severity} ${first.rule}`} data-severity={first.severity}>
            <Tag tone={first.severity === 'mustFix' ? 'late' : 'due'}>{t(`findings.${first.severity}`)}</Tag>{' '}
            <strong>{first.ruleName}</strong>
            <details open={group.length <= 3}>
              <summary>{t('findings.places', { count: group.length })}</summary>
              {group.map((finding) => (
                <p key={`${finding.place} ${finding.message}`}>
                  <strong>{finding.place}:</strong> {finding.message}
                </p>
              ))}
            </details>
          </li>
        );
      })}
    </ul>
  );
}
