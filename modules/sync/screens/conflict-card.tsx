import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { loadOfflineKind, offline, type Queued } from '#api';
import { Notice } from '#platform/ui';

/** One thing that somebody else changed meanwhile: both values side by side, and the choice. */
export function ConflictCard({ item }: { item: Queued }) {
  const { t, i18n } = useTranslation('sync');
  const shown = useQuery({
    queryKey: ['offline-kind', item.name],
    queryFn: async () => {
      const kind = await loadOfflineKind(item.name);
      if (kind) await i18n.loadNamespaces([kind.words]);
      return { kind };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { conflict, input } = item;
  if (!shown.data || !conflict) return null;
  const { kind } = shown.data;
  const sides = kind?.sides(conflict, input, i18n.getFixedT(i18n.language)) ?? [
    { what: item.title, mine: JSON.stringify(conflict.mine), theirs: JSON.stringify(conflict.theirs) },
  ];
  return (
    <section aria-label={t('conflict.label', { title: item.title })}>
      <Notice tone="due">
        <p>
          <strong>{t('conflict.title')}</strong>
        </p>
        <p>
          {item.title}. {t('conflict.explain')}
        </p>
        <table>
          <thead>
            <tr>
              {(['item', 'mine', 'theirs'] as const).map((name) => (
                <th key={name} scope="col" style={{ textAlign: 'left', paddingRight: 24 }}>
                  {t(`conflict.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sides.map(({ what, mine, theirs }) => (
              <tr key={what}>
                <th scope="row" style={{ textAlign: 'left', fontWeight: 400, paddingRight: 24 }}>
                  {what}
                </th>
                <td style={{ paddingRight: 24 }}>{mine || '–'}</td>
                <td>{theirs || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Group gap="sm" mt="sm">
          {kind ? (
            <Button size="xs" onClick={() => void offline.again(item, kind.keepMine(conflict, input))}>
              {t('conflict.keepMine')}
            </Button>
          ) : null}
          <Button size="xs" variant="default" onClick={() => void offline.forget([item.seq])}>
            {t('conflict.takeTheirs')}
          </Button>
        </Group>
      </Notice>
    </section>
  );
}
