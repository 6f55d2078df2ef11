import { Button, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, Form, Page, Tag, useDraftForm } from '#platform/ui';

/** Forms of the own unit and of the department. */
export default function FormsPage() {
  const { t } = useTranslation('needs-survey');
  const may = useMay();
  const [making, setMaking] = useState(false);
  const list = useQuery({
    queryKey: ['needs-survey', 'forms'],
    queryFn: ({ signal }) => answer(api.GET('/api/needs-survey/forms', { signal })),
  });
  const rows = list.data?.items ?? [];
  const make = may('needsSurvey.createForm') ? (
    <Button onClick={() => setMaking(true)}>{t('forms.make')}</Button>
  ) : null;
  return (
    <Page
      title={t('forms.title')}
      trail={[{ label: t('list.title'), to: '/khao-sat' }]}
      lead={t('forms.lead')}
      action={make}
    >
      <DataTable
        caption={t('forms.title')}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/khao-sat/mau/${row.id}`}
        loading={list}
        empty={<EmptyState title={t('forms.empty')}>{t('forms.emptyDetail')}</EmptyState>}
        columns={[
          { key: 'title', header: t('forms.name'), phone: 'title', cell: (row) => row.title },
          { key: 'owner', header: t('forms.owner'), cell: (row) => row.ownerName },
          {
            key: 'questions',
            header: t('forms.questions'),
            align: 'right',
            cell: (row) => t('forms.count', { count: row.questions }),
          },
          { key: 'saved', header: t('forms.saved'), cell: (row) => formatDateTime(row.savedAt) },
          {
            key: 'own',
            header: t('forms.use'),
            phone: 'corner',
            cell: (row) => (
              <Tag tone={row.own ? 'accent' : 'none'}>{t(row.own ? 'forms.own' : 'forms.shared')}</Tag>
            ),
          },
        ]}
      />
      {making ? <MakeForm rows={rows} onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}

function MakeForm({
  rows,
  onClose,
}: {
  rows: readonly { id: string; title: string; ownerName: string; questions: number }[];
  onClose: () => void;
}) {
  const { t } = useTranslation('needs-survey');
  const navigate = useNavigate();
  const form = useDraftForm(undefined, { title: t('forms.titleProposed'), copyOf: '' });
  const { values } = form;
  const make = useCommand({
    run: (body: { title: string; copyOf?: string }, init) =>
      answer(api.POST('/api/needs-survey/forms', { body, ...init })),
    refreshes: [['needs-survey', 'forms']],
    onDone: ({ id }) => void navigate({ to: `/khao-sat/mau/${id}` }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('forms.make')}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <Form
        submit={t('forms.make')}
        busy={make.isPending}
        error={make.error}
        problems={form.problems}
        labels={{ title: t('forms.name') }}
        width="100%"
        onCancel={onClose}
        onSubmit={() =>
          make.mutate(
            { title: values.title.trim(), ...(values.copyOf ? { copyOf: values.copyOf } : {}) },
            { onError: form.refuse },
          )
        }
      >
        <TextInput label={t('forms.name')} maxLength={150} data-autofocus {...form.text('title')} />
        <Radio.Group
          label={t('forms.from')}
          value={values.copyOf}
          onChange={(value) => form.change('copyOf', value)}
        >
          <Stack gap={8} mt={4}>
            <Radio value="" label={t('forms.template')} description={t('forms.templateDetail')} />
            {rows.map((row) => (
              <Radio
                key={row.id}
                value={row.id}
                label={row.title}
                description={t('forms.facts', { owner: row.ownerName, count: row.questions })}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Form>
    </Modal>
  );
}
