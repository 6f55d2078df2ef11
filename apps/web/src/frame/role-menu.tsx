import { VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe, useSwitchRole } from '#api';
import { DropList } from './drop-list.tsx';
import styles from './frame.module.css';

/** Unit and role in use; with more than one role, one press opens the others. */
export function RoleMenu() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const switchRole = useSwitchRole();
  const { role: inUse } = me;
  if (!inUse) return null;
  const text = (
    <>
      <VisuallyHidden>{t('top.where')}</VisuallyHidden>
      <span className={styles.whereText}>
        <strong>{inUse.unit.name}</strong>
        <span>{t(`role.${inUse.role}`)}</span>
      </span>
    </>
  );
  if (me.roles.length < 2) {
    return (
      <p className={styles.where} style={{ marginBlock: 0 }}>
        {text}
      </p>
    );
  }
  return (
    <DropList
      className={styles.where}
      label={t('top.switchRole')}
      width={400}
      position="bottom-start"
      button={
        <>
          {text}
          <VisuallyHidden>{t('top.switchRole')}</VisuallyHidden>
          <IconChevronDown size={16} aria-hidden style={{ flex: 'none' }} />
        </>
      }
      groups={[
        {
          key: 'roles',
          label: t('top.switchRole'),
          items: me.roles.slice(0, 8).map((held) => ({
            key: held.id,
            label: `${t(`role.${held.role}`)} · ${held.unit.name}`,
            chosen: held.id === inUse.id,
            run: () => {
              if (held.id !== inUse.id) switchRole.mutate(held.id);
            },
          })),
        },
        { key: 'all', items: [{ key: 'all', label: t('top.allRoles'), to: '/vai-tro' }] },
      ]}
    />
  );
}
