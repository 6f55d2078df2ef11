import { Drawer } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CurrentLink } from '#platform/ui';
import type { Area } from './areas.ts';
import styles from './frame.module.css';
import { AreaList } from './rail.tsx';

/** On a phone: four areas under the thumb, the rest under "Thêm". */
export function BottomBar({
  areas,
  here,
}: {
  areas: readonly Area[];
  here: { work: string; to: string } | undefined;
}) {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  const under = areas.slice(0, 4);
  const hereIsMore = here && !under.some((area) => area.work === here.work);
  return (
    <>
      <nav aria-label={t('rail.label')} className={styles.bottom}>
        {under.map((area) => (
          <CurrentLink
            key={area.work}
            to={area.pages[0]?.to ?? '/'}
            className={styles.thumb}
            current={here?.work === area.work ? 'page' : undefined}
          >
            <area.icon size={22} stroke={1.6} aria-hidden />
            <span>{t(`rail.${area.work}`)}</span>
          </CurrentLink>
        ))}
        <button
          type="button"
          className={styles.thumb}
          aria-haspopup="dialog"
          aria-expanded={open}
          data-here={hereIsMore || undefined}
          onClick={() => setOpen(true)}
        >
          <IconDots size={22} stroke={1.6} aria-hidden />
          <span>{t('rail.more')}</span>
        </button>
      </nav>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title={<strong>{t('rail.moreTitle')}</strong>}
        closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
      >
        <AreaList areas={areas} here={here} open onGo={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
