import { useTranslation } from 'react-i18next';
import styles from './assignments.module.css';
import { type Grid, type LoadLine, shownPeriods, teamsOf } from './grid-model.ts';

/** What a teacher teaches in words: "Toán 7A, 7B; Tin 6A". */
function teaches(grid: Grid, staffId: string): string {
  const own = grid.assignments.filter((row) => row.staffId === staffId);
  const groups = Map.groupBy(own, ({ subjectCode }) => subjectCode);
  return [...groups]
    .map(([code, rows]) => {
      const names = grid.classes
        .filter(({ id }) => rows.some(({ classId }) => classId === id))
        .map(({ name }) => name);
      return `${grid.subjects.find((subject) => subject.code === code)?.shortName ?? code} ${names.join(', ')}`;
    })
    .join('; ');
}

/** Teachers by group with their load against the norm, and how even the group is. `detailed` adds what each teaches. */
export function TeacherLoads({
  grid,
  lines,
  detailed,
  onOpen,
}: {
  grid: Grid;
  lines: readonly LoadLine[];
  detailed: boolean;
  onOpen: (line: LoadLine) => void;
}) {
  const { t } = useTranslation('staffing');
  return (
    <>
      {teamsOf(lines).map((team) => (
        <section key={team.id} className={styles.team}>
          <h3 className={styles.teamHead}>
            {team.name ?? t('noTeam')}
            {team.fairness && team.members.length > 1 ? (
              <span className={styles.soft}>
                {t('fairness', {
                  least: signed(team.fairness.least),
                  most: signed(team.fairness.most),
                  spread: shownPeriods(team.fairness.spread),
                })}
              </span>
            ) : null}
          </h3>
          {team.members.map((line) => (
            <button
              key={line.teacher.id}
              type="button"
              className={styles.load}
              onClick={() => onOpen(line)}
              data-staff={line.teacher.id}
            >
              <span>
                {line.teacher.name}
                {line.teacher.postedFrom ? <span className={styles.soft}> {t('shared')}</span> : null}
              </span>
              <span className={styles.figure} data-state={line.state}>
                {t('loadOf', { load: shownPeriods(line.load), norm: shownPeriods(line.teacher.norm) })}
              </span>
              <span className={styles.bar} aria-hidden>
                <span
                  data-state={line.state}
                  style={{ width: `${Math.min(100, (line.load / Math.max(line.teacher.norm, 1)) * 80)}%` }}
                />
              </span>
              <span className={styles.teaches}>
                {t(`load.${line.state}`, { periods: shownPeriods(Math.abs(line.surplus)) })}
                {detailed ? ` · ${teaches(grid, line.teacher.id) || t('nothingYet')}` : ''}
              </span>
            </button>
          ))}
        </section>
      ))}
    </>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${shownPeriods(value)}` : shownPeriods(value);
}
