import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import tables from './compare.module.css';
import type { PartProps, Setup } from './setup-page.tsx';
import styles from './timetable.module.css';

type Rule = Setup['ground']['subjectRules'][number];

const columns = [
  'subject',
  'room',
  'equipment',
  'doubles',
  'mostPerDay',
  'demanding',
  'notAfterLunch',
  'alternates',
] as const;

/** How each subject is laid: its room, double periods, most a day, early in the day, not right after lunch. */
export function SubjectsPart({ setup, change }: PartProps) {
  const { t } = useTranslation('timetable');
  const { ground } = setup;
  const kinds = [...new Set(ground.rooms.map(({ kind }) => kind))].filter((kind) => kind !== 'classroom');
  const equipment = [
    ...new Set([
      ...ground.rooms.flatMap((room) => room.equipment),
      ...ground.subjectRules.flatMap((rule) => rule.equipment),
    ]),
  ].sort((one, other) => one.localeCompare(other, 'vi'));
  const put = (subjectCode: string, rule: Partial<Rule>) =>
    change({
      subjectRules: ground.subjectRules.map((one) =>
        one.subjectCode === subjectCode ? { ...one, ...rule } : one,
      ),
    });
  return (
    <>
      <p style={{ marginTop: 0 }}>{t('subjects.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
      <section className={tables.compare} tabIndex={0} aria-label={t('setup.part.mon')}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-of={column}>
                  {t(`subjects.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ground.subjectRules.map((rule) => {
              const name =
                ground.subjects.find(({ code }) => code === rule.subjectCode)?.name ?? rule.subjectCode;
              const label = (column: (typeof columns)[number]) => `${name}: ${t(`subjects.${column}`)}`;
              return (
                <tr key={rule.subjectCode}>
                  <th scope="row">{name}</th>
                  <td>
                    <select
                      className={styles.number}
                      style={{ width: 180 }}
                      aria-label={label('room')}
                      value={rule.roomKind ?? ''}
                      onChange={(event) =>
                        put(rule.subjectCode, { roomKind: event.currentTarget.value || null })
                      }
                    >
                      <option value="">{t('subjects.ownRoom')}</option>
                      {kinds.map((kind) => (
                        <option key={kind} value={kind}>
                          {t(`people:roomKind.${kind}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <MultiSelect
                      size="xs"
                      w={220}
                      aria-label={label('equipment')}
                      data={equipment}
                      maxValues={10}
                      placeholder={rule.equipment.length > 0 ? '' : t('subjects.noEquipment')}
                      nothingFoundMessage={t('subjects.recordEquipment')}
                      searchable
                      value={rule.equipment}
                      onChange={(names) => put(rule.subjectCode, { equipment: names })}
                    />
                  </td>
                  {(['doubles', 'mostPerDay'] as const).map((field) => (
                    <td key={field}>
                      <input
                        className={styles.number}
                        type="number"
                        min={field === 'doubles' ? 0 : 1}
                        max={5}
                        aria-label={label(field)}
                        value={rule[field]}
                        onChange={(event) =>
                          put(rule.subjectCode, {
                            [field]: Math.max(
                              field === 'doubles' ? 0 : 1,
                              Math.min(5, Number(event.currentTarget.value) || 0),
                            ),
                          })
                        }
                      />
                    </td>
                  ))}
                  {(['demanding', 'notAfterLunch', 'alternates'] as const).map((field) => (
                    <td key={field} style={{ textAlign: 'center' }}>
                      <input
                        type="checkbox"
                        className={styles.tick}
                        aria-label={label(field)}
                        checked={rule[field]}
                        onChange={(event) => put(rule.subjectCode, { [field]: event.currentTarget.checked })}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
