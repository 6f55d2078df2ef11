import { IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOffline } from '#api';
import { CurrentLink } from '#platform/ui';
import styles from './frame.module.css';

/** On a device that works without a network: how much waits to be sent or to be looked at, and the way there. */
export function WaitingItems() {
  const { t } = useTranslation('shell');
  const { binding, items } = useOffline();
  if (binding !== 'bound') return null;
  const open = items.filter(({ state }) => state !== 'applied');
  const toDecide = open.filter(({ state }) => state !== 'waiting').length;
  const label =
    toDecide > 0
      ? t('offline.decide', { count: toDecide })
      : open.length > 0
        ? t('offline.waiting', { count: open.length })
        : t('offline.none');
  return (
    <CurrentLink to="/may-va-viec-cho" className={styles.iconButton} aria-label={label} title={label}>
      {open.length > 0 ? <IconCloudUp size={20} aria-hidden /> : <IconCloudCheck size={20} aria-hidden />}
      {open.length > 0 ? (
        <span className={styles.unread} data-tone={toDecide > 0 ? 'due' : undefined} aria-hidden>
          {open.length > 99 ? '99+' : open.length}
        </span>
      ) : null}
    </CurrentLink>
  );
}
