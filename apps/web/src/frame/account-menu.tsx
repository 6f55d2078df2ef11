import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe, useSignOut } from '#screens/identity-access';
import styles from './frame.module.css';

/** The last two words' first letters: Vietnamese names end with the given name. */
function initialsOf(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
}

/** Profile, language, colours, sign out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation('shell');
  const me = useMe();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language } = i18n;
  const tick = (chosen: boolean) => (chosen ? <IconCheck size={16} /> : <span style={{ width: 16 }} />);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button
          type="button"
          className={styles.iconButton}
          aria-label={t('top.account', { name: me.account.name })}
        >
          <span className={styles.initials} data-initials={initialsOf(me.account.name)} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.account.name}</Menu.Label>
        <Menu.Item component={Link} to="/ca-nhan" leftSection={<IconUserCog size={16} />}>
          {t('top.profile')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('top.language')}</Menu.Label>
        <Menu.Item lang="vi" leftSection={tick(language === 'vi')} onClick={() => i18n.changeLanguage('vi')}>
          {t('top.vietnamese')}
        </Menu.Item>
        <Menu.Item lang="en" leftSection={tick(language === 'en')} onClick={() => i18n.changeLanguage('en')}>
          {t('top.english')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('top.colours')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            leftSection={tick(colorScheme === scheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`top.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('top.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
