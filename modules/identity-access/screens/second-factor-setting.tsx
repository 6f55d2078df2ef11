import { Button, Code, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, meQuery, useCommand, useMe } from '#api';
import { Form, Notice, ProblemAlert, SideDrawer, toast, useDraftForm } from '#platform/ui';
import { CodeField, isCode } from './code-field.tsx';

/** Turns the second factor on (QR code, then the first code) or off (password). */
export function SecondFactorSetting() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const [open, setOpen] = useState(false);
  const begin = useCommand({
    run: (_: null, init) => answer(api.POST('/api/me/second-factor/begin', { ...init })),
    refreshes: [],
    onDone: () => setOpen(true),
  });
  const on = me.secondFactorOn;
  return (
    <>
      <Notice tone={on ? 'done' : 'info'}>
        <p>{on ? t('secondFactor.isOn') : t('secondFactor.isOff')}</p>
      </Notice>
      {begin.error ? <ProblemAlert error={begin.error} /> : null}
      <Button
        variant="default"
        mt="sm"
        loading={begin.isPending}
        onClick={() => (on ? setOpen(true) : begin.mutate(null))}
      >
        {on ? t('secondFactor.turnOff') : t('secondFactor.turnOn')}
      </Button>
      <SideDrawer
        opened={open}
        title={on ? t('secondFactor.turnOff') : t('secondFactor.turnOn')}
        onClose={() => setOpen(false)}
      >
        {on ? <TurnOff onDone={() => setOpen(false)} /> : null}
        {!on && begin.data ? (
          <TurnOn secret={begin.data.secret} qrCode={begin.data.qrCode} onDone={() => setOpen(false)} />
        ) : null}
      </SideDrawer>
    </>
  );
}

function TurnOn({ secret, qrCode, onDone }: { secret: string; qrCode: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const form = useDraftForm(undefined, { code: '' });
  const confirm = useCommand({
    run: (body: { code: string }, init) =>
      answer(api.POST('/api/me/second-factor/confirm', { body, ...init })),
    refreshes: [meQuery.queryKey, ['sessions']],
    onDone: () => {
      toast({ tone: 'done', text: t('secondFactor.turnedOn') });
      onDone();
    },
  });
  function send() {
    const problems = isCode(form.values.code) ? [] : [{ path: 'code', message: t('secondFactor.sixDigits') }];
    confirm.reset();
    form.refuse(problems);
    if (problems.length === 0) confirm.mutate(form.values, { onError: form.refuse });
  }
  return (
    <>
      <ol style={{ paddingLeft: 20, marginTop: 0 }}>
        <li>{t('secondFactor.step1')}</li>
        <li>{t('secondFactor.step2')}</li>
        <li>{t('secondFactor.step3')}</li>
      </ol>
      <img
        src={qrCode}
        alt={t('secondFactor.qr')}
        width={200}
        height={200}
        style={{ background: '#fff', padding: 8, borderRadius: 6 }}
      />
      <p>
        {t('secondFactor.byHand')} <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
      </p>
      <Form
        submit={t('secondFactor.turnOn')}
        busy={confirm.isPending}
        onSubmit={send}
        problems={form.problems}
        error={confirm.error}
      >
        <CodeField label={t('secondFactor.code')} form={form} />
      </Form>
    </>
  );
}

function TurnOff({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('identity');
  const form = useDraftForm(undefined, { password: '' });
  const remove = useCommand({
    run: (body: { password: string }, init) =>
      answer(api.POST('/api/me/second-factor/remove', { body, ...init })),
    refreshes: [meQuery.queryKey],
    onDone: () => {
      toast({ tone: 'done', text: t('secondFactor.turnedOff') });
      onDone();
    },
  });
  function send() {
    const problems = form.values.password
      ? []
      : [{ path: 'password', message: t('password.currentMissing') }];
    remove.reset();
    form.refuse(problems);
    if (problems.length === 0) remove.mutate(form.values, { onError: form.refuse });
  }
  return (
    <Form
      submit={t('secondFactor.turnOff')}
      busy={remove.isPending}
      onSubmit={send}
      problems={form.problems}
      error={remove.error}
    >
      <p style={{ margin: 0 }}>{t('secondFactor.turnOffLead')}</p>
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...form.text('password')}
      />
    </Form>
  );
}
