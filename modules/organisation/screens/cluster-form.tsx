import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, toast, useDraftForm } from '#platform/ui';

/** A new professional cluster; its schools are chosen on its own page. */
export function ClusterForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const form = useDraftForm('cluster', { name: '', code: '' });
  const labels = { name: t('units.name'), code: t('units.code') };
  const create = useCommand({
    run: (body: { name: string; code: string }, init) => answer(api.POST('/api/clusters', { body, ...init })),
    refreshes: [['units']],
    onDone: (cluster) => {
      form.clear({ name: '', code: '' });
      toast({ tone: 'done', text: t('cluster.created', { name: cluster.name }) });
      onClose();
      void navigate({ to: `/don-vi/${cluster.id}` });
    },
  });
  function send() {
    const missing = [
      ...(form.values.name.trim() ? [] : [{ path: 'name', message: t('units.nameMissing') }]),
      ...(form.values.code.trim() ? [] : [{ path: 'code', message: t('cluster.codeMissing') }]),
    ];
    create.reset();
    form.refuse(missing);
    if (missing.length === 0) create.mutate(form.values, { onError: form.refuse });
  }
  return (
    <Form
      submit={t('cluster.create')}
      busy={create.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={labels}
      error={create.error}
    >
      <TextInput label={labels.name} description={t('cluster.nameHint')} {...form.text('name')} />
      <TextInput label={labels.code} description={t('cluster.codeHint')} {...form.text('code')} />
    </Form>
  );
}
