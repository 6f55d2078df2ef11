import { Button, Group, Menu, Select, Skeleton } from '@mantine/core';
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
import {
  describeLesson,
  type Ground,
  gridOfOne,
  gridOfSchool,
  type Lesson,
  lessonName,
  lessonsOfOne,
  type Slot,
  shortNames,
  shownGrid,
  slotKey,
  slotName,
  type View,
  views,
} from '#rules/timetable';
import { hueOf } from './model.ts';
import styles from './timetable.module.css';
import { TimetableGrid } from './timetable-grid.tsx';
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
      ? gridOfSchool(week, ground, editor.lessons, t('grid.period'))
      : gridOfOne(week, lessonsOfOne(editor.lessons, view, chosen.id), t('grid.period'));
  const wrong = new Set(
    editor.violations.filter(({ severity }) => severity === 'mustFix').flatMap(({ lessonIds }) => lessonIds),
  );
  const waiting = editor.lessons.filter(
    (lesson) =>
      !lesson.at && (view === 'school' || !chosen || lessonsOfOne([lesson], view, chosen.id).length > 0),
  );
  const mustFix = editor.violations.filter(({ severity }) => severity === 'mustFix').length;
  const verdict = looked && editor.verdicts?.get(slotKey(looked));
  const file = (kind: 'pdf' | 'workbook', of?: View, id?: string) =>
    `/api/timetable/timetables/${timetableId}/${kind}${of ? `?of=${of}${id ? `&id=${id}` : ''}` : ''}`;

  function put(slot: Slot) {
    const lesson = editor.lifted;
    const done = editor.put(slot);
    if (!done || !lesson || !ground) return;
    const name = lessonName(ground, lesson);
    if (done.outcome === 'forbidden') {
      announce(done.verdict.reasons.join(' '));
      toast({ tone: 'late', text: `${name}: ${done.verdict.reasons[0] ?? ''}` });
      return;
    }
    announce(t(`put.${done.outcome}`, { name, slot: slotName(slot) }));
    if (done.outcome === 'displaced') {
      toast({
        tone: 'due',
        text: t('put.displaced', { name, slot: slotName(slot) }),
        action: { label: t('undo'), run: () => void editor.undo() },
      });
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
        editing={
          data.mayEdit
            ? {
                lifted: editor.lifted,
                verdicts: editor.verdicts,
                wrong,
                onLift: (lesson) => {
                  if (lesson.locked) toast({ tone: 'info', text: t('put.lockedFirst') });
                  editor.lift(lesson);
                },
                onPut: put,
                onCancel: editor.letGo,
                onUnplace: editor.unplace,
                onLock: editor.lock,
                onLook: setLooked,
              }
            : undefined
        }
      />
      {data.mayEdit ? (
        <>
          <div className={styles.status} role="status">
            {editor.lifted ? (
              <Group gap="sm" justify="space-between">
                <span>
                  {t('lifted', { name: lessonName(ground, editor.lifted) })}{' '}
                  {looked && verdict
                    ? `${slotName(looked)}: ${t(`verdict.${verdict.state}`)}. ${verdict.reasons.join(' ')}`
                    : t('liftedHint')}
                </span>
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => editor.unplace(editor.lifted as Lesson)}
                    disabled={!editor.lifted.at}
                  >
                    {t('unplace')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => editor.lock(editor.lifted as Lesson)}
                  >
                    {t('lock')}
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={editor.letGo}>
                    {t('letGo')}
                  </Button>
                </Group>
              </Group>
            ) : (
              t('hint')
            )}
          </div>
          {waiting.length > 0 ? (
            <section aria-label={t('tray.title')}>
              <strong>{t('tray.count', { count: waiting.length })}</strong>
              <ul className={styles.tray}>
                {waiting.slice(0, 80).map((lesson) => {
                  const { title, detail } = describeLesson(ground, short, 'school', lesson);
                  return (
                    <li key={lesson.id}>
                      <button
                        type="button"
                        className={styles.trayItem}
                        style={{ '--hue': hueOf(lesson.subjectCode) } as never}
                        data-up={editor.lifted?.id === lesson.id || undefined}
                        draggable
                        onDragStart={() => editor.lift(lesson)}
                        onDragEnd={editor.letGo}
                        onClick={() => editor.lift(lesson)}
                      >
                        {lessonName(ground, lesson)}
                        {lesson.duration > 1 ? ` ×${lesson.duration}` : ''} {title === detail ? '' : detail}
                      </button>
                    </li>
                  );
                })}
              </ul>
            </section>
          ) : null}
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
