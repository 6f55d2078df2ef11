import { VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChooseSchoolYear, useMe, useSchoolYear, useSchoolYears } from '#api';
import { DropList } from './drop-list.tsx';
import styles from './frame.module.css';

/** '24-25' of '2024-2025'. */
function shortName(name: string): string {
  return name
    .split('-')
    .map((year) => year.slice(-2))
    .join('-');
}

/** The school year one is looking at; with more than one, a press opens the others. */
export function YearMenu() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const { name, when } = useSchoolYear();
  const choose = useChooseSchoolYear();
  const names = useSchoolYears();
  if (!name) return null;
  const text = (
    <>
      <span className={styles.yearLong}>{t('top.year', { name })}</span>
      <span className={styles.yearShort}>{shortName(name)}</span>
    </>
  );
  if (names.length < 2 && when === 'now') return <span className={styles.year}>{text}</span>;
  return (
    <DropList
      className={styles.year}
      label={t('top.switchYear')}
      width={260}
      position="bottom-start"
      button={
        <>
          {text}
          <VisuallyHidden>{t('top.switchYear')}</VisuallyHidden>
          <IconChevronDown size={16} aria-hidden style={{ flex: 'none' }} />
        </>
      }
      groups={[
        {
          key: 'years',
          label: t('top.switchYear'),
          items: names.map((year) => ({
            key: year,
            label: t(year === me.schoolYear?.name ? 'top.yearNow' : 'top.year', { name: year }),
            chosen: year === name,
            run: () => {
              if (year !== name) choose(year);
            },
          })),
        },
      ]}
    />
  );
}
