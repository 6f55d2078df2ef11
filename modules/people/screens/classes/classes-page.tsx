import { Anchor, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatNumber } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  Facts,
  FilterChips,
  Notice,
  Page,
  SideDrawer,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import type { ClassLine, ClassList } from '../answers.ts';
import { useChosenYearId } from '../pupils/use-pupils.ts';
import { SchoolChoice, useSchoolChoice } from '../school-choice.tsx';
import { ClassForm } from './class-form.tsx';
import styles from './classes.module.css';
import { SizeBar } from './size-bar.tsx';

/** The classes of a year by grade: how full, who is homeroom teacher, where they sit, and what should be looked at. */
export default function ClassesPage() {
  const { t } = useTranslation('people');
  const may = useMay();
  const { address } = useAddress();
  const { yearId, ready } = useChosenYearId();
  const school = useSchoolChoice();
  const [editing, setEditing] = useState<ClassLine | 'new'>();
  const query = {
    ...(yearId ? { schoolYearId: yearId } : {}),
    ...(school.unitId ? { unitId: school.unitId } : {}),
  };
  const classes = useQuery({
    queryKey: ['people', 'classes', query],
    queryFn: ({ signal }) => answer(api.GET('/api/people/classes', { params: { query }, signal })),
    enabled: ready && school.ready,
  });
  const all = classes.data?.items ?? [];
  const wanted = Number(address.khoi) || undefined;
  const needsLook = address.xem === 'can-xem-lai';
  const shown = all.filter(
    (one) => (!wanted || one.grade === wanted) && (!needsLook || one.warnings.length > 0),
  );
  const grades = [...new Set(all.map((one) => one.grade))];
  const mayCreate = classes.data?.may.includes('people.createClass') ?? false;
  return (
    <Page
      title={t('class.title')}
      lead={t('class.lead')}
      tools={
        may('people.exportClasses') && all.length > 0 ? (
          <Button
            component="a"
            href={`/api/people/classes.xlsx?${new URLSearchParams(query)}`}
            download
            variant="default"
          >
            {t('excel')}
          </Button>
        ) : null
      }
      action={mayCreate ? <Button onClick={() => setEditing('new')}>{t('class.create')}</Button> : null}
    >
      <SchoolChoice name={classes.data?.school.name} />
      {school.ready ? (
        <>
          {classes.data && all.length > 0 ? <Summary list={classes.data} /> : null}
          {grades.length > 0 ? (
            <Group gap="sm" my="sm">
              <FilterChips
                name="khoi"
                label={t('class.grade')}
                options={[
                  { value: '', label: t('class.allGrades') },
                  ...grades.map((grade) => ({ value: String(grade), label: t('class.gradeOf', { grade }) })),
                ]}
              />
              <FilterChips
                name="xem"
                label={t('class.look')}
                options={[
                  { value: '', label: t('class.everything') },
                  {
                    value: 'can-xem-lai',
                    label: t('class.needsLook'),
                    count: all.filter((one) => one.warnings.length > 0).length,
                  },
                ]}
              />
            </Group>
          ) : null}
          <ClassTable
            classes={shown}
            loading={classes}
            empty={
              all.length === 0 ? (
                <EmptyState
                  title={t('class.none')}
                  action={
                    mayCreate ? <Button onClick={() => setEditing('new')}>{t('class.create')}</Button> : null
                  }
                >
                  {mayCreate ? t('class.noneDetail') : t('class.noneForOthers')}
                </EmptyState>
              ) : (
                <EmptyState title={t('class.noneLeft')}>{t('class.noneLeftDetail')}</EmptyState>
              )
            }
            may={classes.data?.may ?? []}
            onEdit={setEditing}
          />
        </>
      ) : null}
      <SideDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('class.create') : t('class.edit')}
        onClose={() => setEditing(undefined)}
      >
        {editing && classes.data ? (
          <ClassForm
            school={classes.data.school}
            schoolYearId={classes.data.year.id}
            current={editing === 'new' ? undefined : editing}
            onClose={() => setEditing(undefined)}
          />
        ) : null}
      </SideDrawer>
    </Page>
  );
}

function Summary({ list }: { list: ClassList }) {
  const { t } = useTranslation('people');
  const { totals } = list;
  const bare = list.items.filter((one) => one.warnings.some(({ code }) => code === 'noHomeroom'));
  return (
    <>
      <Facts
        facts={[
          { name: t('class.count'), value: formatNumber(totals.classes) },
          { name: t('figures.pupils'), value: formatNumber(totals.pupils) },
          { name: t('figures.female'), value: formatNumber(totals.female) },
          { name: t('figures.minority'), value: formatNumber(totals.minority) },
        ]}
      />
      {bare.length > 0 ? (
        <div style={{ marginTop: 12 }}>
          <Notice tone="due">
            <p>{t('class.bare', { classes: bare.map(({ name }) => name).join(', ') })}</p>
          </Notice>
        </div>
      ) : null}
    </>
  );
}

function ClassTable({
  classes,
  loading,
  empty,
  may,
  onEdit,
}: {
  classes: readonly ClassLine[];
  loading: { isPending: boolean; error: unknown; refetch: () => unknown };
  empty: React.ReactNode;
  may: readonly string[];
  onEdit: (one: ClassLine) => void;
}) {
  const { t } = useTranslation('people');
  const mayDo = useMay();
  const [removing, setRemoving] = useState<ClassLine>();
  const remove = useCommand({
    run: (classId: string, init) =>
      answer(api.DELETE('/api/people/classes/{classId}', { params: { path: { classId } }, ...init })),
    refreshes: [['people'], ['pupils']],
    onDone: () => {
      toast({ tone: 'done', text: t('class.removed', { name: removing?.name ?? '' }) });
      setRemoving(undefined);
    },
  });
  const hasActions = may.includes('people.updateClass');
  return (
    <>
      <DataTable
        caption={t('class.title')}
        loading={loading}
        rows={classes}
        rowKey={(one) => one.id}
        empty={empty}
        columns={[
          {
            key: 'name',
            header: t('class.name'),
            phone: 'title',
            cell: (one) =>
              mayDo('people.listPupils') ? (
                <Anchor component={Link} to="/hoc-sinh" search={{ lop: one.id } as never} fw={600}>
                  {one.name}
                </Anchor>
              ) : (
                <strong>{one.name}</strong>
              ),
          },
          {
            key: 'kind',
            header: t('class.kind'),
            cell: (one) => (
              <Group gap={6}>
                {one.kind === 'ordinary' ? null : <Tag tone="accent">{t(`classKind.${one.kind}`)}</Tag>}
                {one.twoSessions ? <Tag>{t('class.twoSessionsShort')}</Tag> : null}
              </Group>
            ),
          },
          {
            key: 'size',
            header: t('class.size'),
            cell: (one) => <SizeBar pupils={one.pupils} limit={one.limit} />,
          },
          {
            key: 'female',
            header: t('figures.female'),
            align: 'right',
            phone: 'hidden',
            cell: (one) => <span className={styles.number}>{formatNumber(one.female)}</span>,
          },
          {
            key: 'minority',
            header: t('figures.minorityShort'),
            align: 'right',
            phone: 'hidden',
            cell: (one) => <span className={styles.number}>{formatNumber(one.minority)}</span>,
          },
          {
            key: 'homeroom',
            header: t('class.homeroom'),
            cell: (one) => <Homeroom one={one} />,
          },
          {
            key: 'place',
            header: t('class.room'),
            cell: (one) => [one.roomName, one.siteName].filter(Boolean).join(', '),
          },
          ...(classes.some(({ warnings }) => remarksOf(warnings).length > 0)
            ? [
                {
                  key: 'look',
                  header: t('class.look'),
                  cell: (one: ClassLine) => <Remarks warnings={one.warnings} />,
                },
              ]
            : []),
          ...(hasActions
            ? [
                {
                  key: 'actions',
                  header: t('actions'),
                  phone: 'corner' as const,
                  cell: (one: ClassLine) => (
                    <Group gap={4} wrap="nowrap">
                      <Button
                        variant="subtle"
                        size="xs"
                        aria-label={t('editOf', { name: one.name })}
                        onClick={() => onEdit(one)}
                      >
                        {t('edit')}
                      </Button>
                      {one.pupils === 0 ? (
                        <Button
                          variant="subtle"
                          size="xs"
                          aria-label={t('removeOf', { name: one.name })}
                          onClick={() => setRemoving(one)}
                        >
                          {t('remove')}
                        </Button>
                      ) : null}
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        opened={removing !== undefined}
        title={t('class.removeAsk', { name: removing?.name ?? '' })}
        confirm={t('remove')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => {
          if (removing) remove.mutate(removing.id);
        }}
        onClose={() => {
          setRemoving(undefined);
          remove.reset();
        }}
      >
        <p style={{ marginTop: 0 }}>{t('class.removeBody')}</p>
      </ConfirmDialog>
    </>
  );
}

function Homeroom({ one }: { one: ClassLine }) {
  const { t } = useTranslation('people');
  if (!one.homeroomStaffId) return <Tag tone="due">{t('class.noHomeroom')}</Tag>;
  return (
    <Group gap={6}>
      <Anchor component={Link} to={`/doi-ngu/${one.homeroomStaffId}`}>
        {one.homeroomName ?? ''}
      </Anchor>
      {one.homeroomLeft ? <Tag tone="late">{t('class.homeroomLeft')}</Tag> : null}
    </Group>
  );
}

/** A class without homeroom teacher is told in its own column. */
function remarksOf(warnings: ClassLine['warnings']): ClassLine['warnings'] {
  return warnings.filter(({ code }) => code !== 'noHomeroom');
}

/** What should be looked at, each with the rule it comes from. */
function Remarks({ warnings }: { warnings: ClassLine['warnings'] }) {
  const told = remarksOf(warnings);
  if (told.length === 0) return '';
  return (
    <ul className={styles.remarks}>
      {told.map(({ code, rule, message }) => (
        <li key={code}>
          {message} {rule ? <span className={styles.rule}>{rule}</span> : null}
        </li>
      ))}
    </ul>
  );
}
