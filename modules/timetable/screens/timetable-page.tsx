import { Button, Menu, Select, Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  announce,
  ConflictDialog,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  toast,
  useAddress,
} from '#platform/ui';
import { shortNames } from '#rules/people';
import {
  describeLesson,
  elsewhereOf,
  type Ground,
  gridOfOne,
  gridOfSchool,
  type Lesson,
  lessonName,
  lessonsOfOne,
  type Slot,
  shownGrid,
  slotName,
  type View,
  views,
} from '#rules/timetable';
import { EditingBar } from './editing-bar.tsx';
import styles from './timetable.module.css';
import { TimetableGrid } from './timetable-grid.tsx';
import { Tray } from './tray.tsx';
import { type Conflict, type Place, useEditor } from './use-editor.ts';
import { ViolationsList } from './violations-list.tsx';

/** One timetable, from the side of a class, a teacher, a room or the whole school; edited in place while it is not published. */
export default function TimetablePage() {
  const { t } = useTranslation('timetable');
  const { timetableId } = useParams({ strict: false }) as { timetableId: string };
  const { address, set } = useAddress();
  const editor = useEditor(timetableId);
  const [looked, setLooked] = useState<Slot>();
  const data = editor.opened.data;
  const ground = editor.ground;
  const short = useMemo(() => shortNames(ground?.teachers ?? []), [ground]);
  useHotkeys([
    ['mod+Z', () => void editor.undo()],
    ['mod+Y', () => void editor.redo()],
    ['Escape', () => editor.letGo()],
  ]);
  if (!data || !ground) {
    return (
      <Page title={t('title')}>
        {editor.opened.error ? (
          <ProblemAlert error={editor.opened.error} onRetry={() => void editor.opened.refetch()} />
        ) : (
          <Skeleton height={360} />
        )}
      </Page>
    );
  }
  const view = views.find((one) => one === address.xem) ?? 'class';
  const people = { class: ground.classes, teacher: ground.teachers, room: ground.rooms, school: [] }[view];
  const chosen = people.find(({ id }) => id === address.ai) ?? people[0];
  const week = { ...shownGrid(ground.frame), bells: ground.frame.bells };
  const grid =
    view === 'school' || !chosen
      ? gridOfSchool(week, ground, editor.shown, t('grid.period'))
      : gridOfOne(week, lessonsOfOne(editor.shown, view, chosen.id), t('grid.period'));
  const elsewhere = view === 'teacher' && chosen ? elsewhereOf(ground, chosen.id) : undefined;
  const wrong = new Set(
    editor.violations.filter(({ severity }) => severity === 'mustFix').flatMap(({ lessonIds }) => lessonIds),
  );
  const waiting = editor.lessons.filter(
    (lesson) =>
      !lesson.at && (view === 'school' || !chosen || lessonsOfOne([lesson], view, chosen.id).length > 0),
  );
  const mustFix = editor.violations.filter(({ severity }) => severity === 'mustFix').length;
  const file = (kind: 'pdf' | 'workbook', of?: View, id?: string) =>
    `/api/timetable/timetables/${timetableId}/${kind}${of ? `?of=${of}${id ? `&id=${id}` : ''}` : ''}`;

  async function put(slot: Slot) {
    const lesson = editor.lifted;
    const verdict = await editor.put(slot);
    if (!verdict || !lesson || !ground) return;
    const name = lessonName(ground, lesson);
    if (verdict.state === 'free') announce(t('put.moved', { name, slot: slotName(slot) }));
    if (verdict.state === 'closed') {
      announce(verdict.reasons.join(' '));
      toast({ tone: 'info', text: `${name}: ${verdict.reasons[0] ?? ''}` });
    }
  }

  return (
    <Page
      wide
      title={data.timetable.name}
      trail={[{ label: t('title'), to: '/thoi-khoa-bieu' }]}
      lead={t('lead', {
        school: data.school.name,
        year: data.schoolYear,
        state: t(`state.${data.timetable.state}`),
      })}
      tools={
        <>
          {data.mayEdit ? (
            <>
              <Button
                variant="default"
                disabled={editor.undoable === 0 || editor.saving}
                onClick={() => void editor.undo()}
              >
                {t('undo')}
              </Button>
              <Button
                variant="default"
                disabled={editor.redoable === 0 || editor.saving}
                onClick={() => void editor.redo()}
              >
                {t('redo')}
              </Button>
            </>
          ) : null}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default">{t('print.menu')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {view !== 'school' && chosen ? (
                <Menu.Item component="a" href={file('pdf', view, chosen.id)}>
                  {t('print.one', { name: chosen.name })}
                </Menu.Item>
              ) : null}
              <Menu.Item component="a" href={file('pdf', 'school')}>
                {t('print.school')}
              </Menu.Item>
              <Menu.Item component="a" href={file('pdf', 'class')}>
                {t('print.class')}
              </Menu.Item>
              <Menu.Item component="a" href={file('pdf', 'teacher')}>
                {t('print.teacher')}
              </Menu.Item>
              <Menu.Item component="a" href={file('pdf', 'room')}>
                {t('print.room')}
              </Menu.Item>
              <Menu.Item component="a" href={file('workbook')}>
                {t('print.excel')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      {editor.error ? <ProblemAlert error={editor.error} /> : null}
      {editor.failed ? <Notice tone="due">{t('cellsFailed')}</Notice> : null}
      {editor.others.length > 0 ? <Notice>{t('others', { names: editor.others.join(', ') })}</Notice> : null}
      <div className={styles.bar}>
        <FilterChips
          name="xem"
          label={t('view.label')}
          clears={['ai']}
          options={views.map((one) => ({ value: one === 'class' ? '' : one, label: t(`view.${one}`) }))}
        />
        {view === 'school' ? null : (
          <Select
            aria-label={t(`view.${view}`)}
            searchable
            allowDeselect={false}
            w={240}
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen?.id ?? null}
            onChange={(id) => set({ ai: id ?? undefined }, { replace: true })}
          />
        )}
        <span aria-live="polite">{editor.saving ? t('saving') : ''}</span>
      </div>
      <TimetableGrid
        caption={chosen && view !== 'school' ? `${data.timetable.name}: ${chosen.name}` : data.timetable.name}
        grid={grid}
        describe={(lesson) => describeLesson(ground, short, view, lesson)}
        elsewhere={elsewhere}
        editing={
          data.mayEdit
            ? {
                lifted: editor.lifted,
                verdicts: editor.verdicts,
                wrong,
                previewed: editor.previewed,
                onLift: (lesson) => {
                  if (lesson.locked)
                    toast({
                      tone: 'info',
                      text: t('put.lockedFirst', { name: lessonName(ground, lesson) }),
                      action: { label: t('unlock'), run: () => editor.lock(lesson) },
                    });
                  editor.lift(lesson);
                },
                onPut: (slot) => void put(slot),
                onCancel: editor.letGo,
                onDragEnd: editor.endDrag,
                onUnplace: editor.unplace,
                onLock: editor.lock,
                onLook: setLooked,
              }
            : undefined
        }
      />
      {[...editor.lessons, ...ground.taken].some(({ weeks }) => weeks) ? (
        <p className={styles.letters}>{t(`letters.${ground.frame.weekA}`)}</p>
      ) : null}
      {data.mayEdit ? (
        <>
          <EditingBar ground={ground} editor={editor} looked={looked} />
          <Tray ground={ground} waiting={waiting} editor={editor} />
        </>
      ) : null}
      <ViolationsList
        violations={editor.violations}
        mustFix={mustFix}
        onShow={(lessonId) => {
          const lesson = editor.lessons.find(({ id }) => id === lessonId);
          if (lesson?.classIds[0]) set({ xem: '', ai: lesson.classIds[0] });
          else if (lesson?.staffIds[0]) set({ xem: 'teacher', ai: lesson.staffIds[0] });
        }}
      />
      <ConflictDialog
        opened={editor.conflict !== undefined}
        theirs={placesText(ground, editor.lessons, editor.conflict?.current ?? [])}
        mine={placesText(ground, editor.lessons, mineOf(editor.conflict))}
        onTakeTheirs={() => void editor.settle(false)}
        onKeepMine={() => void editor.settle(true)}
        onClose={() => void editor.settle(false)}
      />
    </Page>
  );
}

function mineOf(conflict: Conflict | undefined): (Place & { lessonId: string })[] {
  const overtaken = new Set(conflict?.current.map(({ lessonId }) => lessonId));
  return (conflict?.moves ?? []).filter(({ lessonId }) => overtaken.has(lessonId));
}

function placesText(
  ground: Ground,
  lessons: readonly Lesson[],
  places: readonly (Place & { lessonId: string })[],
): string {
  return places
    .map(({ lessonId, at }) => {
      const lesson = lessons.find(({ id }) => id === lessonId);
      return `${lesson ? lessonName(ground, lesson) : ''}: ${at ? slotName(at) : '–'}`;
    })
    .join('\n');
}
