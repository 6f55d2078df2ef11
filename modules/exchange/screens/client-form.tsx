import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import { DateField, type FieldProblem, Form, useDraftForm } from '#platform/ui';
import { type Scope, scopes } from '#rules/exchange';
import { UnitPicker } from '#screens/organisation';
import { scopeKeys } from './scope-words.ts';
import type { GivenSecret } from './secret-view.tsx';

interface Input {
  name: string;
  purpose: string;
  contact: string;
  unitId: string;
  scopes: Scope[];
  expiresOn: string;
}

/** Lets a system in: what it is, what for, who answers for it, what of whom it may read, until when. */
export function ClientForm({
  onDone,
  onCancel,
}: {
  onDone: (given: GivenSecret) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('exchange');
  const me = useMe();
  const here = me.role?.unit;
  const blank = {
    name: '',
    purpose: '',
    contact: '',
    unitId: here?.id ?? '',
    unitName: here?.name ?? '',
    scopes: scopes.rosterCore as string,
    expiresOn: '',
  };
  const form = useDraftForm(`client.${me.account.id}`, blank);
  const { values } = form;
  const chosen = values.scopes.split(' ').filter(Boolean);
  const labels = {
    name: t('clients.name'),
    purpose: t('clients.purpose'),
    contact: t('clients.contact'),
    unitId: t('clients.unit'),
    scopes: t('clients.scopes'),
    expiresOn: t('clients.expiresOn'),
  };
  const create = useCommand({
    run: (body: Input, init) => answer(api.POST('/api/exchange/clients', { body, ...init })),
    refreshes: [['exchange', 'clients']],
    onDone: (given) => {
      form.clear(blank);
      onDone({ name: values.name, ...given });
    },
  });

  function send() {
    const missing: FieldProblem[] = [
      ...(values.name.trim() ? [] : [{ path: 'name', message: t('clients.nameMissing') }]),
      ...(values.purpose.trim() ? [] : [{ path: 'purpose', message: t('clients.purposeMissing') }]),
      ...(values.contact.trim() ? [] : [{ path: 'contact', message: t('clients.contactMissing') }]),
      ...(values.unitId ? [] : [{ path: 'unitId', message: t('clients.unitMissing') }]),
      ...(chosen.length > 0 ? [] : [{ path: 'scopes', message: t('clients.scopesMissing') }]),
      ...(values.expiresOn ? [] : [{ path: 'expiresOn', message: t('clients.expiresMissing') }]),
    ];
    create.reset();
    form.refuse(missing);
    if (missing.length > 0) return;
    const { name, purpose, contact, unitId, expiresOn } = values;
    create.mutate(
      { name, purpose, contact, unitId, expiresOn, scopes: chosen as Scope[] },
      { onError: form.refuse },
    );
  }

  return (
    <Form
      submit={t('clients.createNow')}
      busy={create.isPending}
      onSubmit={send}
      onCancel={onCancel}
      problems={form.problems}
      labels={labels}
      error={create.error}
    >
      <TextInput label={labels.name} autoComplete="off" {...form.text('name')} />
      <Textarea
        label={labels.purpose}
        description={t('clients.purposeHint')}
        autosize
        minRows={2}
        {...form.text('purpose')}
      />
      <TextInput
        label={labels.contact}
        description={t('clients.contactHint')}
        autoComplete="off"
        {...form.text('contact')}
      />
      <UnitPicker
        id="field-unitId"
        label={labels.unitId}
        chosen={values.unitId ? { id: values.unitId, name: values.unitName } : null}
        error={form.problem('unitId')}
        onChoose={(unit) => {
          form.change('unitId', unit?.id ?? '');
          form.change('unitName', unit?.name ?? '');
        }}
      />
      <Checkbox.Group
        id="field-scopes"
        label={labels.scopes}
        description={t('clients.scopesHint')}
        value={chosen}
        error={form.problem('scopes')}
        onChange={(next) => form.change('scopes', next.join(' '))}
      >
        <Stack gap="xs" mt="xs">
          {scopeKeys.map(([key, scope]) => (
            <Checkbox
              key={key}
              value={scope}
              label={t(`clients.scope.${key}`)}
              description={t(`clients.scopeMeans.${key}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <DateField
        label={labels.expiresOn}
        description={t('clients.expiresHint')}
        {...form.date('expiresOn')}
      />
    </Form>
  );
}
