import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortNames } from '#rules/people';
import { describeLesson, type Ground, type Lesson, lessonName } from '#rules/timetable';
import { hueOf } from './model.ts';
import styles from './timetable.module.css';
import type { Editor } from './use-editor.ts';

const most = 80;

/** Lessons that lie nowhere yet, to be picked up. */
export function Tray({
  ground,
  waiting,
  editor,
}: {
  ground: Ground;
  waiting: readonly Lesson[];
  editor: Editor;
}) {
  const { t } = useTranslation('timetable');
  const short = useMemo(() => shortNames(ground.teachers), [ground]);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('tray.title')}>
      <strong>{t('tray.count', { count: waiting.length })}</strong>
      <ul className={styles.tray}>
        {waiting.slice(0, most).map((lesson) => {
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
                onDragEnd={editor.endDrag}
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
  );
}
