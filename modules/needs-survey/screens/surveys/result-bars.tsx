import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatNumber, formatPercent } from '#platform/i18n';
import { EmptyState, FilterChips, ProblemAlert, Section, useAddress } from '#platform/ui';
import type { Results } from './survey-words.ts';
import styles from './surveys.module.css';

const divisions = { khoi: 'grade', lop: 'class', 'noi-o': 'area' } as const;

/** What pupils wish: a bar for each choice, with its number; part by part in a table under it. */
export function ResultBars({ surveyId }: { surveyId: string }) {
  const { t } = useTranslation('needs-survey');
  const { address } = useAddress();
  const by = divisions[address.theo as keyof typeof divisions] ?? 'grade';
  const query = useQuery({
    queryKey: ['needs-survey', 'results', surveyId, by],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/needs-survey/surveys/{surveyId}/results', {
          params: { path: { surveyId }, query: { by } },
          signal,
        }),
      ),
  });
  const results = query.data;
  return (
    <>
      <FilterChips
        name="theo"
        label={t('by.label')}
        options={(['khoi', 'lop', 'noi-o'] as const).map((part) => ({
          value: part === 'khoi' ? '' : part,
          label: t(`by.${part}`),
        }))}
      />
      {by === 'area' ? <p className={styles.soft}>{t('by.discreet')}</p> : null}
      {query.error ? <ProblemAlert error={query.error} onRetry={() => query.refetch()} /> : null}
      {results?.answered === 0 ? (
        <EmptyState title={t('results.none')}>{t('results.noneDetail')}</EmptyState>
      ) : null}
      {results && results.answered > 0
        ? results.questions.map((question) => (
            <Section key={question.id} title={question.title}>
              {question.mean === null ? null : (
                <p>{t('results.mean', { mean: formatNumber(Math.round(question.mean * 10) / 10) })}</p>
              )}
              <QuestionBars question={question} results={results} />
            </Section>
          ))
        : null}
    </>
  );
}

function QuestionBars({ question, results }: { question: Results['questions'][number]; results: Results }) {
  const { t } = useTranslation('needs-survey');
  if (question.options.length === 0) return null;
  return (
    <>
      <ul className={styles.bars}>
        {question.options.map(({ value, label, count }) => (
          <li key={value}>
            <span>{label}</span>
            <span className={styles.track} aria-hidden>
              <span style={{ width: `${(100 * count) / Math.max(1, results.answered)}%` }} />
            </span>
            <span className={styles.figure}>
              {t('results.count', { count, percent: formatPercent(count / Math.max(1, results.answered)) })}
            </span>
          </li>
        ))}
      </ul>
      {results.parts.length > 1 ? (
        <details className={styles.parts}>
          <summary>{t('results.parts')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys. */}
          <section className={styles.tableBox} tabIndex={0} aria-label={question.title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('results.choice')}</th>
                  {results.parts.map((part) => (
                    <th scope="col" key={part.key}>
                      {part.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {question.options.map((option) => (
                  <tr key={option.value}>
                    <th scope="row">{option.label}</th>
                    {results.parts.map((part, at) => {
                      const count = option.byPart[at] ?? null;
                      return (
                        <td key={part.key}>
                          {count === null ? (
                            <abbr title={t('results.hidden')}>{t('results.few')}</abbr>
                          ) : (
                            count
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      ) : null}
    </>
  );
}
