import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay, useSchoolYear } from '#api';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  ProblemAlert,
  SideDrawer,
  Tag,
  useAddress,
} from '#platform/ui';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { ChoicesForm, type ClassChoices } from './choices-form.tsx';

/** What each class of the school learns beyond the compulsory subjects. */
export default function ClassChoicesPage() {
  const { t } = useTranslation('curriculum');
  const may = useMay();
  const { address, set } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const query = {
    ...(schoolYear ? { schoolYear } : {}),
    ...(address.truong ? { schoolId: address.truong } : {}),
  };
  const list = useQuery({
    queryKey: ['curriculum', 'class-choices', query],
    queryFn: ({ signal }) => answer(api.GET('/api/curriculum/class-choices', { params: { query }, signal })),
  });
  const data = list.data;
  const grades = [...new Set(data?.classes.map(({ grade }) => grade) ?? [])];
  const classes = (data?.classes ?? []).filter(
    ({ grade }) => !address.khoi || String(grade) === address.khoi,
  );
  const open = data?.classes.find(({ classId }) => classId === address.lop);
  const programme = programmeOfYear(schoolYear ?? '9999-9999');
  const names = (one: ClassChoices, kind: ClassChoices['choices'][number]['kind']) =>
    one.choices
      .filter((choice) => choice.kind === kind)
      .map(({ subjectCode, periods }) => {
        const name = findSubject(programme, subjectCode)?.shortName ?? subjectCode;
        return periods === null ? name : `${name} (${periods})`;
      })
      .join(', ');
  const close = () => set({ lop: '' });
  return (
    <Page wide title={t('choices.title')} lead={t('choices.lead', { school: data?.schoolName ?? '' })}>
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton height={240} /> : null}
      {data ? (
        <>
          <div style={{ marginBottom: 12 }}>
            <FilterChips
              name="khoi"
              label={t('grade')}
              options={[
                { value: '', label: t('allGrades') },
                ...grades.map((grade) => ({ value: String(grade), label: t('gradeOf', { grade }) })),
              ]}
            />
          </div>
          <DataTable
            caption={t('choices.title')}
            rows={classes}
            rowKey={({ classId }) => classId}
            onOpen={({ classId }) => set({ lop: classId })}
            empty={<EmptyState title={t('choices.noClasses')}>{t('choices.noClassesDetail')}</EmptyState>}
            columns={[
              { key: 'name', header: t('class'), phone: 'title', width: '10%', cell: ({ name }) => name },
              { key: 'elective', header: t('kind.elective'), cell: (one) => names(one, 'elective') },
              { key: 'topic', header: t('kind.topic'), cell: (one) => names(one, 'topic') },
              { key: 'optional', header: t('kind.optional'), cell: (one) => names(one, 'optional') },
              {
                key: 'periods',
                header: t('perYear'),
                align: 'right',
                cell: ({ periodsPerYear }) => periodsPerYear,
              },
              {
                key: 'state',
                header: t('choices.state'),
                cell: ({ problems }) =>
                  problems.length > 0 ? (
                    <Tag tone="due">{t('choices.toDo', { count: problems.length })}</Tag>
                  ) : (
                    <Tag tone="done">{t('choices.right')}</Tag>
                  ),
              },
            ]}
          />
        </>
      ) : null}
      <SideDrawer
        opened={open !== undefined}
        title={t('choices.of', { name: open?.name ?? '' })}
        onClose={close}
      >
        {open && data ? (
          <ChoicesForm
            key={`${open.classId} ${list.dataUpdatedAt}`}
            programme={programme}
            schoolClass={open}
            classes={data.classes}
            mayEdit={may('curriculum.setClassChoices')}
            onClose={close}
          />
        ) : null}
      </SideDrawer>
    </Page>
  );
}
