import { NumberInput, Select, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Half, halfNames, halves, weekdayName } from '#rules/timetable';
import tables from './compare.module.css';
import type { PartProps } from './setup-page.tsx';
import styles from './timetable.module.css';

const days = [1, 2, 3, 4, 5, 6];

/** When periods ring, and how many periods of which session each grade has in each half day. */
export function FramePart({ setup, change }: PartProps) {
  const { t } = useTranslation('timetable');
  const { frame } = setup.ground;
  const grades = [...new Set(setup.ground.classes.map(({ grade }) => grade))].sort((a, b) => a - b);

  function setBell(half: Half, period: number, field: 'startsAt' | 'endsAt', value: string) {
    change({
      frame: {
        ...frame,
        bells: frame.bells.map((bell) =>
          bell.half === half && bell.period === period ? { ...bell, [field]: value } : bell,
        ),
      },
    });
  }

  function setSession(
    grade: number,
    weekday: number,
    half: Half,
    value: { session: 1 | 2; periods: number },
  ) {
    const others = frame.sessions.filter(
      (row) => !(row.grade === grade && row.weekday === weekday && row.half === half),
    );
    change({
      frame: {
        ...frame,
        sessions: value.periods > 0 ? [...others, { grade, weekday, half, ...value }] : others,
      },
    });
  }

  return (
    <>
      <p style={{ marginTop: 0 }}>{t('frame.lead')}</p>
      {grades.map((grade) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
        <section key={grade} className={tables.compare} tabIndex={0} aria-label={t('frame.grade', { grade })}>
          <table>
            <caption style={{ textAlign: 'left', fontWeight: 600 }}>{t('frame.grade', { grade })}</caption>
            <thead>
              <tr>
                <th scope="col" style={{ textAlign: 'left' }}>
                  {t('frame.half')}
                </th>
                {days.map((day) => (
                  <th key={day} scope="col">
                    {weekdayName(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {halves.map((half) => (
                <tr key={half}>
                  <th scope="row">{t(`half.${half}`)}</th>
                  {days.map((weekday) => {
                    const row = frame.sessions.find(
                      (one) => one.grade === grade && one.weekday === weekday && one.half === half,
                    );
                    const where = t('frame.where', {
                      grade,
                      half: halfNames[half],
                      day: weekdayName(weekday),
                    });
                    return (
                      <td key={weekday}>
                        <input
                          className={styles.number}
                          type="number"
                          min={0}
                          max={setup.ground.limits.periodsPerSession}
                          aria-label={t('frame.periodsOf', { where })}
                          value={row?.periods ?? 0}
                          onChange={(event) =>
                            setSession(grade, weekday, half, {
                              session: (row?.session ?? 1) as 1 | 2,
                              periods: Math.max(
                                0,
                                Math.min(7, Math.round(Number(event.currentTarget.value) || 0)),
                              ),
                            })
                          }
                        />
                        <br />
                        <select
                          aria-label={t('frame.sessionOf', { where })}
                          className={styles.number}
                          style={{ width: 118 }}
                          value={row?.session ?? 1}
                          disabled={!row}
                          onChange={(event) =>
                            setSession(grade, weekday, half, {
                              session: Number(event.currentTarget.value) as 1 | 2,
                              periods: row?.periods ?? 1,
                            })
                          }
                        >
                          <option value={1}>{t('frame.sessionOne')}</option>
                          <option value={2}>{t('frame.sessionTwo')}</option>
                        </select>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <Select
        mb="sm"
        label={t('frame.weekA')}
        description={t('frame.weekAHint')}
        maw={520}
        allowDeselect={false}
        data={[
          { value: 'odd', label: t('frame.weekOdd') },
          { value: 'even', label: t('frame.weekEven') },
        ]}
        value={frame.weekA}
        onChange={(value) => change({ frame: { ...frame, weekA: value === 'even' ? 'even' : 'odd' } })}
      />
      <NumberInput
        label={t('frame.noon')}
        description={t('frame.noonHint')}
        maw={520}
        min={0}
        max={200}
        allowDecimal={false}
        value={frame.noonClasses ?? ''}
        onChange={(value) =>
          change({ frame: { ...frame, noonClasses: value === '' ? null : Math.round(Number(value)) } })
        }
      />
      {new Set(setup.ground.classes.map(({ siteId }) => siteId)).size > 1 ? (
        <NumberInput
          mt="sm"
          label={t('frame.travel')}
          description={t('frame.travelHint')}
          maw={520}
          min={0}
          max={3}
          allowDecimal={false}
          value={frame.travelPeriods}
          onChange={(value) => change({ frame: { ...frame, travelPeriods: Math.round(Number(value) || 0) } })}
        />
      ) : null}
      <h3>{t('frame.bells')}</h3>
      <div className={tables.compare}>
        <table>
          <caption>
            <VisuallyHidden>{t('frame.bells')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col" style={{ textAlign: 'left' }}>
                {t('grid.period')}
              </th>
              <th scope="col">{t('frame.starts')}</th>
              <th scope="col">{t('frame.ends')}</th>
            </tr>
          </thead>
          <tbody>
            {frame.bells.map((bell) => {
              const name = t('frame.period', { half: t(`half.${bell.half}`), period: bell.period });
              return (
                <tr key={`${bell.half} ${bell.period}`}>
                  <th scope="row">{name}</th>
                  {(['startsAt', 'endsAt'] as const).map((field) => (
                    <td key={field}>
                      <input
                        className={styles.number}
                        style={{ width: 110 }}
                        type="time"
                        aria-label={`${name}: ${t(field === 'startsAt' ? 'frame.starts' : 'frame.ends')}`}
                        value={bell[field]}
                        onChange={(event) =>
                          setBell(bell.half, bell.period, field, event.currentTarget.value)
                        }
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
