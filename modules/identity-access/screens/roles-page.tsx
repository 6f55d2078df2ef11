import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe, useSwitchRole } from '#api';
import { DataTable, EmptyState, Page, ProblemAlert, Tag } from '#platform/ui';

/** Every role the person holds, and the one in use. */
export default function RolesPage() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const switchRole = useSwitchRole();
  return (
    <Page title={t('roles.title')} lead={t('roles.lead')}>
      {switchRole.error ? <ProblemAlert error={switchRole.error} /> : null}
      <DataTable
        caption={t('roles.title')}
        rows={me.roles}
        rowKey={(role) => role.id}
        empty={<EmptyState title={t('roles.none')}>{t('roles.noneDetail')}</EmptyState>}
        columns={[
          { key: 'unit', header: t('roles.unit'), phone: 'title', cell: (role) => role.unit.name },
          { key: 'role', header: t('roles.role'), cell: (role) => t(`shell:role.${role.role}`) },
          {
            key: 'use',
            header: t('roles.inUse'),
            phone: 'corner',
            cell: (role) =>
              role.id === me.role?.id ? (
                <Tag tone="accent">{t('roles.inUseNow')}</Tag>
              ) : (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('roles.takeUp', { role: t(`shell:role.${role.role}`), unit: role.unit.name })}
                  loading={switchRole.isPending && switchRole.variables === role.id}
                  onClick={() => switchRole.mutate(role.id)}
                >
                  {t('roles.use')}
                </Button>
              ),
          },
        ]}
      />
    </Page>
  );
}
