import { useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconUserCog } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useOffline, useSignOut } from '#api';
import { ConfirmDialog } from '#platform/ui';
import { DropList } from './drop-list.tsx';
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
  const { items } = useOffline();
  const unsent = items.filter(({ state }) => state === 'waiting').length;
  const [leaving, setLeaving] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = t('top.account', { name: me.account.name });
  return (
    <>
      <DropList
        className={styles.iconButton}
        label={label}
        width={260}
        position="bottom-end"
        button={
          <>
            <span className={styles.initials} data-initials={initialsOf(me.account.name)} aria-hidden />
            <VisuallyHidden>{label}</VisuallyHidden>
          </>
        }
        groups={[
          {
            key: 'profile',
            label: [me.account.name, me.role?.unit.name].filter(Boolean).join(' · '),
            items: [
              { key: 'profile', label: t('top.profile'), to: '/ca-nhan', icon: <IconUserCog size={16} /> },
            ],
          },
          {
            key: 'language',
            label: t('top.language'),
            items: (['vi', 'en'] as const).map((language) => ({
              key: language,
              label: language === 'vi' ? t('top.vietnamese') : t('top.english'),
              lang: language,
              chosen: i18n.language === language,
              run: () => void i18n.changeLanguage(language),
            })),
          },
          {
            key: 'colours',
            label: t('top.colours'),
            items: (['light', 'dark', 'auto'] as const).map((scheme) => ({
              key: scheme,
              label: t(`top.${scheme}`),
              chosen: colorScheme === scheme,
              run: () => setColorScheme(scheme),
            })),
          },
          {
            key: 'out',
            items: [
              {
                key: 'out',
                label: t('top.signOut'),
                icon: <IconLogout size={16} />,
                run: () => (unsent > 0 ? setLeaving(true) : signOut.mutate()),
              },
            ],
          },
        ]}
      />
      <ConfirmDialog
        opened={leaving}
        title={t('offline.leaveTitle')}
        confirm={t('offline.leave')}
        busy={signOut.isPending}
        error={signOut.error}
        onConfirm={() => signOut.mutate()}
        onClose={() => setLeaving(false)}
      >
        <p style={{ marginTop: 0 }}>{t('offline.leaveBody', { count: unsent })}</p>
      </ConfirmDialog>
    </>
  );
}
