import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import {
  ConfirmDialog,
  EmptyState,
  Facts,
  Form,
  Section,
  SideDrawer,
  toast,
  useDraftForm,
} from '#platform/ui';
import { mayGrant, suggestUsername } from '#rules/identity-access';
import { type OneTimePassword, OneTimePasswordView } from '#screens/identity-access';
import type { StaffDetail } from '../answers.ts';

const accountRoles = ['teacher', 'homeroomTeacher', 'teamLead', 'clerk', 'vicePrincipal'] as const;
type AccountRole = (typeof accountRoles)[number];

/** The account somebody signs in with: linked, made, or taken off. */
export function StaffAccount({ detail }: { detail: StaffDetail }) {
  const { t } = useTranslation('people');
  const [drawer, setDrawer] = useState<'link' | 'create'>();
  const [unlinking, setUnlinking] = useState(false);
  const [given, setGiven] = useState<OneTimePassword>();
  const { account, may, member } = detail;
  const link = useLink(detail, () => {
    setDrawer(undefined);
    setUnlinking(false);
  });
  const mayLink = may.includes('people.linkStaffAccount');
  if (!account && !mayLink) return null;
  return (
    <Section
      title={t('account.title')}
      aside={
        account && mayLink ? (
          <Button variant="default" size="xs" onClick={() => setUnlinking(true)}>
            {t('account.unlink')}
          </Button>
        ) : null
      }
    >
      {account ? (
        <Facts facts={[{ name: t('account.username'), value: <code>{account.username}</code> }]} />
      ) : (
        <EmptyState
          title={t('account.none')}
          action={
            <Group gap="sm" justify="center">
              {may.includes('people.createStaffAccount') ? (
                <Button onClick={() => setDrawer('create')}>{t('account.create')}</Button>
              ) : null}
              <Button variant="default" onClick={() => setDrawer('link')}>
                {t('account.link')}
              </Button>
            </Group>
          }
        >
          {t('account.noneDetail')}
        </EmptyState>
      )}
      <SideDrawer
        opened={drawer === 'create'}
        title={t('account.create')}
        onClose={() => setDrawer(undefined)}
      >
        {drawer === 'create' ? (
          <CreateForm
            detail={detail}
            onCancel={() => setDrawer(undefined)}
            onDone={(made) => {
              setDrawer(undefined);
              setGiven(made);
            }}
          />
        ) : null}
      </SideDrawer>
      <SideDrawer opened={drawer === 'link'} title={t('account.link')} onClose={() => setDrawer(undefined)}>
        {drawer === 'link' ? (
          <LinkForm link={link} name={member.fullName} onCancel={() => setDrawer(undefined)} />
        ) : null}
      </SideDrawer>
      <ConfirmDialog
        opened={unlinking}
        title={t('account.unlinkAsk', { name: member.fullName })}
        confirm={t('account.unlink')}
        busy={link.isPending}
        error={link.error}
        onConfirm={() => link.mutate(null)}
        onClose={() => {
          setUnlinking(false);
          link.reset();
        }}
      >
        <p style={{ marginTop: 0 }}>{t('account.unlinkBody')}</p>
      </ConfirmDialog>
      <OneTimePasswordView given={given} onClose={() => setGiven(undefined)} />
    </Section>
  );
}

function useLink(detail: StaffDetail, onDone: () => void) {
  const { t } = useTranslation('people');
  const { id, version } = detail.member;
  return useCommand({
    run: (accountId: string | null, init) =>
      answer(
        api.PUT('/api/people/staff/{staffId}/account', {
          params: { path: { staffId: id } },
          body: { accountId, version },
          ...init,
        }),
      ),
    refreshes: [['people']],
    onDone: (_, accountId) => {
      toast({ tone: 'done', text: accountId ? t('account.linked') : t('account.unlinked') });
      onDone();
    },
  });
}

/** Chooses among the accounts of the school, beginning with those of the same name. */
function LinkForm({
  link,
  name,
  onCancel,
}: {
  link: ReturnType<typeof useLink>;
  name: string;
  onCancel: () => void;
}) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState(name);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const accounts = useQuery({
    queryKey: ['accounts', 'picker', typed],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/accounts', {
          params: { query: { limit: 30, ...(typed.trim() ? { q: typed.trim().slice(0, 100) } : {}) } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });
  const fault = isMissing ? t('account.chooseMissing') : undefined;
  return (
    <Form
      submit={t('account.link')}
      busy={link.isPending}
      error={link.error}
      problems={fault ? [{ path: 'accountId', message: fault }] : []}
      labels={{ accountId: t('account.choose') }}
      onCancel={onCancel}
      onSubmit={() => {
        link.reset();
        setMissing(chosen === null);
        if (chosen !== null) link.mutate(chosen);
      }}
    >
      <Select
        id="field-accountId"
        label={t('account.choose')}
        description={t('account.chooseHint')}
        searchable
        comboboxProps={{ withinPortal: false }}
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        data={(accounts.data?.items ?? []).map((one) => ({
          value: one.id,
          label: `${one.displayName} (${one.username})`,
        }))}
        value={chosen}
        error={fault}
        nothingFoundMessage={t('nothingFound')}
        onChange={setChosen}
      />
    </Form>
  );
}

function CreateForm({
  detail,
  onDone,
  onCancel,
}: {
  detail: StaffDetail;
  onDone: (given: OneTimePassword) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('people');
  const me = useMe();
  const { member } = detail;
  const grantable: readonly string[] = me.role
    ? mayGrant({ role: me.role.role, unitKind: me.role.unit.kind })
    : [];
  const roles = accountRoles.filter(
    (role) => grantable.includes(role) && (role !== 'teamLead' || member.team),
  );
  const form = useDraftForm(undefined, {
    username: suggestUsername(member.fullName),
    role: (member.post === 'clerk' && roles.includes('clerk') ? 'clerk' : 'teacher') as AccountRole,
  });
  const labels = { username: t('account.username'), role: t('account.role') };
  const create = useCommand({
    run: (body: { username: string; role: AccountRole }, init) =>
      answer(
        api.POST('/api/people/staff/{staffId}/new-account', {
          params: { path: { staffId: member.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['people'], ['accounts']],
    onDone,
  });
  return (
    <Form
      submit={t('account.create')}
      busy={create.isPending}
      problems={form.problems}
      labels={labels}
      error={create.error}
      onCancel={onCancel}
      onSubmit={() => {
        create.reset();
        form.refuse([]);
        create.mutate(form.values, { onError: form.refuse });
      }}
    >
      <TextInput
        label={labels.username}
        description={t('account.usernameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('username')}
      />
      <Select
        id="field-role"
        label={labels.role}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={roles.map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
        value={form.values.role}
        error={form.problem('role')}
        onChange={(role) => form.change('role', (role ?? 'teacher') as AccountRole)}
      />
    </Form>
  );
}
