import { Button, Skeleton } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  ConfirmDialog,
  ConflictDialog,
  EmptyState,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  SideDrawer,
  toast,
  useAddress,
} from '#platform/ui';
import { shortNames } from '#rules/people';
import styles from './assignments.module.css';
import { CellDrawer } from './cell-drawer.tsx';
import { type CellRow, cellKey, cellsOf, type Grid, loadLines, shownPeriods } from './grid-model.ts';
import { GridTable } from './grid-table.tsx';
import { ProposalDrawer } from './proposal-drawer.tsx';
import { TeacherDrawer } from './teacher-drawer.tsx';
import { TeacherLoads } from './teacher-loads.tsx';
import { useAssignments } from './use-assignments.ts';

/** Who teaches what in a school: the grid with live loads, a proposal with reasons, publication. */
export default function AssignmentsPage() {
  const { t } = useTranslation('staffing');
  const may = useMay();
  const { address, set } = useAddress();
  const phone = useMediaQuery('(max-width: 767px)') ?? false;
  const work = useAssignments(address.truong);
  const [publishing, setPublishing] = useState(false);
  const data = work.grid.data;
  const cells = useMemo(() => (data ? cellsOf(data) : new Map()), [data]) as ReturnType<typeof cellsOf>;
  const lines = useMemo(() => (data ? loadLines(data) : []), [data]);
  const names = useMemo(() => shortNames(data?.teachers ?? []), [data]);
  const publish = useCommand({
    run: (version: number, init) =>
      answer(api.POST('/api/staffing/assignments/publish', { body: { ...work.of, version }, ...init })),
    refreshes: [['staffing']],
    onDone: () => {
      setPublishing(false);
      toast({ tone: 'done', text: t('published') });
    },
  });
  useHotkeys([['mod+Z', () => void work.undo()]]);

  if (!data) {
    return (
      <Page title={t('title')}>
        {work.grid.error ? (
          <ProblemAlert error={work.grid.error} onRetry={() => void work.grid.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }

  const byTeacher = phone ? address.xem !== 'luoi' : address.xem === 'giao-vien';
  const team = address.to;
  const shownLines = team ? lines.filter(({ teacher }) => (teacher.teamId ?? 'khac') === team) : lines;
  const codes = new Set(
    team
      ? [
          ...shownLines.flatMap(({ teacher }) =>
            teacher.qualifications.map(({ subjectCode }) => subjectCode),
          ),
          ...data.assignments
            .filter(({ staffId }) => shownLines.some(({ teacher }) => teacher.id === staffId))
            .map(({ subjectCode }) => subjectCode),
        ]
      : data.subjects.map(({ code }) => code),
  );
  const subjects = data.subjects.filter(({ code }) => codes.has(code));
  const classes = data.classes.filter(({ grade }) => !address.khoi || String(grade) === address.khoi);
  const [openClassId, openCode] = (address.o ?? '').split('.');
  const openClass = data.classes.find(({ id }) => id === openClassId);
  const openSubject = data.subjects.find(({ code }) => code === openCode);
  const openLine = lines.find(({ teacher }) => teacher.id === address.gv);
  const incomplete = [...cells.values()].filter(({ complete }) => !complete).length;
  const unpublished = data.plan?.publishedAt && data.plan.changedAt > data.plan.publishedAt;
  const close = () => {
    work.clearError();
    set({ o: '', gv: '', 'de-xuat': '' });
  };
  const file = (kind: 'workbook' | 'document') =>
    `/api/staffing/assignments/${kind}?${new URLSearchParams(work.of)}`;

  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead', { school: data.school.name, year: data.schoolYear })}
      action={
        data.mayEdit && may('staffing.proposeAssignments') && incomplete > 0 && data.teachers.length > 0 ? (
          <Button onClick={() => set({ 'de-xuat': '1' })}>{t('propose')}</Button>
        ) : data.mayEdit && may('staffing.publishAssignments') && data.assignments.length > 0 ? (
          <Button onClick={() => setPublishing(true)}>{t('publish')}</Button>
        ) : null
      }
      tools={
        <>
          {data.mayEdit ? (
            <Button
              variant="default"
              disabled={work.undoable === 0 || work.saving}
              onClick={() => void work.undo()}
            >
              {t('undo')}
            </Button>
          ) : null}
          {data.mayEdit &&
          may('staffing.publishAssignments') &&
          incomplete > 0 &&
          data.assignments.length > 0 ? (
            <Button variant="default" onClick={() => setPublishing(true)}>
              {t('publish')}
            </Button>
          ) : null}
          <Button component="a" href={file('workbook')} download variant="default">
            {t('excel')}
          </Button>
          <Button component="a" href={file('document')} download variant="default">
            {t('word')}
          </Button>
        </>
      }
    >
      {data.classes.length === 0 ? (
        <EmptyState title={t('noClasses')}>{t('noClassesDetail')}</EmptyState>
      ) : (
        <>
          <p className={styles.summary} aria-live="polite">
            <strong>{t('cellsDone', { done: cells.size - incomplete, all: cells.size })}</strong>
            <span>
              {data.plan?.state === 'published'
                ? t('publishedAt', { at: formatDateTime(data.plan.publishedAt ?? '') })
                : t('draft')}
            </span>
            {work.saving ? <span>{t('saving')}</span> : null}
          </p>
          {unpublished ? <Notice tone="due">{t('changedSince')}</Notice> : null}
          <div className={styles.filters}>
            <FilterChips
              name="xem"
              label={t('view')}
              options={
                phone
                  ? [
                      { value: '', label: t('viewTeachers') },
                      { value: 'luoi', label: t('viewGrid') },
                    ]
                  : [
                      { value: '', label: t('viewGrid') },
                      { value: 'giao-vien', label: t('viewTeachers') },
                    ]
              }
            />
            <FilterChips
              name="to"
              label={t('team')}
              options={teamOptions(data, t('allTeams'), t('noTeam'))}
            />
            {byTeacher ? null : (
              <FilterChips
                name="khoi"
                label={t('grade')}
                options={[
                  { value: '', label: t('allGrades') },
                  ...[...new Set(data.classes.map(({ grade }) => grade))].map((grade) => ({
                    value: String(grade),
                    label: t('gradeOf', { grade }),
                  })),
                ]}
              />
            )}
          </div>
          {byTeacher ? (
            <TeacherLoads
              grid={data}
              lines={shownLines}
              detailed
              onOpen={({ teacher }) => set({ gv: teacher.id })}
            />
          ) : (
            <div className={styles.layout} data-phone={phone || undefined}>
              <GridTable
                grid={data}
                classes={classes}
                subjects={subjects}
                cells={cells}
                names={names}
                highlighted={address.nguoi}
                open={openClass && openSubject ? cellKey(openClass.id, openSubject.code) : undefined}
                onOpen={(schoolClass, subject) => set({ o: `${schoolClass.id}.${subject.code}` })}
                onClear={
                  data.mayEdit
                    ? (classId, subjectCode) => {
                        const seen = cells.get(cellKey(classId, subjectCode))?.rows ?? [];
                        if (seen.length > 0) void work.save([{ classId, subjectCode, seen, rows: [] }]);
                      }
                    : undefined
                }
              />
              <div className={styles.panel}>
                {address.nguoi ? (
                  <Button variant="default" size="compact-sm" mb="sm" onClick={() => set({ nguoi: '' })}>
                    {t('showAll')}
                  </Button>
                ) : null}
                <TeacherLoads
                  grid={data}
                  lines={shownLines}
                  detailed={false}
                  onOpen={({ teacher }) => set({ gv: teacher.id })}
                />
              </div>
            </div>
          )}
        </>
      )}
      <SideDrawer
        opened={openClass !== undefined && openSubject !== undefined}
        title={t('cell.title', { name: openClass?.name ?? '', subject: openSubject?.name ?? '' })}
        onClose={close}
      >
        {openClass && openSubject && cells.has(cellKey(openClass.id, openSubject.code)) ? (
          data.mayEdit ? (
            <CellDrawer
              key={`${openClass.id} ${openSubject.code} ${work.grid.dataUpdatedAt}`}
              grid={data}
              schoolClass={openClass}
              subject={openSubject}
              cells={cells}
              lines={lines}
              busy={work.saving}
              error={work.error}
              onSave={(changes) => void work.save(changes).then((done) => done && close())}
            />
          ) : (
            <CellFacts grid={data} rows={cells.get(cellKey(openClass.id, openSubject.code))?.rows ?? []} />
          )
        ) : null}
      </SideDrawer>
      <SideDrawer opened={openLine !== undefined} title={openLine?.teacher.name ?? ''} onClose={close}>
        {openLine ? (
          <TeacherDrawer
            grid={data}
            line={openLine}
            of={work.of}
            onHighlight={
              byTeacher ? undefined : () => set({ gv: '', nguoi: openLine.teacher.id, to: '', khoi: '' })
            }
          />
        ) : null}
      </SideDrawer>
      <SideDrawer wide opened={address['de-xuat'] === '1'} title={t('proposal.title')} onClose={close}>
        {address['de-xuat'] === '1' ? (
          <ProposalDrawer
            grid={data}
            cells={cells}
            of={work.of}
            busy={work.saving}
            error={work.error}
            onAccept={(changes) =>
              void work.save(changes).then((done) => {
                if (!done) return;
                toast({
                  tone: 'done',
                  text: t('proposal.accepted', { count: changes.length }),
                  action: { label: t('undo'), run: () => void work.undo() },
                });
                close();
              })
            }
          />
        ) : null}
      </SideDrawer>
      <ConfirmDialog
        opened={publishing}
        title={t('publishQuestion')}
        confirm={t('publish')}
        busy={publish.isPending}
        error={publish.error}
        onConfirm={() => publish.mutate(data.plan?.version ?? 0)}
        onClose={() => setPublishing(false)}
      >
        <p>{t('publishWhat', { count: data.teachers.length })}</p>
        {incomplete > 0 ? <Notice tone="due">{t('publishIncomplete', { count: incomplete })}</Notice> : null}
      </ConfirmDialog>
      <ConflictDialog
        opened={work.conflict !== undefined}
        theirs={conflictText(data, work.conflict?.current ?? [])}
        mine={conflictText(data, work.conflict?.changes ?? [])}
        onTakeTheirs={() => void work.settle(false)}
        onKeepMine={() => void work.settle(true)}
        onClose={() => void work.settle(false)}
      />
    </Page>
  );
}

/** A cell for those who only look. */
function CellFacts({ grid, rows }: { grid: Grid; rows: readonly CellRow[] }) {
  const { t } = useTranslation('staffing');
  if (rows.length === 0) return <p>{t('nobody')}</p>;
  return (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {rows.map((row) => (
        <li key={`${row.staffId} ${row.strand}`}>
          {t('cell.line', {
            name: grid.teachers.find(({ id }) => id === row.staffId)?.name ?? '',
            first: shownPeriods(row.periods[1]),
            second: shownPeriods(row.periods[2]),
          })}
          {row.exceptionReason ? ` (${row.exceptionReason})` : ''}
        </li>
      ))}
    </ul>
  );
}

function teamOptions(grid: Grid, all: string, none: string) {
  const teams = new Map(grid.teachers.map(({ teamId, teamName }) => [teamId ?? 'khac', teamName ?? none]));
  return [{ value: '', label: all }, ...[...teams].map(([value, label]) => ({ value, label }))];
}

/** Cells of a conflict as text, a line each. */
function conflictText(
  grid: Grid,
  cells: readonly { classId: string; subjectCode: string; rows: readonly CellRow[] }[],
): string {
  return cells
    .map(({ classId, subjectCode, rows }) => {
      const where = `${grid.classes.find(({ id }) => id === classId)?.name ?? ''} · ${grid.subjects.find(({ code }) => code === subjectCode)?.shortName ?? subjectCode}`;
      const who = rows.map(
        ({ staffId, periods }) =>
          `${grid.teachers.find(({ id }) => id === staffId)?.name ?? ''} ${shownPeriods(periods[1])}/${shownPeriods(periods[2])}`,
      );
      return `${where}: ${who.join(', ') || '–'}`;
    })
    .join('\n');
}
