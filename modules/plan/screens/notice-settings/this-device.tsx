import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Notice, ProblemAlert } from '#platform/ui';
import { bytesOf, subscriptionBody } from './push-keys.ts';

const offered = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** Turns being told on this browser on and off. The browser asks the person itself; a refusal there is explained. */
export function ThisDevice({
  pushKey,
  devices,
}: {
  pushKey: string | null;
  devices: readonly { endpoint: string }[];
}) {
  const { t } = useTranslation('notice-settings');
  const [own, setOwn] = useState<string | null>(null);
  const [denied, setDenied] = useState(offered && Notification.permission === 'denied');
  useEffect(() => {
    if (!offered) return;
    void navigator.serviceWorker
      .getRegistration()
      .then((registration) => registration?.pushManager.getSubscription())
      .then((subscription) => setOwn(subscription?.endpoint ?? null));
  }, []);
  const on = useCommand({
    run: async (key: string, init) => {
      if ((await Notification.requestPermission()) !== 'granted') {
        setDenied(true);
        return null;
      }
      const registration = await navigator.serviceWorker.ready;
      const subscription = await registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytesOf(key),
      });
      await answer(api.POST('/api/plan/push', { body: subscriptionBody(subscription.toJSON()), ...init }));
      return subscription.endpoint;
    },
    refreshes: [['notice-settings']],
    onDone: setOwn,
  });
  const off = useCommand({
    run: async (endpoint: string, init) => {
      const registration = await navigator.serviceWorker.getRegistration();
      await (await registration?.pushManager.getSubscription())?.unsubscribe();
      await answer(api.POST('/api/plan/push/remove', { body: { endpoint }, ...init }));
    },
    refreshes: [['notice-settings']],
    onDone: () => setOwn(null),
  });
  if (!offered || pushKey === null) return <Notice>{t('device.notOffered')}</Notice>;
  const isOn = own !== null && devices.some(({ endpoint }) => endpoint === own);
  const error = on.error ?? off.error;
  return (
    <>
      <p>{isOn ? t('device.on') : t('device.off')}</p>
      {denied ? <Notice tone="due">{t('device.denied')}</Notice> : null}
      {error ? <ProblemAlert error={error} /> : null}
      {isOn && own ? (
        <Button variant="default" loading={off.isPending} onClick={() => off.mutate(own)}>
          {t('device.turnOff')}
        </Button>
      ) : (
        <Button loading={on.isPending} onClick={() => on.mutate(pushKey)}>
          {t('device.turnOn')}
        </Button>
      )}
    </>
  );
}
