import { Button } from '@mantine/core';
import { IconCalendarTime, IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useChooseSchoolYear, useMe, useSchoolYear } from '#api';
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

/** While a school year other than the current one is shown: says so, and leads back. */
export function OtherYearBanner() {
  const { t } = useTranslation('shell');
  const { schoolYear } = useMe();
  const { name, when } = useSchoolYear();
  const choose = useChooseSchoolYear();
  if (when === 'now' || !schoolYear) return null;
  return (
    <div className={styles.banner} data-tone="due" role="status">
      <IconCalendarTime size={18} aria-hidden />
      {t(`year.${when}`, { name })}
      <Button size="compact-sm" variant="default" onClick={() => choose(schoolYear.name)}>
        {t('year.back', { name: schoolYear.name })}
      </Button>
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
