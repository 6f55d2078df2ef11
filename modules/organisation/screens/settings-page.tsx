import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  ProblemAlert,
  ProgressOfWork,
  SearchBox,
  Section,
  SideDrawer,
  Tag,
  useAddress,
} from '#platform/ui';
import { foldWords, settingText, type Words } from '../rules/index.ts';
import { type Setting, SettingDetail } from './setting-detail.tsx';

/** The figures of the rules by module: what counts now, what the default is, where it comes from, who changed it. */
export default function SettingsPage() {
  const { t, i18n } = useTranslation('settings');
  const language: keyof Words = i18n.language === 'en' ? 'en' : 'vi';
  const { address } = useAddress();
  const [open, setOpen] = useState<string>();
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/settings', { signal })),
  });
  const all = settings.data?.items ?? [];
  const words = foldWords(address.tim ?? '');
  const shown = all.filter(
    (one) =>
      (address.muc !== 'so-dat' || one.own !== null || one.unusable) &&
      foldWords([one.label[language], one.effect[language], one.source].join(' ')).includes(words),
  );
  const groups = Map.groupBy(shown, ({ module }) => module);
  const chosen = all.find(({ key }) => key === open);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {settings.error ? (
        <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />
      ) : null}
      {settings.isPending ? <ProgressOfWork doing={t('loading')} /> : null}
      {settings.data ? (
        <Stack gap="sm">
          <FilterChips
            name="muc"
            label={t('which')}
            options={[
              { value: '', label: t('all') },
              { value: 'so-dat', label: t('own') },
            ]}
          />
          <SearchBox label={t('search')} />
        </Stack>
      ) : null}
      {settings.data && shown.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
      ) : null}
      {[...groups].map(([module, rows]) => (
        <Section key={module} title={t(`module.${module}`)}>
          <DataTable<Setting>
            caption={t(`module.${module}`)}
            rows={rows}
            rowKey={({ key }) => key}
            onOpen={({ key }) => setOpen(key)}
            empty={null}
            columns={[
              {
                key: 'label',
                header: t('name'),
                phone: 'title',
                width: '24%',
                cell: ({ label }) => label[language],
              },
              {
                key: 'value',
                header: t('inForce'),
                width: '24%',
                cell: (row) => <ValueCell setting={row} language={language} />,
              },
              { key: 'effect', header: t('effect'), cell: ({ effect }) => effect[language] },
              { key: 'source', header: t('source'), width: '24%', cell: ({ source }) => source },
            ]}
          />
        </Section>
      ))}
      <SideDrawer
        opened={chosen !== undefined}
        title={chosen?.label[language] ?? ''}
        onClose={() => setOpen(undefined)}
      >
        {chosen && settings.data ? (
          <SettingDetail
            key={`${chosen.key} ${chosen.version}`}
            setting={chosen}
            mayChange={settings.data.mayChange}
            onClose={() => setOpen(undefined)}
          />
        ) : null}
      </SideDrawer>
    </Page>
  );
}

function ValueCell({ setting, language }: { setting: Setting; language: keyof Words }) {
  const { t } = useTranslation('settings');
  const { form, own, changed } = setting;
  if (own === null) {
    return (
      <>
        {settingText(form, setting.default, language)}
        <div>{setting.unusable ? <Tag tone="due">{t('unusableShort')}</Tag> : <Tag>{t('default')}</Tag>}</div>
      </>
    );
  }
  return (
    <>
      <strong>{settingText(form, own, language)}</strong>
      <div>
        <Tag tone="done">{t('ownShort')}</Tag>
      </div>
      <div>{t('defaultIs', { value: settingText(form, setting.default, language) })}</div>
      {changed ? (
        <div>{t('changedBy', { name: changed.by ?? t('somebody'), at: formatDateTime(changed.at) })}</div>
      ) : null}
    </>
  );
}
