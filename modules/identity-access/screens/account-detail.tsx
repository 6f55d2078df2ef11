import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useMay, useMe } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import { ConfirmDialog, Facts, Notice, ProblemAlert, Section, toast } from '#platform/ui';
import { mayAdminister, type Role } from '#rules/identity-access';
import { GrantRoleForm } from './grant-role-form.tsx';
import type { OneTimePassword } from './one-time-password.tsx';

export type Account =
  operations['identity.listAccounts']['responses'][200]['content']['application/json']['items'][number];

type Asked = 'reset' | 'secondFactor' | 'disable' | 'enable' | { endRole: Account['roles'][number] };

/** One person: contact, roles, and the help with signing in that the reader may give. */
export function AccountDetail({
  account,
  grantable,
  onPassword,
}: {
  account: Account;
  grantable: readonly Role[];
  onPassword: (given: OneTimePassword) => void;
}) {
  const { t } = useTranslation('identity');
  const me = useMe();
  const may = useMay();
  const [asked, setAsked] = useState<Asked>();
  const [granting, setGranting] = useState(false);
  const isMine = account.id === me.account.id;
  const above =
    !me.role ||
    !mayAdminister(
      { role: me.role.role, unitKind: me.role.unit.kind },
      account.roles.map((held) => held.role),
    );
  const why = isMine ? t('accounts.own') : above ? t('accounts.above') : undefined;
  const path = { accountId: account.id };
  const carryOut = useCommand({
    run: async (what: Asked, init): Promise<OneTimePassword | undefined> => {
      if (what === 'reset') {
        return answer(api.POST('/api/accounts/{accountId}/reset-password', { params: { path }, ...init }));
      }
      if (what === 'secondFactor') {
        await answer(
          api.POST('/api/accounts/{accountId}/reset-second-factor', { params: { path }, ...init }),
        );
      } else if (what === 'disable') {
        await answer(api.POST('/api/accounts/{accountId}/disable', { params: { path }, ...init }));
      } else if (what === 'enable') {
        await answer(api.POST('/api/accounts/{accountId}/enable', { params: { path }, ...init }));
      } else {
        const { id: roleId } = what.endRole;
        await answer(api.POST('/api/roles/{roleId}/end', { params: { path: { roleId } }, ...init }));
      }
      return undefined;
    },
    refreshes: [['accounts']],
    onDone: (given) => {
      setAsked(undefined);
      if (given) onPassword(given);
      else toast({ tone: 'done', text: t('accounts.done') });
    },
  });
  const kind = typeof asked === 'object' ? 'endRole' : (asked ?? 'reset');

  return (
    <Stack gap="md">
      {why ? (
        <Notice>
          <p>{why}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { name: t('accounts.username'), value: account.username },
          { name: t('profile.phone'), value: account.phone },
          { name: t('profile.email'), value: account.email },
          {
            name: t('accounts.firstSignIn'),
            value: account.firstSignedInAt
              ? formatDateTime(account.firstSignedInAt)
              : t('accounts.neverSignedIn'),
          },
          {
            name: t('profile.secondFactor'),
            value: account.secondFactor ? t('accounts.secondFactorOn') : t('accounts.secondFactorOff'),
          },
        ]}
      />
      <Section title={t('accounts.roles')}>
        <Stack gap="sm">
          {account.roles.map((held) => (
            <Group key={held.id} justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                {t(`shell:role.${held.role}`)} · {held.unit.name}
                {held.endsOn ? <div>{t('accounts.until', { date: formatDate(held.endsOn) })}</div> : null}
              </div>
              {may('identity.endRole') && grantable.includes(held.role) && !isMine ? (
                <Button
                  variant="default"
                  size="xs"
                  style={{ flex: 'none' }}
                  aria-label={t('accounts.endRoleOf', {
                    role: t(`shell:role.${held.role}`),
                    unit: held.unit.name,
                  })}
                  onClick={() => setAsked({ endRole: held })}
                >
                  {t('accounts.endRole')}
                </Button>
              ) : null}
            </Group>
          ))}
        </Stack>
        {granting ? (
          <div style={{ marginTop: 12 }}>
            <GrantRoleForm accountId={account.id} grantable={grantable} onClose={() => setGranting(false)} />
          </div>
        ) : may('identity.grantRole') && grantable.length > 0 && !isMine ? (
          <Button variant="default" size="xs" mt="sm" onClick={() => setGranting(true)}>
            {t('accounts.grantRole')}
          </Button>
        ) : null}
      </Section>
      {why ? null : (
        <Section title={t('accounts.signIn')}>
          <Group gap="sm">
            {may('identity.resetPassword') ? (
              <Button variant="default" onClick={() => setAsked('reset')}>
                {t('accounts.reset')}
              </Button>
            ) : null}
            {account.secondFactor && may('identity.resetSecondFactor') ? (
              <Button variant="default" onClick={() => setAsked('secondFactor')}>
                {t('accounts.resetSecondFactor')}
              </Button>
            ) : null}
            {account.status === 'active' && may('identity.disableAccount') ? (
              <Button variant="default" onClick={() => setAsked('disable')}>
                {t('accounts.disable')}
              </Button>
            ) : null}
            {account.status === 'disabled' && may('identity.enableAccount') ? (
              <Button variant="default" onClick={() => setAsked('enable')}>
                {t('accounts.enable')}
              </Button>
            ) : null}
          </Group>
        </Section>
      )}
      {carryOut.error && !asked ? <ProblemAlert error={carryOut.error} /> : null}
      <ConfirmDialog
        opened={asked !== undefined}
        title={t(`accounts.ask.${kind}.title`, { name: account.displayName })}
        confirm={t(`accounts.ask.${kind}.confirm`)}
        danger={kind === 'disable' || kind === 'endRole' || kind === 'secondFactor'}
        busy={carryOut.isPending}
        error={carryOut.error}
        onConfirm={() => {
          if (asked) carryOut.mutate(asked);
        }}
        onClose={() => {
          setAsked(undefined);
          carryOut.reset();
        }}
      >
        <p style={{ marginTop: 0 }}>
          {t(`accounts.ask.${kind}.body`, {
            role: typeof asked === 'object' ? t(`shell:role.${asked.endRole.role}`) : '',
            unit: typeof asked === 'object' ? asked.endRole.unit.name : '',
          })}
        </p>
      </ConfirmDialog>
    </Stack>
  );
}
