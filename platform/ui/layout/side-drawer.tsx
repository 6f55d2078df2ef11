import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Related things beside the page, from the right; on a phone it takes the whole width. */
export function SideDrawer({
  opened,
  title,
  onClose,
  children,
  wide,
}: {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}) {
  const { t } = useTranslation('ui');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={wide ? 'min(760px, 100vw)' : 'min(480px, 100vw)'}
      title={<strong>{title}</strong>}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {children}
    </Drawer>
  );
}
