import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Form, Page, toast, useDraftForm } from '#platform/ui';
import { bodyOf, DocumentFields, valuesOf } from './document-fields.tsx';

type Body = operations['plan.registerOfficialDocument']['requestBody']['content']['application/json'];

/** A new draft of the own unit; its file is attached on the page that follows. */
export default function NewDocumentPage() {
  const { t } = useTranslation('official-documents');
  const navigate = useNavigate();
  const form = useDraftForm('official-document.new', valuesOf());
  const register = useCommand({
    run: (body: Body, init) => answer(api.POST('/api/plan/official-documents', { body, ...init })),
    refreshes: [['plan', 'official-documents']],
    onDone: ({ id }) => {
      form.clear();
      toast({ tone: 'done', text: t('form.registered') });
      void navigate({ to: `/van-ban/${id}` });
    },
  });
  return (
    <Page title={t('form.new')} trail={[{ label: t('list.title'), to: '/van-ban' }]} lead={t('form.lead')}>
      <Form
        submit={t('form.register')}
        busy={register.isPending}
        error={register.error}
        problems={form.problems}
        labels={{ abstract: t('abstract'), recipientUnitIds: t('form.recipientUnits') }}
        width={640}
        onCancel={() => void navigate({ to: '/van-ban' })}
        onSubmit={() => {
          if (!form.values.abstract.trim()) {
            form.refuse([{ path: 'abstract', message: t('form.abstractMissing') }]);
            return;
          }
          const [replaced] = form.values.replacesId;
          register.mutate(
            { ...bodyOf(form.values), ...(replaced ? { replacesId: replaced.id } : {}) },
            { onError: form.refuse },
          );
        }}
      >
        <DocumentFields form={form} />
      </Form>
    </Page>
  );
}
