import { useTranslation } from 'react-i18next';
import type { operations } from '#api';
import { formatDate } from '#platform/i18n';
import { Facts, Section } from '#platform/ui';
import { printedMark } from '../rules/index.ts';
import styles from './transcript.module.css';

export type Content =
  operations['transcript.getPage']['responses'][200]['content']['application/json']['content'];

/** What a page says, as on paper. */
export function ContentView({ content }: { content: Content }) {
  const { t } = useTranslation('transcript');
  const { pupil, academic, conduct } = content;
  return (
    <>
      <Section title={t('content.identity')}>
        <Facts
          facts={[
            { name: t('pupil'), value: pupil.name },
            { name: t('content.sex'), value: t(`content.${pupil.sex}`) },
            { name: t('content.birthDate'), value: formatDate(pupil.birthDate) },
            { name: t('content.birthPlace'), value: pupil.birthPlace },
            { name: t('content.ethnicGroup'), value: pupil.ethnicGroup },
            { name: t('content.sectorCode'), value: pupil.sectorCode },
            { name: t('content.identityNumber'), value: pupil.identityNumber },
            { name: t('content.address'), value: pupil.address },
            { name: t('content.school'), value: content.school.name },
            { name: t('content.class'), value: `${content.className}, ${content.schoolYear}` },
          ]}
        />
      </Section>
      <Section title={t('content.year', { year: content.schoolYear })}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys. */}
        <section className={styles.scroll} tabIndex={0} aria-label={t('mark.subject')}>
          <table className={styles.table} aria-label={t('content.year', { year: content.schoolYear })}>
            <thead>
              <tr>
                <th scope="col">{t('mark.subject')}</th>
                <th scope="col">{t('mark.semester1')}</th>
                <th scope="col">{t('mark.semester2')}</th>
                <th scope="col">{t('mark.year')}</th>
                <th scope="col">{t('mark.retest')}</th>
                <th scope="col">{t('mark.comment')}</th>
                <th scope="col">{t('mark.teacher')}</th>
              </tr>
            </thead>
            <tbody>
              {content.subjects.map((line) => (
                <tr key={line.code}>
                  <th scope="row">{line.name}</th>
                  <td>{printedMark(line.semester1)}</td>
                  <td>{printedMark(line.semester2)}</td>
                  <td>{printedMark(line.year)}</td>
                  <td>{printedMark(line.retest)}</td>
                  <td>{line.exempt ? t('mark.exempt') : line.comment}</td>
                  <td>{line.teachers.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Facts
          facts={[
            {
              name: t('content.academic'),
              value: t('content.three', {
                first: t(`level.${academic.semester1}`),
                second: t(`level.${academic.semester2}`),
                year: t(`level.${academic.year}`),
              }),
            },
            {
              name: t('content.conduct'),
              value: t('content.three', {
                first: t(`level.${conduct.semester1}`),
                second: t(`level.${conduct.semester2}`),
                year: t(`level.${conduct.year}`),
              }),
            },
            { name: t('content.absent'), value: String(content.absentSessions) },
            { name: t('content.outcome'), value: t(`outcome.${content.outcome}`) },
            {
              name: t('content.completes'),
              value: content.completes ? t(`completes.${content.completes}`) : null,
            },
            { name: t('content.honour'), value: content.honour ? t(`honour.${content.honour}`) : null },
            { name: t('awards.title'), value: content.awards.join('; ') },
            { name: t('content.comment', { name: content.homeroomTeacher }), value: content.comment },
          ]}
        />
      </Section>
    </>
  );
}
