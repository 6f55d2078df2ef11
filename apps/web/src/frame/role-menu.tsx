import { Menu, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe, useSwitchRole } from '#screens/identity-access';
import styles from './frame.module.css';

/** Unit and role in use; with more than one role, one press opens the others. */
export function RoleMenu() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const switchRole = useSwitchRole();
  if (!me.role) return null;
  const words = { unit: me.role.unit.name, role: t(`role.${me.role.role}`) };
  const text = (
    <span className={styles.whereText}>
      <strong>{words.unit}</strong>
      <span>{words.role}</span>
    </span>
  );
  if (me.roles.length < 2) {
    return (
      <p className={styles.where} style={{ marginBlock: 0 }}>
        <VisuallyHidden>{t('top.where')}</VisuallyHidden>
        {text}
      </p>
    );
  }
  return (
    <Menu position="bottom-start" width={340}>
      <Menu.Target>
        <button type="button" className={styles.where}>
          <VisuallyHidden>{t('top.where')}</VisuallyHidden>
          {text}
          <VisuallyHidden>{t('top.switchRole')}</VisuallyHidden>
          <IconChevronDown size={16} aria-hidden style={{ flex: 'none' }} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('top.switchRole')}</Menu.Label>
        {me.roles.slice(0, 8).map((role) => (
          <Menu.Item
            key={role.id}
            aria-current={role.id === me.role?.id ? 'true' : undefined}
            leftSection={role.id === me.role?.id ? <IconCheck size={16} /> : <span style={{ width: 16 }} />}
            onClick={() => {
              if (role.id !== me.role?.id) switchRole.mutate(role.id);
            }}
          >
            {t(`role.${role.role}`)} · {role.unit.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/vai-tro" leftSection={<span style={{ width: 16 }} />}>
          {t('top.allRoles')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
