import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../feedback/problem-alert.tsx';
import { type FieldProblem, problemOf } from '../state/problem.ts';
import { ProblemList } from './problem-list.tsx';

/**
 * A form in one column: faults listed on top, fields, then one main button.
 * `error`: what the command threw; its field faults are listed, anything else is shown as a problem.
 * The browser's own bubbles are off: they speak the language of the browser, not of the person.
 */
export function Form({
  submit,
  busy,
  onSubmit,
  onCancel,
  problems = [],
  labels = {},
  error,
  children,
  width = 480,
}: {
  submit: string;
  busy?: boolean;
  onSubmit: () => void;
  onCancel?: () => void;
  problems?: readonly FieldProblem[];
  labels?: Readonly<Record<string, string>>;
  error?: unknown;
  children: ReactNode;
  width?: number | string;
}) {
  const { t } = useTranslation('ui');
  const hasFieldFaults = problems.length > 0 && (!error || problemOf(error).problems?.length);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A field whose text cannot be read says so itself; its value is not what the person sees.
    const unread = event.currentTarget.querySelector<HTMLElement>('[data-fault]');
    if (unread) unread.focus();
    else if (!busy) onSubmit();
  }
  return (
    <form noValidate onSubmit={send} style={{ maxWidth: width }}>
      <Stack gap="md">
        {hasFieldFaults ? <ProblemList problems={problems} labels={labels} /> : null}
        {error && !hasFieldFaults ? <ProblemAlert error={error} /> : null}
        {children}
        <Group gap="sm">
          <Button type="submit" loading={busy ?? false}>
            {submit}
          </Button>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {t('form.cancel')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
