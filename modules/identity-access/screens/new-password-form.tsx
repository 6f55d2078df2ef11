import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { type FieldProblem, Form, useDraftForm } from '#platform/ui';
import { passwordProblems, shortestPassword } from '#rules/identity-access';

const empty = { currentPassword: '', newPassword: '', repeated: '' };

/** Current password, a new one typed twice. Nothing of it is ever kept in the browser. */
export function NewPasswordForm({ username, onDone }: { username: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const form = useDraftForm(undefined, empty);
  const labels = {
    currentPassword: t('password.current'),
    newPassword: t('password.new'),
    repeated: t('password.repeat'),
  };
  const change = useCommand({
    run: (body: { currentPassword: string; newPassword: string }, init) =>
      answer(api.POST('/api/me/password', { body, ...init })),
    refreshes: [['sessions']],
    onDone: () => {
      form.clear(empty);
      onDone();
    },
  });

  function send() {
    const { currentPassword, newPassword, repeated } = form.values;
    const found: FieldProblem[] = [
      ...(currentPassword ? [] : [{ path: 'currentPassword', message: t('password.currentMissing') }]),
      ...passwordProblems(newPassword, { username, path: 'newPassword' }),
      ...(newPassword === repeated ? [] : [{ path: 'repeated', message: t('password.differ') }]),
    ];
    change.reset();
    form.refuse(found);
    if (found.length === 0) change.mutate({ currentPassword, newPassword }, { onError: form.refuse });
  }

  const show = { 'aria-label': t('password.show') };
  return (
    <Form
      submit={t('password.save')}
      busy={change.isPending}
      onSubmit={send}
      problems={form.problems}
      labels={labels}
      error={change.error}
      width="100%"
    >
      <PasswordInput
        label={labels.currentPassword}
        autoComplete="current-password"
        visibilityToggleButtonProps={show}
        {...form.text('currentPassword')}
      />
      <PasswordInput
        label={labels.newPassword}
        description={t('password.hint', { count: shortestPassword })}
        autoComplete="new-password"
        visibilityToggleButtonProps={show}
        {...form.text('newPassword')}
      />
      <PasswordInput
        label={labels.repeated}
        autoComplete="new-password"
        visibilityToggleButtonProps={show}
        {...form.text('repeated')}
      />
    </Form>
  );
}
