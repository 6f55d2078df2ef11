import { TextInput } from '@mantine/core';
import type { DraftForm } from '#platform/ui';

/** Six digits of an authenticator app; telephones offer digits and the code they see. */
export function CodeField({ label, form }: { label: string; form: DraftForm<{ code: string }> }) {
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={9}
      styles={{ input: { fontSize: '1.25rem', letterSpacing: '0.15em', maxWidth: 180 } }}
      {...form.text('code')}
    />
  );
}

/** Whether what was typed can be a code: six digits, spaces allowed. */
export function isCode(typed: string): boolean {
  return /^\d{6}$/.test(typed.replace(/\s/g, ''));
}
