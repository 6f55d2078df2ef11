import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Form, toast, useDraftForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import { bodyOf, DocumentFields, valuesOf } from './document-fields.tsx';
import type { DocumentDetail, OfficialDocument } from './official-words.ts';

type Body = operations['plan.updateOfficialDocument']['requestBody']['content']['application/json'];

/** The fields of a draft that two people may have changed. */
export interface DocumentTheirs {
  version: number;
  state: OfficialDocument['state'];
  kind: OfficialDocument['kind'];
  abstract: string;
  recipientKinds: OfficialDocument['recipientKinds'];
  recipientUnitIds: readonly unknown[];
}

/** A draft as words, to compare two versions of it. */
export function useDocumentInWords() {
  const { t } = useTranslation('official-documents');
  return (values: Omit<DocumentTheirs, 'version' | 'state'> & { state?: OfficialDocument['state'] }) =>
    [
      `${t('kindLabel')}: ${t(`kind.${values.kind}`)}`,
      `${t('abstract')}: ${values.abstract}`,
      `${t('recipients')}: ${values.recipientKinds.map((kind) => t(`recipient.${kind}`)).join(', ')}`,
      t('form.unitsChosen', { count: values.recipientUnitIds.length }),
      ...(values.state ? [`${t('stateLabel')}: ${t(`state.${values.state}`)}`] : []),
    ].join('\n');
}

/** Changes a draft, also while opinions are collected. */
export function EditDocument({ detail, onClose }: { detail: DocumentDetail; onClose: () => void }) {
  const { t } = useTranslation('official-documents');
  const inWords = useDocumentInWords();
  const { document } = detail;
  const form = useDraftForm(`official-document.edit.${document.id}`, valuesOf(detail));
  const save = useCommand({
    run: (body: Body, init) =>
      answer(
        api.PATCH('/api/plan/official-documents/{documentId}', {
          params: { path: { documentId: document.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('form.saved') });
      onClose();
    },
  });
  function send(version: number) {
    if (!form.values.abstract.trim()) {
      form.refuse([{ path: 'abstract', message: t('form.abstractMissing') }]);
      return;
    }
    save.mutate(
      { version, ...bodyOf(form.values), replacesId: form.values.replacesId[0]?.id ?? null },
      { onError: form.refuse },
    );
  }
  return (
    <>
      <Form
        submit={t('form.save')}
        busy={save.isPending}
        error={theirsOf(save.error) ? undefined : save.error}
        problems={form.problems}
        labels={{ abstract: t('abstract'), recipientUnitIds: t('form.recipientUnits') }}
        width="100%"
        onCancel={onClose}
        onSubmit={() => send(document.version)}
      >
        <DocumentFields form={form} />
      </Form>
      <EditConflict<DocumentTheirs>
        error={save.error}
        mine={inWords(form.values)}
        inWords={inWords}
        onTakeTheirs={() => {
          form.clear();
          onClose();
        }}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </>
  );
}
