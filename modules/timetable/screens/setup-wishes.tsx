import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAddress } from '#platform/ui';
import {
  gridOfOne,
  halfNames,
  type Kept,
  sameSlot,
  shownGrid,
  slotName,
  type Wish,
  weekdayName,
} from '#rules/timetable';
import type { PartProps } from './setup-page.tsx';
import styles from './timetable.module.css';

const kinds = ['staff', 'class', 'room'] as const;
/** Pressing a period again goes on to the next wish. */
const next: Readonly<Record<Wish | 'open', Wish | 'open'>> = {
  open: 'closed',
  closed: 'avoid',
  avoid: 'prefer',
  prefer: 'open',
};

/** Periods in which a teacher, class or room is closed, better avoided or preferred. */
export function WishesPart({ setup, change }: PartProps) {
  const { t } = useTranslation('timetable');
  const { address, set } = useAddress();
  const { ground } = setup;
  const kind: Kept = kinds.find((one) => one === address.cua) ?? 'staff';
  const list = { staff: ground.teachers, class: ground.classes, room: ground.rooms }[kind];
  const chosen = list.find(({ id }) => id === address.ai) ?? list[0];
  const frame = ground.frame as Parameters<typeof shownGrid>[0];
  const grid = gridOfOne({ ...shownGrid(frame), bells: frame.bells }, [], t('grid.period'));
  const count = (id: string) => ground.wishes.filter((wish) => wish.of === kind && wish.id === id).length;
  if (!chosen) return <p>{t('wishes.nobody')}</p>;
  return (
    <>
      <p style={{ marginTop: 0 }}>{t('wishes.lead')}</p>
      <div className={styles.bar}>
        <Select
          label={t('wishes.kind')}
          w={160}
          allowDeselect={false}
          data={kinds.map((one) => ({ value: one, label: t(`wishes.of.${one}`) }))}
          value={kind}
          onChange={(value) => set({ cua: value ?? undefined, ai: undefined }, { replace: true })}
        />
        <Select
          label={t(`wishes.of.${kind}`)}
          w={260}
          searchable
          allowDeselect={false}
          data={list.map(({ id, name }) => ({
            value: id,
            label: count(id) > 0 ? t('wishes.counted', { name, count: count(id) }) : name,
          }))}
          value={chosen.id}
          onChange={(value) => set({ ai: value ?? undefined }, { replace: true })}
        />
      </div>
      <div className={styles.box} style={{ minHeight: 0 }}>
        <table className={`${styles.grid} ${styles.slots}`}>
          <caption style={{ textAlign: 'left', padding: 6 }}>
            {t('wishes.caption', { name: chosen.name })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{grid.corner}</th>
              {grid.columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row) => (
              <tr key={row.key} data-begins={row.begins || undefined}>
                <th scope="row">{row.label}</th>
                {row.cells.map(({ slot }) => {
                  const known = ground.wishes.find(
                    (wish) => wish.of === kind && wish.id === chosen.id && sameSlot(wish.at, slot),
                  );
                  const wish: Wish | 'open' = known?.wish ?? 'open';
                  return (
                    <td key={slot.weekday}>
                      <button
                        type="button"
                        className={styles.slotButton}
                        data-wish={wish}
                        aria-label={`${slotName(slot)}: ${t(`wish.${wish}`)}`}
                        title={`${weekdayName(slot.weekday)} ${halfNames[slot.half]} ${slot.period}`}
                        onClick={() => {
                          const others = ground.wishes.filter((one) => one !== known);
                          const then = next[wish];
                          change({
                            wishes:
                              then === 'open'
                                ? others
                                : [...others, { of: kind, id: chosen.id, at: slot, wish: then }],
                          });
                        }}
                      >
                        {wish === 'open' ? '' : t(`wish.${wish}`)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
