import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../state/problem.ts';
import styles from './form.module.css';

/**
 * All faults of a form, on top of it, each leading to its field.
 * `labels` turns a field's name into the words above it.
 */
export function ProblemList({
  problems,
  labels = {},
}: {
  problems: readonly FieldProblem[];
  labels?: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation('ui');
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems} role="alert">
      <strong>{t('form.problems', { count: problems.length })}</strong>
      <ul>
        {problems.map((problem) => {
          const name = problem.path.replace(/^(body|query|params)\./, '');
          const label = labels[name];
          return (
            <li key={`${problem.path} ${problem.message}`}>
              <a
                href={`#field-${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(`field-${name}`)?.focus();
                }}
              >
                {label ? `${label}: ${problem.message}` : problem.message}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
