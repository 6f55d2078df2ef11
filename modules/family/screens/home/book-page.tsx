import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';
import { formatDate } from '#platform/i18n';
import { Facts, FilterChips, Notice, Page, ProblemAlert, Section, useAddress } from '#platform/ui';
import styles from '../family.module.css';

type Book = operations['gradebook.getFamilyBook']['responses'][200]['content']['application/json'];

/** Marks, results with their reasons and absences of one pupil, as far as the school releases them. */
export default function BookPage() {
  const { t } = useTranslation('family');
  const { address } = useAddress();
  const { pupilId } = useParams({ strict: false }) as { pupilId: string };
  const book = useQuery({
    queryKey: ['gradebook', 'family', pupilId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/gradebook/family/{pupilId}', { params: { path: { pupilId } }, signal })),
  });
  const data = book.data;
  const period = address.ki === '2' || address.ki === 'nam' ? address.ki : '';
  const semester = data?.semesters[period === '2' ? 1 : 0];
  return (
    <Page
      title={data ? t('book.title', { name: data.pupil.name }) : t('book.titleOnly')}
      lead={data ? t('book.lead', { className: data.className, year: data.schoolYear }) : undefined}
      trail={[{ label: t('home.short'), to: '/gia-dinh' }]}
    >
      <div className={styles.plain}>
        {book.error ? <ProblemAlert error={book.error} onRetry={() => void book.refetch()} /> : null}
        {book.isPending ? <Skeleton height={320} /> : null}
        {data ? (
          <>
            <FilterChips
              name="ki"
              label={t('book.period')}
              options={[
                { value: '', label: t('book.semester1') },
                { value: '2', label: t('book.semester2') },
                { value: 'nam', label: t('book.year') },
              ]}
            />
            {period === 'nam' ? (
              <Year year={data.year} />
            ) : semester ? (
              <Semester semester={semester} />
            ) : null}
            <Absences book={data} />
            <p>
              <Link to={`/tien-bo/${pupilId}`}>{t('gradebook:progress.open')}</Link>
            </p>
          </>
        ) : null}
      </div>
    </Page>
  );
}

function Semester({ semester }: { semester: Book['semesters'][number] }) {
  const { t } = useTranslation('family');
  const { released, subjects } = semester;
  // A subject with scores has an average, one without is passed or not.
  const inWords = (result: string) => (/^\d/.test(result) ? t('book.average', { text: result }) : result);
  return (
    <>
      {released.marks ? null : <Notice>{released.results ? t('book.resultsOnly') : t('book.notYet')}</Notice>}
      {released.results ? (
        <Facts
          facts={[
            { name: t('book.level'), value: semester.level ? t(`gradebook:level.${semester.level}`) : '' },
            {
              name: t('book.conduct'),
              value: semester.conduct ? t(`gradebook:level.${semester.conduct}`) : '',
            },
            { name: t('book.comment'), value: semester.comment },
          ]}
        />
      ) : released.marks ? (
        <Notice>{t('book.resultsLater')}</Notice>
      ) : null}
      {released.marks || released.results ? (
        <ul className={styles.list}>
          {subjects.map(({ code, name, notAssessed, marks, average, remark }) => (
            <li key={code}>
              <strong>{name}</strong>
              {average ? <strong> · {inWords(average)}</strong> : null}
              {notAssessed ? <span className={styles.soft}>{t('book.notAssessed')}</span> : null}
              {marks.length > 0 ? (
                <span className={styles.marks}>
                  {marks.map((mark) => (
                    <span key={mark.name}>
                      {mark.name}: <strong>{mark.text}</strong>
                    </span>
                  ))}
                </span>
              ) : released.marks && !notAssessed ? (
                <span className={styles.soft}>{t('book.noMarks')}</span>
              ) : null}
              {remark ? <span className={styles.soft}>{remark}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Reasons reasons={semester.reasons} />
    </>
  );
}

function Year({ year }: { year: Book['year'] }) {
  const { t } = useTranslation('family');
  if (!year) return <Notice>{t('book.yearNotYet')}</Notice>;
  const decision = [
    year.decision ? t(`gradebook:decision.${year.decision}`) : '',
    year.afterSummer ? t(`gradebook:decision.after.${year.afterSummer}`) : '',
  ].filter(Boolean);
  return (
    <>
      <Facts
        facts={[
          { name: t('book.level'), value: year.level ? t(`gradebook:level.${year.level}`) : '' },
          { name: t('book.conduct'), value: year.conduct ? t(`gradebook:level.${year.conduct}`) : '' },
          { name: t('book.decision'), value: decision.join('; ') },
          { name: t('book.honour'), value: year.honour ? t(`gradebook:honour.${year.honour}`) : '' },
          { name: t('book.retest'), value: year.retestSubjects.join(', ') },
        ]}
      />
      <ul className={styles.list}>
        {year.averages.map(({ name, text }) => (
          <li key={name}>
            {name}: <strong>{text}</strong>
          </li>
        ))}
      </ul>
      <Reasons reasons={year.reasons} />
    </>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const { t } = useTranslation('family');
  if (reasons.length === 0) return null;
  return (
    <Section title={t('book.reasons')}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Section>
  );
}

function Absences({ book }: { book: Book }) {
  const { t } = useTranslation('family');
  return (
    <Section title={t('absences.title')}>
      <p>{t('absences.total', { count: book.absentSessions, most: book.mostAbsentSessions })}</p>
      <ul className={styles.list}>
        {book.absences.map(({ day, session, period, excused, reason, online }) => (
          <li key={`${day} ${session} ${period}`}>
            <strong>{formatDate(day)}</strong> ·{' '}
            {period === 0 ? t(`absences.session${session === 1 ? 1 : 2}`) : t('absences.period', { period })}{' '}
            · {t(`absences.${online ?? (excused ? 'excused' : 'unexcused')}`)}
            {reason ? <span className={styles.soft}>{reason}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
