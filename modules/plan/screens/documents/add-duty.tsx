import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, toast, useDraftForm } from '#platform/ui';
import type { Duty, Paragraph } from './document-words.ts';
import styles from './documents.module.css';
import { titleOf } from './split-parts.ts';
import type { Review } from './use-review.ts';

const kinds = ['duty', 'solution', 'calendarEntry'] as const;

/** Makes a duty of a paragraph that was not read as one; its other facts are set in the editor that opens next. */
export function AddDuty({
  paragraph,
  review,
  onAdded,
  onClose,
}: {
  paragraph: Paragraph | undefined;
  review: Review;
  onAdded: (dutyId: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('plan-document');
  const form = useDraftForm(undefined, {
    title: titleOf(paragraph?.body ?? ''),
    kind: 'duty' as Duty['kind'],
  });
  if (!paragraph) return null;
  const { ordinal } = paragraph;

  function send() {
    const title = form.values.title.trim();
    form.refuse(title ? [] : [{ path: 'title', message: t('duty.titleMissing') }]);
    if (!title) return;
    review.add.mutate(
      { paragraphOrdinals: [ordinal], kind: form.values.kind, title },
      {
        onSuccess: (duty) => {
          toast({ tone: 'done', text: t('add.done', { code: duty.code }) });
          onAdded(duty.id);
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
      title={<strong>{t('add.open')}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <blockquote className={styles.quote}>{paragraph.body}</blockquote>
      <Form
        submit={t('add.open')}
        busy={review.add.isPending}
        error={review.add.error}
        problems={form.problems}
        onSubmit={send}
        onCancel={onClose}
        width="100%"
      >
        <TextInput label={t('duty.name')} maxLength={300} data-autofocus {...form.text('title')} />
        <NativeSelect
          label={t('duty.kind')}
          value={form.values.kind}
          onChange={(event) => form.change('kind', event.currentTarget.value as Duty['kind'])}
          data={kinds.map((kind) => ({ value: kind, label: t(`dutyKind.${kind}`) }))}
        />
      </Form>
    </Modal>
  );
}
