import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './feedback.module.css';

/**
 * Two people edited the same thing: shows the text saved meanwhile beside the reader's own, loses neither.
 * `onTakeTheirs` drops the own text, `onKeepMine` saves it over the newer version on purpose.
 */
export function ConflictDialog({
  opened,
  theirs,
  mine,
  savedBy,
  onTakeTheirs,
  onKeepMine,
  onClose,
}: {
  opened: boolean;
  theirs: string;
  mine: string;
  /** Who saved the other text, and when, in words. */
  savedBy?: string;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      centered
      title={<strong>{t('conflict.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <p style={{ marginTop: 0 }}>{t('conflict.explain')}</p>
      <div className={styles.texts}>
        <section>
          <h3>{savedBy ? t('conflict.theirsBy', { who: savedBy }) : t('conflict.theirs')}</h3>
          <pre>{theirs}</pre>
        </section>
        <section>
          <h3>{t('conflict.mine')}</h3>
          <pre>{mine}</pre>
        </section>
      </div>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('conflict.edit')}
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button onClick={onKeepMine}>{t('conflict.keepMine')}</Button>
      </Group>
    </Modal>
  );
}
