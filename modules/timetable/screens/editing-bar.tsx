import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#platform/ui';
import {
  type Chain,
  type Ground,
  type Lesson,
  lessonName,
  type Slot,
  slotKey,
  slotName,
  whyNotRoom,
} from '#rules/timetable';
import styles from './timetable.module.css';
import type { Choice, Editor } from './use-editor.ts';

/** Below the grid while editing: what is lifted, what the cell looked at means, and the ways out of a conflict. */
export function EditingBar({
  ground,
  editor,
  looked,
}: {
  ground: Ground;
  editor: Editor;
  looked: Slot | undefined;
}) {
  const { t } = useTranslation('timetable');
  const { lifted, choice } = editor;
  if (choice)
    return <ChoicePanel key={slotKey(choice.slot)} ground={ground} editor={editor} choice={choice} />;
  const verdict = looked && editor.verdicts?.get(slotKey(looked));
  return (
    <div className={styles.status} role="status">
      {lifted ? (
        <Group gap="sm" justify="space-between">
          <span>
            {t('lifted', { name: lessonName(ground, lifted) })}{' '}
            {looked && verdict && verdict.state !== 'here'
              ? t('lookedAt', {
                  slot: slotName(looked),
                  verdict: t(`verdict.${verdict.state}`),
                  reasons: verdict.reasons.join(' '),
                })
              : t('liftedHint')}
          </span>
          <Group gap="xs">
            <RoomChoice ground={ground} editor={editor} lesson={lifted} />
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => editor.unplace(lifted)}
              disabled={!lifted.at}
            >
              {t('unplace')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => editor.lock(lifted)}>
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
  );
}

/** The room of the lesson lifted: rooms that do first, of the others why they do not. */
function RoomChoice({ ground, editor, lesson }: { ground: Ground; editor: Editor; lesson: Lesson }) {
  const { t } = useTranslation('timetable');
  const rooms = ground.rooms
    .map((room) => ({ room, why: whyNotRoom(ground, editor.lessons, lesson, room) }))
    .sort((one, other) => Number(one.why.length > 0) - Number(other.why.length > 0));
  const now = rooms.find(({ room }) => room.id === lesson.roomId);
  return (
    <>
      <select
        className={styles.number}
        style={{ width: 'min(280px, 80vw)' }}
        aria-label={t('room.of', { name: lessonName(ground, lesson) })}
        value={lesson.roomId ?? ''}
        onChange={(event) => editor.setRoom(lesson, event.currentTarget.value || null)}
      >
        <option value="">{t('room.none')}</option>
        {rooms.map(({ room, why }) => (
          <option key={room.id} value={room.id}>
            {[room.name, why.join('; ')].filter(Boolean).join(': ')}
          </option>
        ))}
      </select>
      {now && now.why.length > 0 ? <em>{`${now.room.name}: ${now.why.join('; ')}`}</em> : null}
    </>
  );
}

/** Why the lesson does not fit, the chains that make room, and laying it there all the same. */
function ChoicePanel({ ground, editor, choice }: { ground: Ground; editor: Editor; choice: Choice }) {
  const { t } = useTranslation('timetable');
  const { lesson, slot, verdict, chains, locked } = choice;
  const panel = useRef<HTMLElement>(null);
  const name = lessonName(ground, lesson);
  const found = chains !== undefined;
  useEffect(() => {
    const back = document.activeElement as HTMLElement | null;
    return () => back?.focus();
  }, []);
  useEffect(() => {
    if (found) panel.current?.querySelector('button')?.focus();
  }, [found]);

  function take(chain: Chain) {
    announce(t('put.moved', { name, slot: slotName(slot) }));
    editor.takeChain(chain);
  }

  return (
    <section
      className={styles.status}
      ref={panel}
      aria-label={t('chain.title', { name, slot: slotName(slot) })}
    >
      <strong>{t('chain.title', { name, slot: slotName(slot) })}</strong>
      <ul className={styles.reasons}>
        {verdict.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p role="status" style={{ margin: '4px 0' }}>
        {!chains
          ? t('chain.looking')
          : chains.length === 0
            ? t('chain.none')
            : t('chain.found', { count: chains.length })}
      </p>
      <ul className={styles.chains}>
        {chains?.map((chain) => (
          <li key={chain.moves.map(({ lessonId, at }) => `${lessonId} ${at ? slotKey(at) : ''}`).join()}>
            <Button
              size="compact-sm"
              onClick={() => take(chain)}
              onFocus={() => editor.look(chain)}
              onBlur={() => editor.look(undefined)}
              onMouseEnter={() => editor.look(chain)}
              onMouseLeave={() => editor.look(undefined)}
            >
              {t('chain.take', { count: chain.moves.length })}
            </Button>
            <span>
              {chain.moves.map(moveText).join('; ')}: <em>{costText(chain.cost)}</em>
            </span>
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={locked.length > 0}
          onClick={() => editor.displace(choice)}
        >
          {verdict.inTheWay.length > 0
            ? t('chain.displace', { count: verdict.inTheWay.length })
            : t('chain.anyway')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={editor.dismiss}>
          {t('chain.dismiss')}
        </Button>
        {locked.length > 0 ? <span>{t('chain.locked')}</span> : null}
      </Group>
    </section>
  );

  function moveText({ lessonId, at, roomId }: Chain['moves'][number]): string {
    const moved = editor.lessons.find(({ id }) => id === lessonId);
    if (!moved || !at) return '';
    const room = roomId !== moved.roomId ? ground.rooms.find(({ id }) => id === roomId)?.name : undefined;
    return t(room ? 'chain.moveToRoom' : 'chain.move', {
      name: lessonName(ground, moved),
      slot: slotName(at),
      room,
    });
  }

  function costText(cost: number): string {
    if (cost === 0) return t('chain.same');
    return cost < 0 ? t('chain.better', { count: -cost }) : t('chain.worse', { count: cost });
  }
}
