import { Modal, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, toast, useDraftForm } from '#platform/ui';
import type { Duty } from './document-words.ts';
import styles from './documents.module.css';
import { layOut, readParts } from './split-parts.ts';
import type { Review } from './use-review.ts';

/** Makes several duties of one: a line each. */
export function SplitDuty({
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
  const form = useDraftForm(`split.${duty.id}`, { parts: layOut(duty.body) });
  const parts = readParts(form.values.parts);

  function send() {
    const wrong = parts.length < 2 || parts.length > 20;
    form.refuse(wrong ? [{ path: 'parts', message: t('split.wrongNumber') }] : []);
    if (wrong) return;
    review.split.mutate(
      { dutyId: duty.id, body: { version: duty.version, parts } },
      {
        onSuccess: ({ duties }) => {
          form.clear();
          toast({ tone: 'done', text: t('split.done', { codes: duties.map((one) => one.code).join(', ') }) });
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
      size="lg"
      onClose={onClose}
      title={<strong>{t('split.title', { code: duty.code })}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <p className={styles.first}>{t('split.explain')}</p>
      <Form
        submit={t('split.confirm', { count: parts.length })}
        busy={review.split.isPending}
        error={review.split.error}
        problems={form.problems}
        onSubmit={send}
        onCancel={onClose}
        width="100%"
      >
        <Textarea label={t('split.parts')} autosize minRows={6} data-autofocus {...form.text('parts')} />
        {parts.length > 1 ? (
          <ol className={styles.lines} aria-label={t('split.preview')}>
            {parts.map((part) => (
              <li key={part.body}>{part.title}</li>
            ))}
          </ol>
        ) : null}
      </Form>
    </Modal>
  );
}
