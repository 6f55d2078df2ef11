import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
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
  // Faults that stood at fields go with the last field that is changed: what is left of the refusal would name fields that are mended.
  const listed = useRef<unknown>(undefined);
  if (error && problems.length > 0) listed.current = error;
  const isMended = problems.length === 0 && listed.current === error;
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
        {error && !hasFieldFaults && !isMended ? <ProblemAlert error={error} /> : null}
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
