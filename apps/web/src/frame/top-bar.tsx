import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './account-menu.tsx';
import styles from './frame.module.css';
import { NoticeBell } from './notice-bell.tsx';
import { RoleMenu } from './role-menu.tsx';
import { WaitingItems } from './waiting-items.tsx';
import { YearMenu } from './year-menu.tsx';

/** Where I am and as whom, search, waiting offline items, notices, my account. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <header className={styles.top}>
      <RoleMenu />
      <YearMenu />
      <span className={styles.gap} />
      <button
        type="button"
        className={styles.searchButton}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={onSearch}
      >
        <IconSearch size={18} aria-hidden />
        <span>{t('top.searchLong')}</span>
        <kbd aria-hidden>{'Ctrl K'}</kbd>
      </button>
      <WaitingItems />
      <NoticeBell />
      <AccountMenu />
    </header>
  );
}
