import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import { Form, toast, useDraftForm } from '#platform/ui';
import { type Role, roleFits } from '#rules/identity-access';
import { UnitPicker } from '#screens/organisation';

/** One more role for a person, at a unit within reach. */
export function GrantRoleForm({
  accountId,
  grantable,
  onClose,
}: {
  accountId: string;
  grantable: readonly Role[];
  onClose: () => void;
}) {
  const { t } = useTranslation('identity');
  const here = useMe().role?.unit;
  const form = useDraftForm(undefined, {
    unitId: here?.id ?? '',
    unitName: here?.name ?? '',
    unitKind: here?.kind ?? '',
    role: '',
    classCode: '',
  });
  const { values } = form;
  const grant = useCommand({
    run: (body: { unitId: string; role: Role; classCode: string | null; endsOn: null }, init) =>
      answer(
        api.POST('/api/accounts/{accountId}/roles', {
          params: { path: { accountId } },
          body,
          ...init,
        }),
      ),
    refreshes: [['accounts']],
    onDone: () => {
      toast({ tone: 'done', text: t('accounts.granted') });
      onClose();
    },
  });

  function send() {
    const missing = [
      ...(values.unitId ? [] : [{ path: 'unitId', message: t('accounts.unitMissing') }]),
      ...(values.role ? [] : [{ path: 'role', message: t('accounts.roleMissing') }]),
    ];
    grant.reset();
    form.refuse(missing);
    if (missing.length > 0) return;
    const classCode = values.role === 'homeroomTeacher' ? values.classCode.trim() || null : null;
    grant.mutate(
      { unitId: values.unitId, role: values.role as Role, classCode, endsOn: null },
      { onError: form.refuse },
    );
  }

  return (
    <Form
      submit={t('accounts.grantNow')}
      busy={grant.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={{ unitId: t('accounts.unit'), role: t('accounts.role'), classCode: t('accounts.class') }}
      error={grant.error}
    >
      <UnitPicker
        id="field-unitId"
        label={t('accounts.unit')}
        chosen={values.unitId ? { id: values.unitId, name: values.unitName } : null}
        error={form.problem('unitId')}
        onChoose={(unit) => {
          form.change('unitId', unit?.id ?? '');
          form.change('unitName', unit?.name ?? '');
          form.change('unitKind', unit?.kind ?? '');
          form.change('role', '');
        }}
      />
      <Select
        id="field-role"
        label={t('accounts.role')}
        data={grantable
          .filter((role) => !values.unitKind || roleFits(role, values.unitKind))
          .map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
        value={values.role || null}
        error={form.problem('role')}
        onChange={(role) => form.change('role', role ?? '')}
        nothingFoundMessage={t('accounts.noRoleFits')}
      />
      {values.role === 'homeroomTeacher' ? (
        <TextInput
          label={t('accounts.class')}
          description={t('accounts.classHint')}
          {...form.text('classCode')}
        />
      ) : null}
    </Form>
  );
}
