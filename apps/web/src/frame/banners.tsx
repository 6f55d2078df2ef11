import { Button } from '@mantine/core';
import { IconCalendarTime, IconDeviceMobileDown, IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { offline, useChooseSchoolYear, useMe, useOffline, useSchoolYear } from '#api';
import { problemOf, toast, useOnline } from '#platform/ui';
import { newVersion } from '../new-version.ts';
import styles from './frame.module.css';

/** While the device has no network: says so and what still works. */
export function OfflineBanner() {
  const { t } = useTranslation('shell');
  const online = useOnline();
  const { binding } = useOffline();
  return (
    <div role="status" aria-live="polite">
      {online ? null : (
        <p className={styles.banner} data-tone="due">
          <IconWifiOff size={18} aria-hidden />
          {t(binding === 'bound' ? 'offline.bannerBound' : 'offline.banner')}
        </p>
      )}
    </div>
  );
}

const asked = ['teacher', 'homeroomTeacher', 'teamLead'];

/**
 * Teachers work where there is no signal: an installed app is bound at the first sign-in, a browser asks once. Never by itself in a
 * browser: many share one machine.
 */
export function KeepHereBanner() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const online = useOnline();
  const { binding } = useOffline();
  const wanted = online && binding === 'unasked' && asked.includes(me.role?.role ?? '');
  const bind = useCallback(() => {
    offline.bind(me).then(
      () => toast({ tone: 'done', text: t('offline.bound') }),
      (error: unknown) => toast({ tone: 'late', text: problemOf(error).title || t('offline.title') }),
    );
  }, [me, t]);
  const installed = matchMedia('(display-mode: standalone)').matches;
  useEffect(() => {
    if (wanted && installed) bind();
  }, [wanted, installed, bind]);
  if (!wanted || installed) return null;
  return (
    <div className={styles.banner} data-tone="info" role="status">
      <IconDeviceMobileDown size={18} aria-hidden />
      <span className={styles.asks}>{t('offline.ask')}</span>
      <Button size="compact-sm" onClick={bind}>
        {t('offline.askYes')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => offline.decline(me)}>
        {t('offline.askNo')}
      </Button>
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
