import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { FilterChips, useAddress } from '#platform/ui';
import type { BoardQuery, BoardRows } from './board-address.ts';
import styles from './overview.module.css';
import { type Board, monthName } from './overview-words.ts';

const rowWords = { communes: 'xa', schools: 'truong', divisions: 'phong', all: 'tat-ca' } as const;
const columnChoices = [
  { value: '', word: 'section' },
  { value: 'thang', word: 'month' },
  { value: 'nhiem-vu', word: 'duty' },
] as const;
const clears = ['o'];

/** What stands in rows and columns, and what the board is narrowed to; all of it in the address. */
export function BoardFilters({
  choices,
  query,
  home,
  column,
}: {
  choices: Board['choices'];
  query: BoardQuery;
  /** Rows shown without choosing; inside a commune or a school there is nothing else to choose. */
  home: BoardRows;
  /** Title of the first column: the duty, when the board is about one. */
  column: string | undefined;
}) {
  const { t } = useTranslation('overview');
  const { address, set } = useAddress();
  const phone = useMediaQuery('(max-width: 767px)');
  const rowChoices = (['communes', 'schools', 'divisions', 'all'] as const).map((rows) => ({
    // The rows shown without choosing leave the address clean.
    value: rows === query.rows && !address.hang ? '' : rowWords[rows],
    label: t(`rows.${rows}`),
  }));
  const one = [
    query.dutyId ? { key: 'nhiem-vu', label: t('board.onlyDuty', { duty: column ?? '' }) } : undefined,
  ].filter((entry) => entry !== undefined);
  const filters = (
    <div className={styles.filters}>
      {query.unitId || home === 'all' ? null : (
        <div>
          <span className={styles.label}>{t('filter.rows')}</span>
          <FilterChips name="hang" label={t('filter.rows')} clears={clears} options={rowChoices} />
        </div>
      )}
      <div>
        <span className={styles.label}>{t('filter.columns')}</span>
        <FilterChips
          name="cot"
          label={t('filter.columns')}
          clears={clears}
          options={columnChoices.map(({ value, word }) => ({ value, label: t(`columns.${word}`) }))}
        />
      </div>
      <div>
        <span className={styles.label}>{t('filter.show')}</span>
        <FilterChips
          name="chi"
          label={t('filter.show')}
          clears={clears}
          options={[
            { value: '', label: t('show.all') },
            { value: 'qua-han', label: t('show.overdue') },
            { value: 'vuong', label: t('show.blocked') },
          ]}
        />
      </div>
      <div>
        <span className={styles.label}>{t('filter.level')}</span>
        <FilterChips
          name="cap"
          label={t('filter.level')}
          clears={clears}
          options={[
            { value: '', label: t('level.any') },
            { value: 'thcs', label: 'THCS' },
            { value: 'thpt', label: 'THPT' },
          ]}
        />
      </div>
      <NativeSelect
        label={t('filter.section')}
        value={query.section ?? ''}
        onChange={(event) => set({ muc: event.currentTarget.value, o: '' })}
        data={[
          { value: '', label: t('filter.allSections') },
          ...choices.sections
            .filter((section) => section.key)
            .map((section) => ({ value: section.key, label: section.title })),
        ]}
      />
      <NativeSelect
        label={t('filter.month')}
        value={query.month ?? ''}
        onChange={(event) => set({ thang: event.currentTarget.value, o: '' })}
        data={[
          { value: '', label: t('filter.allMonths') },
          ...choices.months.map((month) => ({ value: month, label: monthName(month) })),
        ]}
      />
      {one.map(({ key, label }) => (
        <button key={key} type="button" className={styles.narrowed} onClick={() => set({ [key]: '', o: '' })}>
          {label} <span aria-hidden>×</span>
        </button>
      ))}
    </div>
  );
  const chosen = [address.hang, address.cot, address.chi, address.cap, address.muc, address.thang].filter(
    Boolean,
  );
  return (
    <>
      {phone ? (
        <details className={styles.fold}>
          <summary>{t('filter.open', { count: chosen.length })}</summary>
          {filters}
        </details>
      ) : (
        filters
      )}
      <div className={styles.form}>
        <FilterChips
          name="xem"
          label={t('filter.form')}
          options={[
            { value: '', label: t('form.heat') },
            { value: 'bang', label: t('form.table') },
          ]}
        />
      </div>
    </>
  );
}
