import { Button, Group, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay, useMe } from '#api';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  SearchBox,
  SideDrawer,
  Tag,
  useAddress,
} from '#platform/ui';
import { mayGrant, type Role, roles } from '#rules/identity-access';
import { type Account, AccountDetail } from './account-detail.tsx';
import { CreateAccountForm } from './create-account-form.tsx';
import { type OneTimePassword, OneTimePasswordView } from './one-time-password.tsx';

/** The people within reach: who they are, what they may, and help with signing in. */
export default function AccountsPage() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const may = useMay();
  const { address, set } = useAddress();
  const [creating, setCreating] = useState(false);
  const [given, setGiven] = useState<OneTimePassword>();
  const query = {
    ...(address.tim ? { q: address.tim } : {}),
    ...(isRole(address['vai-tro']) ? { role: address['vai-tro'] } : {}),
    ...(address['trang-thai'] === 'disabled'
      ? { status: 'disabled' as const }
      : { status: 'active' as const }),
    ...(address['don-vi'] ? { unitId: address['don-vi'] } : {}),
  };
  const accounts = useInfiniteQuery({
    queryKey: ['accounts', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/accounts', {
          params: { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.find((account) => account.id === address.mo);
  const grantable = me.role ? mayGrant({ role: me.role.role, unitKind: me.role.unit.kind }) : [];
  const mayCreate = may('identity.createAccount') && grantable.length > 0;

  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      action={mayCreate ? <Button onClick={() => setCreating(true)}>{t('accounts.create')}</Button> : null}
    >
      <Group gap="sm">
        <SearchBox label={t('accounts.search')} />
        <Select
          aria-label={t('accounts.role')}
          placeholder={t('accounts.anyRole')}
          clearable
          clearButtonProps={{ 'aria-label': t('accounts.anyRole') }}
          data={roles.map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
          value={address['vai-tro'] ?? null}
          onChange={(role) => set({ 'vai-tro': role ?? undefined })}
        />
        <FilterChips
          name="trang-thai"
          label={t('accounts.status')}
          options={[
            { value: '', label: t('accounts.active') },
            { value: 'disabled', label: t('accounts.disabled') },
          ]}
        />
      </Group>
      <DataTable
        caption={t('accounts.title')}
        loading={accounts}
        rows={rows}
        rowKey={(account) => account.id}
        onOpen={(account) => set({ mo: account.id })}
        empty={
          <EmptyState title={t('accounts.none')}>
            {address.tim ? t('accounts.noneFound') : t('accounts.noneYet')}
          </EmptyState>
        }
        more={
          accounts.hasNextPage
            ? { busy: accounts.isFetchingNextPage, onMore: () => accounts.fetchNextPage() }
            : undefined
        }
        columns={[
          { key: 'name', header: t('accounts.name'), phone: 'title', cell: (account) => account.displayName },
          { key: 'username', header: t('accounts.username'), cell: (account) => account.username },
          {
            key: 'roles',
            header: t('accounts.role'),
            cell: (account) =>
              account.roles.map((held) => (
                <div key={held.id}>
                  {t(`shell:role.${held.role}`)} · {held.unit.name}
                </div>
              )),
          },
          {
            key: 'state',
            header: t('accounts.status'),
            phone: 'corner',
            cell: (account) => <AccountState account={account} />,
          },
        ]}
      />
      <SideDrawer opened={creating} title={t('accounts.create')} onClose={() => setCreating(false)}>
        <CreateAccountForm
          grantable={grantable}
          onCancel={() => setCreating(false)}
          onDone={(password) => {
            setCreating(false);
            setGiven(password);
          }}
        />
      </SideDrawer>
      <SideDrawer
        opened={open !== undefined}
        title={open?.displayName ?? ''}
        onClose={() => set({ mo: undefined })}
      >
        {open ? <AccountDetail account={open} grantable={grantable} onPassword={setGiven} /> : null}
      </SideDrawer>
      <OneTimePasswordView given={given} onClose={() => setGiven(undefined)} />
    </Page>
  );
}

function isRole(text: string | undefined): text is Role {
  return roles.some((role) => role === text);
}

function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation('identity');
  if (account.status === 'disabled') return <Tag>{t('accounts.disabled')}</Tag>;
  if (account.lockedUntil && new Date(account.lockedUntil) > new Date()) {
    return <Tag tone="late">{t('accounts.locked')}</Tag>;
  }
  if (!account.firstSignedInAt) return <Tag tone="due">{t('accounts.neverSignedIn')}</Tag>;
  return <Tag tone="done">{t('accounts.active')}</Tag>;
}
