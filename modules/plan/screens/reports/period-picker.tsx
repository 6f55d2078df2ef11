import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterChips, useAddress } from '#platform/ui';
import { type Period, periodName } from './report-words.ts';
import styles from './reports.module.css';

const kinds = ['month', 'semester', 'year'] as const;

/** What the address says about the period, as the server asks for it: without a start the one that is due. */
export function usePeriodQuery(): { periodKind: Period['kind']; periodStart?: string; unitId?: string } {
  const { address } = useAddress();
  const given = kinds.find((kind) => kind === address.periodKind);
  return {
    periodKind: given ?? 'month',
    ...(address.periodStart ? { periodStart: address.periodStart } : {}),
    ...(address.unitId ? { unitId: address.unitId } : {}),
  };
}

/** Month, semester or year, and which one; the choice lives in the address. */
export function PeriodPicker({
  period,
  periods,
}: {
  period: Period | undefined;
  periods: readonly Period[];
}) {
  const { t } = useTranslation('reports');
  const { set } = useAddress();
  const { periodKind } = usePeriodQuery();
  const ofKind = periods.filter((one) => one.kind === periodKind);
  return (
    <div className={styles.picker}>
      <FilterChips
        name="periodKind"
        label={t('period.kinds')}
        clears={['periodStart']}
        options={kinds.map((kind) => ({
          value: kind === 'month' ? '' : kind,
          label: t(`period.kind.${kind}`),
        }))}
      />
      {ofKind.length > 1 ? (
        <NativeSelect
          aria-label={t('period.which')}
          value={period?.start ?? ''}
          onChange={(event) => set({ periodStart: event.currentTarget.value })}
          data={ofKind.map((one) => ({ value: one.start, label: periodName(one, t) }))}
        />
      ) : null}
    </div>
  );
}
