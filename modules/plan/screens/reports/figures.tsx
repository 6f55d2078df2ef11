import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section, Tag } from '#platform/ui';
import { columns, columnTones, type Figure, figureName, figureText, linkTo } from './report-words.ts';
import styles from './reports.module.css';

/** A number that leads to the rows it was counted from. */
function FigureLink({ figure, tone }: { figure: Figure; tone?: string }) {
  const { t } = useTranslation('reports');
  return (
    <Link
      {...linkTo(figure.link)}
      className={styles.figure}
      data-tone={tone}
      data-zero={figure.value === 0 || undefined}
      aria-label={t('figures.open', { name: figureName(figure, t), value: figureText(figure) })}
    >
      {figureText(figure)}
    </Link>
  );
}

/** All figures of a report, or of several added up, in the order of the printed document. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation('reports');
  const of = (group: Figure['group']) => figures.filter((figure) => figure.group === group);
  const findings = of('finding');
  return (
    <>
      <Section title={t('figures.duties')}>
        <ul className={styles.tiles}>
          {[...of('total'), ...of('acceptedInPeriod')].map((figure) => (
            <li key={figure.key}>
              <Link
                {...linkTo(figure.link)}
                className={styles.tile}
                data-tone={columnTones[figure.column as keyof typeof columnTones] ?? 'done'}
                data-zero={figure.value === 0 || undefined}
              >
                <strong>{figureText(figure)}</strong> <span>{figureName(figure, t)}</span>
              </Link>
            </li>
          ))}
        </ul>
        <OutcomeTable first={t('figures.section')} lines={of('section')} totals={of('total')} />
        <OutcomeTable first={t('figures.month')} lines={of('month')} totals={of('total')} />
      </Section>
      <Indicators figures={of('indicator')} />
      <Forms figures={of('form')} />
      <Pairs title={t('figures.difficulties')} figures={of('difficulty')} />
      {findings.some((figure) => figure.value !== 0) ? (
        <Pairs title={t('figures.findings')} figures={findings} />
      ) : null}
    </>
  );
}

function OutcomeTable({
  first,
  lines,
  totals,
}: {
  first: string;
  lines: readonly Figure[];
  totals: readonly Figure[];
}) {
  const { t } = useTranslation('reports');
  if (lines.length === 0) return null;
  const rows = [
    ...[...Map.groupBy(lines, (figure) => figure.row ?? '')],
    [t('figures.sum'), totals] as [string, readonly Figure[]],
  ];
  return (
    <table className={styles.outcomes}>
      <caption className={styles.hidden}>{t('figures.by', { first })}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([line, figures]) => (
          <tr key={line} data-sum={figures === totals || undefined}>
            <th scope="row">{line}</th>
            {columns.map((column) => {
              const figure = figures.find((candidate) => candidate.column === column);
              return (
                <td key={column} data-label={t(`column.${column}`)} data-zero={!figure?.value || undefined}>
                  {figure ? <FigureLink figure={figure} tone={columnTones[column]} /> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Indicators({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation('reports');
  if (figures.length === 0) return null;
  return (
    <Section title={t('figures.indicators')}>
      <dl className={styles.pairs}>
        {figures.map((figure) => (
          <div key={figure.key}>
            <dt>{figure.label}</dt>
            <dd>
              <FigureLink figure={figure} />
              <span className={styles.beside}>
                {figure.threshold === null
                  ? null
                  : t('figures.threshold', {
                      value: figureText({ measure: figure.measure, value: figure.threshold }),
                    })}
                {figure.units === undefined || figure.value === null
                  ? null
                  : t('figures.unitsMet', { met: figure.unitsMet, units: figure.units })}
              </span>
              {figure.met === null ? null : (
                <Tag tone={figure.met ? 'done' : 'late'}>
                  {t(figure.met ? 'figures.met' : 'figures.notMet')}
                </Tag>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Forms({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation('reports');
  if (figures.length === 0) return null;
  return (
    <Section title={t('figures.forms')}>
      {[...Map.groupBy(figures, (figure) => figure.row ?? '')].map(([duty, ofDuty]) => (
        <div key={duty}>
          <h3 className={styles.duty}>{duty}</h3>
          <PairList figures={ofDuty.map((figure) => ({ figure, name: figure.label }))} />
        </div>
      ))}
    </Section>
  );
}

function Pairs({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const { t } = useTranslation('reports');
  if (figures.length === 0) return null;
  return (
    <Section title={title}>
      <PairList figures={figures.map((figure) => ({ figure, name: figureName(figure, t) }))} />
    </Section>
  );
}

function PairList({ figures }: { figures: readonly { figure: Figure; name: string }[] }) {
  const { t } = useTranslation('reports');
  return (
    <dl className={styles.pairs}>
      {figures.map(({ figure, name }) => (
        <div key={figure.key}>
          <dt>{name}</dt>
          <dd>
            <FigureLink figure={figure} />
            {figure.units === undefined ? null : (
              <span className={styles.beside}>{t('figures.units', { count: figure.units })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
