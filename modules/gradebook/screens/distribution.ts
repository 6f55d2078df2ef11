import type { TFunction } from 'i18next';

interface Distribution {
  readonly judged: 'score' | 'comment';
  readonly mean: number | null;
  readonly bands: readonly number[];
  readonly comments: readonly number[];
}

/** Columns that show how the marks of a subject are spread. */
export function distributionColumns(t: TFunction<'gradebook'>) {
  const align = 'right' as const;
  return [
    {
      key: 'mean',
      header: t('figures.mean'),
      align,
      cell: ({ mean }: Distribution) => (mean === null ? '' : mean.toLocaleString('vi-VN')),
    },
    ...([0, 1, 2, 3, 4] as const).map((at) => ({
      key: `band-${at}`,
      header: t(`figures.band.${at}`),
      align,
      cell: ({ judged, bands }: Distribution) => (judged === 'score' ? bands[at] : ''),
    })),
    {
      key: 'comments',
      header: t('figures.comments'),
      align,
      cell: ({ judged, comments }: Distribution) =>
        judged === 'comment' ? t('figures.passed', { pass: comments[0], fail: comments[1] }) : '',
    },
  ];
}
