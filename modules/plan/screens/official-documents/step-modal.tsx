import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProblem, Form } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import { type DocumentTheirs, useDocumentInWords } from './edit-document.tsx';

/**
 * Asks for what a step of a document needs, and says what the step does. When somebody changed the document meanwhile,
 * both are shown; `onSubmit` gets the version to work on.
 */
export function StepModal({
  title,
  explain,
  submit,
  busy,
  error,
  problems,
  labels,
  version,
  mine,
  onSubmit,
  onReset,
  onClose,
  children,
}: {
  title: string;
  explain: string;
  submit: string;
  busy: boolean;
  error: unknown;
  problems: readonly FieldProblem[];
  labels?: Readonly<Record<string, string>>;
  version: number;
  /** What the person was about to do, in words. */
  mine: string;
  onSubmit: (version: number) => void;
  onReset: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('official-documents');
  const inWords = useDocumentInWords();
  return (
    <>
      <Modal
        opened={!theirsOf(error)}
        onClose={onClose}
        centered
        title={<strong>{title}</strong>}
        closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
      >
        <p style={{ marginTop: 0 }}>{explain}</p>
        <Form
          submit={submit}
          busy={busy}
          error={error}
          problems={problems}
          {...(labels ? { labels } : {})}
          width="100%"
          onCancel={onClose}
          onSubmit={() => onSubmit(version)}
        >
          {children}
        </Form>
      </Modal>
      <EditConflict<DocumentTheirs>
        error={error}
        mine={mine}
        inWords={inWords}
        onTakeTheirs={onClose}
        onKeepMine={onSubmit}
        onClose={onReset}
      />
    </>
  );
}
