import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

/**
 * Asks once before something that others will see or that cannot be undone. `title` is the question,
 * `confirm` the verb on the button, the body says what will happen and to how many.
 */
export function ConfirmDialog({
  opened,
  title,
  confirm,
  danger,
  busy,
  disabled,
  error,
  onConfirm,
  onClose,
  children,
}: {
  opened: boolean;
  title: string;
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<strong>{title}</strong>}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {children}
      {error ? <ProblemAlert error={error} /> : null}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus={danger || undefined}>
          {t('form.cancel')}
        </Button>
        <Button
          {...(danger ? { color: 'brick' } : {})}
          loading={busy ?? false}
          disabled={disabled ?? false}
          onClick={onConfirm}
          data-autofocus={danger ? undefined : true}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
