import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useMe } from '#api';
import { formatDate } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Page, Section, SideDrawer, useAddress } from '#platform/ui';
import { HelpForm } from './help-form.tsx';

type Answer = operations['gradebook.getWarnings']['responses'][200]['content']['application/json'];
export type WarnedPupil = Answer['pupils'][number];

/** Pupils who fall behind, why, and what was done; for the heads also where remedial lessons are needed. */
export default function WarningsPage() {
  const { t } = useTranslation('gradebook');
  const { address, set } = useAddress();
  const { permissions } = useMe();
  const mayHelp = permissions.includes('gradebook.recordHelp');
  const semester = address.ky === '2' ? 2 : 1;
  const warnings = useQuery({
    queryKey: ['gradebook', 'warnings', semester],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/gradebook/warnings', { params: { query: { semester } }, signal })),
  });
  const pupils = warnings.data?.pupils ?? [];
  const classes = [...new Set(pupils.map(({ className }) => className))].sort((a, b) =>
    a.localeCompare(b, 'vi', { numeric: true }),
  );
  const shown = pupils.filter(({ className }) => !address.lop || className === address.lop);
  const open = pupils.find(({ pupilId }) => pupilId === address.hs);
  const words = ({ kind, subjectName, value, before }: WarnedPupil['warnings'][number]) =>
    value === null
      ? t('warning.commentBelow', { subject: subjectName })
      : t(`warning.${kind}`, { subject: subjectName, value, before });
  return (
    <Page wide title={t('warning.title')} lead={t('warning.lead')}>
      <FilterChips
        name="ky"
        label={t('results.period')}
        options={[
          { value: '', label: t('sheets.semesterOf', { semester: 'I' }) },
          { value: '2', label: t('sheets.semesterOf', { semester: 'II' }) },
        ]}
      />
      {classes.length > 1 ? (
        <FilterChips
          name="lop"
          label={t('classes.class')}
          options={[
            { value: '', label: t('sheets.all') },
            ...classes.map((name) => ({ value: name, label: name })),
          ]}
        />
      ) : null}
      <DataTable
        caption={t('warning.title')}
        loading={warnings}
        rows={shown}
        rowKey={({ pupilId }) => pupilId}
        empty={<EmptyState title={t('warning.none')}>{t('warning.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('sheet.pupil'), phone: 'title', cell: ({ name }) => name },
          {
            key: 'class',
            header: t('classes.class'),
            phone: 'corner',
            cell: ({ className }) => className,
          },
          {
            key: 'why',
            header: t('warning.why'),
            cell: ({ warnings: list }) => list.map(words).join('; '),
          },
          {
            key: 'help',
            header: t('warning.help'),
            cell: (one) => (
              <Button size="compact-sm" variant="default" onClick={() => set({ hs: one.pupilId })}>
                {one.help.length + one.groups.length > 0
                  ? t('warning.helped', { count: one.help.length + one.groups.length })
                  : t('warning.notHelped')}
              </Button>
            ),
          },
        ]}
      />
      {(warnings.data?.needs.length ?? 0) > 0 ? (
        <Section title={t('warning.needs')}>
          <p>{t('warning.needsWhat')}</p>
          <ul>
            {warnings.data?.needs.map(({ grade, subjectCode, subjectName, pupils: count }) => (
              <li key={`${grade} ${subjectCode}`}>
                {t('warning.need', { grade, subject: subjectName, count })}{' '}
                {permissions.includes('needsSurvey.listCandidates') ? (
                  <Link
                    to="/nhom-buoi-2/dien"
                    search={{ mon: subjectCode, khoi: `${grade}`, loc: 'thuoc-dien' }}
                  >
                    {t('warning.propose')}
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <SideDrawer opened={open !== undefined} title={open?.name ?? ''} onClose={() => set({ hs: '' })}>
        {open ? (
          <>
            <p>{open.warnings.map(words).join('; ')}</p>
            <p>
              <Link to={`/tien-bo/${open.pupilId}`}>{t('progress.open')}</Link>
            </p>
            <h3>{t('warning.help')}</h3>
            {open.help.length + open.groups.length === 0 ? <p>{t('warning.noHelp')}</p> : null}
            <ul>
              {open.groups.map(({ name, confirmed }) => (
                <li key={name}>{t(confirmed ? 'warning.group' : 'warning.groupPlanned', { name })}</li>
              ))}
              {open.help.map((one) => (
                <li key={one.id}>
                  {t('warning.helpLine', {
                    day: formatDate(one.givenOn),
                    form: t(`helpForm.${one.form}`),
                    subject: one.subjectName ?? t('warning.general'),
                    who: one.givenBy ?? t('history.unknown'),
                    note: one.note,
                  })}
                </li>
              ))}
            </ul>
            {mayHelp ? <HelpForm key={open.pupilId} pupil={open} onClose={() => set({ hs: '' })} /> : null}
          </>
        ) : null}
      </SideDrawer>
    </Page>
  );
}
