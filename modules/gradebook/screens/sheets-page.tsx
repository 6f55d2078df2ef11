import { Button, Progress, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, keptAnswer, type operations, useMay, useMe, useSchoolYear } from '#api';
import { formatDate } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Notice,
  Page,
  SearchBox,
  Section,
  useAddress,
} from '#platform/ui';
import { RegisterLinks } from './register-links.tsx';
import { ReleaseTool } from './release-tool.tsx';
import { TermTools } from './term-tools.tsx';

type Answer = operations['gradebook.listSheets']['responses'][200]['content']['application/json'];
export type SheetHead = Answer['sheets'][number];

/** The sheets of a teacher, or of the whole school: who has entered how much; for the heads also window and lock. */
export default function SheetsPage() {
  const { t } = useTranslation('gradebook');
  const may = useMay();
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const roleId = useMe().role?.id;
  const semester = address.hk === '1' ? 1 : address.hk === '2' ? 2 : undefined;
  const query = { ...(semester ? { semester } : {}), ...(schoolYear ? { schoolYear } : {}) };
  const sheets = useQuery({
    queryKey: ['gradebook', 'sheets', query],
    queryFn: ({ signal }) =>
      keptAnswer({ source: 'gradebook.listSheets', key: 'now', roleId }, () =>
        answer(api.GET('/api/gradebook/sheets', { params: { query }, signal })),
      ),
  });
  const data = sheets.data;
  const words = (address.tim ?? '').trim().toLowerCase();
  const short = address.xem === 'thieu';
  const rows = (data?.sheets ?? []).filter(
    (sheet) =>
      (!address.khoi || String(sheet.grade) === address.khoi) &&
      (!short || sheet.filled < sheet.wanted) &&
      (words === '' ||
        `${sheet.className} ${sheet.subjectName} ${sheet.teachers.join(' ')}`.toLowerCase().includes(words)),
  );
  const filled = rows.reduce((sum, sheet) => sum + sheet.filled, 0);
  const wanted = rows.reduce((sum, sheet) => sum + sheet.wanted, 0);
  return (
    <Page
      wide
      title={t('sheets.title')}
      lead={data ? t('sheets.lead', { school: data.school.name, year: data.schoolYear }) : undefined}
      tools={
        <>
          <Button component="a" href="/sua-diem" variant="default">
            {t('corrections.title')}
          </Button>
          {data?.sheets.some(({ mine }) => mine) ? (
            <RegisterLinks
              of="mine"
              address={`/api/gradebook/teacher-register?schoolYear=${data.schoolYear}`}
            />
          ) : null}
        </>
      }
    >
      <Stack gap="sm">
        <FilterChips
          name="hk"
          label={t('sheets.semester')}
          options={[
            {
              value: !semester && data?.semester === 1 ? '' : '1',
              label: t('sheets.semesterOf', { semester: 'I' }),
            },
            {
              value: !semester && data?.semester === 2 ? '' : '2',
              label: t('sheets.semesterOf', { semester: 'II' }),
            },
          ]}
        />
        {data ? (
          data.term.lockedAt ? (
            <Notice tone="done">
              {t('term.locked', { day: formatDate(data.term.lockedAt.slice(0, 10)) })}
            </Notice>
          ) : (
            <Notice>
              {t('term.window', { from: formatDate(data.term.opensOn), to: formatDate(data.term.closesOn) })}
            </Notice>
          )
        ) : null}
        {data && data.may.length > 0 ? (
          <Section title={t('term.title')}>
            <TermTools semester={data.semester} term={data.term} may={data.may} />
          </Section>
        ) : null}
        {may('gradebook.getRelease') ? (
          <Section title={t('release.title')}>
            <ReleaseTool />
          </Section>
        ) : null}
        <FilterChips
          name="xem"
          label={t('sheets.progress')}
          options={[
            { value: '', label: t('sheets.all') },
            { value: 'thieu', label: t('sheets.short') },
          ]}
        />
        {(data?.sheets.length ?? 0) > 12 ? (
          <>
            <FilterChips
              name="khoi"
              label={t('sheets.grade')}
              options={[
                { value: '', label: t('sheets.allGrades') },
                ...[...new Set(data?.sheets.map(({ grade }) => grade))].map((grade) => ({
                  value: String(grade),
                  label: t('sheets.gradeOf', { grade }),
                })),
              ]}
            />
            <SearchBox label={t('sheets.search')} />
          </>
        ) : null}
      </Stack>
      {rows.length > 0 ? <p role="status">{t('sheets.total', { filled, wanted })}</p> : null}
      <DataTable
        caption={t('sheets.title')}
        loading={sheets}
        rows={rows}
        rowKey={(sheet) => `${sheet.classId} ${sheet.subjectCode}`}
        rowTo={(sheet) => `/so-diem/${sheet.classId}/${sheet.subjectCode}/${data?.semester ?? 1}`}
        empty={<EmptyState title={t('sheets.none')}>{t('sheets.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'subject',
            header: t('sheets.sheet'),
            phone: 'title',
            cell: (sheet) => t('sheets.name', { class: sheet.className, subject: sheet.subjectName }),
          },
          {
            key: 'teachers',
            header: t('sheets.teachers'),
            cell: (sheet) => sheet.teachers.join(', ') || t('sheets.nobody'),
          },
          { key: 'pupils', header: t('sheets.pupils'), align: 'right', cell: (sheet) => sheet.pupils },
          {
            key: 'progress',
            header: t('sheets.progress'),
            width: '220px',
            cell: (sheet) => <Entered sheet={sheet} />,
          },
          {
            key: 'missed',
            header: t('sheets.missed'),
            align: 'right',
            cell: (sheet) => (sheet.missed > 0 ? sheet.missed : ''),
          },
        ]}
      />
    </Page>
  );
}

/** How much of a sheet is entered: the number says the same as the bar. */
function Entered({ sheet }: { sheet: SheetHead }) {
  const { t } = useTranslation('gradebook');
  const share = sheet.wanted === 0 ? 100 : Math.round((sheet.filled / sheet.wanted) * 100);
  return (
    <>
      {t('sheets.entered', { filled: sheet.filled, wanted: sheet.wanted })}
      <Progress value={share} size="sm" aria-hidden />
    </>
  );
}
