import { Checkbox, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Page, ProblemAlert, Section, toast } from '#platform/ui';
import { ThisDevice } from './this-device.tsx';

type Choice =
  operations['plan.getNoticeSettings']['responses'][200]['content']['application/json']['choices'][number];

/** By which ways the person is told of what; each tick is saved at once. */
export default function NoticeSettingsPage() {
  const { t } = useTranslation('notice-settings');
  const settings = useQuery({
    queryKey: ['notice-settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/notice-settings', { signal })),
  });
  const save = useCommand({
    run: (choice: Choice, init) =>
      answer(api.PUT('/api/plan/notice-settings', { body: { choices: [choice] }, ...init })),
    refreshes: [['notice-settings']],
    onDone: () => toast({ tone: 'done', text: t('saved') }),
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      {settings.error ? (
        <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />
      ) : null}
      {settings.isPending ? <Skeleton height={240} /> : null}
      {settings.data ? (
        <>
          <Section title={t('device.title')}>
            <ThisDevice pushKey={settings.data.pushKey} devices={settings.data.devices} />
          </Section>
          <Section title={t('choices')}>
            <p>{t('always')}</p>
            {save.error ? <ProblemAlert error={save.error} /> : null}
            {settings.data.choices.map((choice) => (
              <fieldset key={choice.topic} style={{ border: 0, margin: '0 0 16px', padding: 0 }}>
                <legend>{t(`topic.${choice.topic}`)}</legend>
                {(['push', 'mail'] as const).map((way) => (
                  <Checkbox
                    key={way}
                    mt={8}
                    size="md"
                    label={t(`way.${way}`)}
                    checked={choice[way]}
                    disabled={save.isPending}
                    onChange={(event) => save.mutate({ ...choice, [way]: event.currentTarget.checked })}
                  />
                ))}
              </fieldset>
            ))}
          </Section>
        </>
      ) : null}
    </Page>
  );
}
