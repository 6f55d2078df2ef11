import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import { type FieldProblem, Form, useDraftForm } from '#platform/ui';
import { type Role, roleFits } from '#rules/identity-access';
import { UnitPicker } from '#screens/organisation';
import { suggestUsername } from '../rules/suggest-username.ts';
import type { OneTimePassword } from './one-time-password.tsx';

interface Input {
  displayName: string;
  username: string;
  phone: string | null;
  email: string | null;
  role: Role;
  unitId: string;
  classCode: string | null;
}

/** A new person: name, how they sign in, what they are where. */
export function CreateAccountForm({
  grantable,
  onDone,
  onCancel,
}: {
  grantable: readonly Role[];
  onDone: (given: OneTimePassword) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('identity');
  const me = useMe();
  const here = me.role?.unit;
  const blank = {
    displayName: '',
    username: '',
    phone: '',
    email: '',
    role: '',
    unitId: here?.kind === 'department' ? '' : (here?.id ?? ''),
    unitName: here?.kind === 'department' ? '' : (here?.name ?? ''),
    unitKind: here?.kind === 'department' ? '' : (here?.kind ?? ''),
    classCode: '',
  };
  const form = useDraftForm(`account.${me.account.id}`, blank);
  const { values } = form;
  const labels = {
    displayName: t('accounts.name'),
    username: t('accounts.username'),
    phone: t('profile.phone'),
    email: t('profile.email'),
    role: t('accounts.role'),
    unitId: t('accounts.unit'),
    classCode: t('accounts.class'),
  };
  const fitting = grantable.filter((role) => !values.unitKind || roleFits(role, values.unitKind));
  const create = useCommand({
    run: (body: Input, init) => answer(api.POST('/api/accounts', { body, ...init })),
    refreshes: [['accounts']],
    onDone: (given) => {
      form.clear(blank);
      onDone(given);
    },
  });

  function send() {
    const missing: FieldProblem[] = [
      ...(values.displayName.trim() ? [] : [{ path: 'displayName', message: t('accounts.nameMissing') }]),
      ...(values.username.trim() ? [] : [{ path: 'username', message: t('accounts.usernameMissing') }]),
      ...(values.unitId ? [] : [{ path: 'unitId', message: t('accounts.unitMissing') }]),
      ...(values.role ? [] : [{ path: 'role', message: t('accounts.roleMissing') }]),
    ];
    create.reset();
    form.refuse(missing);
    if (missing.length > 0) return;
    create.mutate(
      {
        displayName: values.displayName,
        username: values.username,
        phone: values.phone.trim() || null,
        email: values.email.trim() || null,
        role: values.role as Role,
        unitId: values.unitId,
        classCode: values.role === 'homeroomTeacher' ? values.classCode.trim() || null : null,
      },
      { onError: form.refuse },
    );
  }

  return (
    <Form
      submit={t('accounts.createNow')}
      busy={create.isPending}
      onSubmit={send}
      onCancel={onCancel}
      problems={form.problems}
      labels={labels}
      error={create.error}
    >
      <TextInput
        label={labels.displayName}
        autoComplete="off"
        {...form.text('displayName')}
        onBlur={() => {
          if (!values.username) form.change('username', suggestUsername(values.displayName));
        }}
      />
      <TextInput
        label={labels.username}
        description={t('accounts.usernameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('username')}
      />
      <UnitPicker
        id="field-unitId"
        label={labels.unitId}
        chosen={values.unitId ? { id: values.unitId, name: values.unitName } : null}
        error={form.problem('unitId')}
        onChoose={(unit) => {
          form.change('unitId', unit?.id ?? '');
          form.change('unitName', unit?.name ?? '');
          form.change('unitKind', unit?.kind ?? '');
        }}
      />
      <Select
        id="field-role"
        label={labels.role}
        data={fitting.map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
        value={values.role || null}
        error={form.problem('role')}
        onChange={(role) => form.change('role', role ?? '')}
        nothingFoundMessage={t('accounts.noRoleFits')}
      />
      {values.role === 'homeroomTeacher' ? (
        <TextInput
          label={labels.classCode}
          description={t('accounts.classHint')}
          {...form.text('classCode')}
        />
      ) : null}
      <TextInput
        label={t('accounts.optional', { label: labels.phone })}
        inputMode="tel"
        {...form.text('phone')}
      />
      <TextInput
        label={t('accounts.optional', { label: labels.email })}
        inputMode="email"
        {...form.text('email')}
      />
    </Form>
  );
}
