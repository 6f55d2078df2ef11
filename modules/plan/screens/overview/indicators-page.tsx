import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { answer, api, useMe } from '#api';
import { foldVietnamese, formatDateTime, formatNumber, formatPercent } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Facts,
  Page,
  SearchBox,
  Section,
  SideDrawer,
  Tag,
  useAddress,
} from '#platform/ui';
import { meetsAll, thresholdsOf } from './indicator-state.ts';
import styles from './overview.module.css';
import type { Indicator } from './overview-words.ts';

/** What the system counts by itself: value of the own unit first, then unit by unit. */
export default function IndicatorsPage() {
  const { t } = useTranslation('overview');
  const { address, set } = useAddress();
  const me = useMe();
  const list = useQuery({
    queryKey: ['plan', 'indicators'],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/indicators', { params: { query: {} }, signal })),
  });
  const rows = list.data?.indicators ?? [];
  const shown = rows.find((row) => row.id === address.xem);
  const own = (row: Indicator) => row.values.find((value) => value.unit.id === me.role?.unit.id) ?? null;
  return (
    <Page title={t('indicators.title')} lead={t('indicators.lead')}>
      <DataTable
        caption={t('indicators.title')}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => set({ xem: row.id, tim: '' })}
        loading={list}
        empty={<EmptyState title={t('indicators.empty')}>{t('indicators.emptyDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('indicators.name'), phone: 'title', cell: (row) => row.name },
          {
            key: 'own',
            header: t('indicators.own'),
            phone: 'corner',
            width: '150px',
            cell: (row) => <Value indicator={row} value={own(row)?.value ?? null} />,
          },
          {
            key: 'threshold',
            header: t('indicators.threshold'),
            cell: (row) => thresholdWords(row, t) || t('indicators.noThreshold'),
          },
          {
            key: 'units',
            header: t('indicators.units'),
            width: '110px',
            cell: (row) => t('indicators.unitCount', { count: row.values.length }),
          },
          { key: 'source', header: t('indicators.source'), phone: 'hidden', cell: (row) => row.source },
        ]}
      />
      <SideDrawer
        wide
        opened={shown !== undefined}
        title={shown?.name ?? ''}
        onClose={() => set({ xem: '', tim: '' })}
      >
        {shown ? <IndicatorDetail indicator={shown} words={address.tim} /> : null}
      </SideDrawer>
    </Page>
  );
}

function thresholdWords(indicator: Indicator, t: TFunction): string {
  return thresholdsOf(indicator)
    .map((threshold) => t(`indicators.${indicator.direction}`, { value: formatPercent(threshold) }))
    .join('; ');
}

function Value({ indicator, value }: { indicator: Indicator; value: number | null }) {
  const { t } = useTranslation('overview');
  if (value === null) return <span className={styles.soft}>{t('indicators.notComputed')}</span>;
  const met = meetsAll(indicator, value);
  const text = formatPercent(value);
  if (met === undefined) return <strong>{text}</strong>;
  return (
    <span className={styles.value}>
      <strong>{text}</strong>{' '}
      <Tag tone={met ? 'done' : 'due'}>{t(met ? 'indicators.met' : 'indicators.notMet')}</Tag>
    </span>
  );
}

function IndicatorDetail({ indicator, words }: { indicator: Indicator; words: string | undefined }) {
  const { t } = useTranslation('overview');
  const folded = foldVietnamese(words ?? '');
  const values = indicator.values.filter((value) => foldVietnamese(value.unit.name).includes(folded));
  return (
    <div>
      <p className={styles.first}>{indicator.description}</p>
      <Facts
        facts={[
          {
            name: t('indicators.threshold'),
            value: thresholdWords(indicator, t) || t('indicators.noThreshold'),
          },
          { name: t('indicators.source'), value: indicator.source },
          {
            name: t('indicators.kinds'),
            value: indicator.unitKinds.map((kind) => t(`unitKind.${kind}`)).join(', '),
          },
        ]}
      />
      {indicator.duties.length > 0 ? (
        <Section title={t('indicators.duties')}>
          <ul className={styles.plain}>
            {indicator.duties.map((duty) => (
              <li key={duty.id}>
                <Link to={'/ke-hoach' as string} search={{ 'nhiem-vu': duty.id } as never}>
                  {duty.code}: {duty.title}
                </Link>{' '}
                ({t(`indicators.${indicator.direction}`, { value: formatPercent(duty.threshold) })})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('indicators.byUnit')} aside={<SearchBox label={t('indicators.searchUnit')} />}>
        <DataTable
          caption={t('indicators.byUnit')}
          rows={values}
          rowKey={(row) => row.unit.id}
          empty={
            <EmptyState title={t(words ? 'indicators.noUnit' : 'indicators.noValues')}>
              {t('indicators.noValuesDetail')}
            </EmptyState>
          }
          columns={[
            { key: 'unit', header: t('board.unit'), phone: 'title', cell: (row) => row.unit.name },
            {
              key: 'value',
              header: t('indicators.value'),
              phone: 'corner',
              width: '170px',
              cell: (row) => <Value indicator={indicator} value={row.value} />,
            },
            {
              key: 'counted',
              header: t('indicators.counted'),
              align: 'right',
              cell: (row) =>
                row.numerator === null || row.denominator === null
                  ? '–'
                  : t('indicators.countedOf', {
                      numerator: formatNumber(row.numerator),
                      denominator: formatNumber(row.denominator),
                    }),
            },
            {
              key: 'at',
              header: t('indicators.computedAt'),
              phone: 'hidden',
              cell: (row) => formatDateTime(row.computedAt),
            },
          ]}
        />
      </Section>
    </div>
  );
}
