import { Modal, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, toast, useDraftForm } from '#platform/ui';
import type { Duty } from './document-words.ts';
import styles from './documents.module.css';
import type { Review } from './use-review.ts';

/** Says why a text that was read as a duty is none; the paragraph stays in the account with the reason. */
export function RemoveDuty({
  duty,
  review,
  onDone,
  onClose,
}: {
  duty: Duty;
  review: Review;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('plan-document');
  const form = useDraftForm(`remove.${duty.id}`, { reason: '' });

  function send() {
    const reason = form.values.reason.trim();
    form.refuse(reason ? [] : [{ path: 'reason', message: t('remove.reasonMissing') }]);
    if (!reason) return;
    review.remove.mutate(
      { dutyId: duty.id, body: { version: duty.version, reason } },
      {
        onSuccess: () => {
          form.clear();
          toast({ tone: 'done', text: t('remove.done', { code: duty.code }) });
          onDone();
        },
        onError: form.refuse,
      },
    );
  }

  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={<strong>{t('remove.title', { code: duty.code })}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <p className={styles.first}>{t('remove.explain')}</p>
      <Form
        submit={t('remove.confirm')}
        busy={review.remove.isPending}
        error={review.remove.error}
        problems={form.problems}
        onSubmit={send}
        onCancel={onClose}
        width="100%"
      >
        <Textarea
          label={t('remove.reason')}
          description={t('remove.example')}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.text('reason')}
        />
      </Form>
    </Modal>
  );
}
