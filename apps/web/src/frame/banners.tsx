import { Button } from '@mantine/core';
import { IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '#platform/ui';
import { newVersion } from '../new-version.ts';
import styles from './frame.module.css';

/** While the device has no network: says so and what still works. */
export function OfflineBanner() {
  const { t } = useTranslation('shell');
  const online = useOnline();
  return (
    <div role="status" aria-live="polite">
      {online ? null : (
        <p className={styles.banner} data-tone="due">
          <IconWifiOff size={18} aria-hidden />
          {t('offline.banner')}
        </p>
      )}
    </div>
  );
}

/** When a new version waits: takes it only when the person agrees, so that nothing typed is lost. */
export function UpdateBanner() {
  const { t } = useTranslation('shell');
  const ready = useSyncExternalStore(newVersion.subscribe, newVersion.isReady);
  if (!ready) return null;
  return (
    <div className={styles.banner} data-tone="info" role="status">
      <IconRefresh size={18} aria-hidden />
      {t('update.ready')}
      <Button size="compact-sm" variant="default" onClick={newVersion.take}>
        {t('update.take')}
      </Button>
    </div>
  );
}
