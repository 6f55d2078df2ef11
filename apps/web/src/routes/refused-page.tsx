import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe, useSwitchRole } from '#api';
import { EmptyState, Page } from '#platform/ui';
import { rolesWith } from '#rules/identity-access';

/** The role may not use this page, or not in its unit: says who can, and offers the person's own other roles that can. */
export default function RefusedPage({
  operation,
  unitKinds,
}: {
  operation: string;
  unitKinds: readonly string[] | undefined;
}) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const switchRole = useSwitchRole();
  const able = rolesWith(operation);
  const fits = (kind: string) => !unitKinds || unitKinds.includes(kind);
  const mine = me.roles.filter((held) => able.some((role) => role === held.role) && fits(held.unit.kind));
  return (
    <Page title={t('refused.title')}>
      <EmptyState
        title={
          me.role && !fits(me.role.unit.kind)
            ? t('refused.unit', { unit: me.role.unit.name })
            : t('refused.who', { roles: able.map((role) => t(`role.${role}`)).join(', ') })
        }
      >
        {me.role ? t('refused.detail', { role: t(`role.${me.role.role}`), unit: me.role.unit.name }) : null}{' '}
        {mine.length > 0 ? t('refused.switch') : t('refused.ask')}
      </EmptyState>
      <Stack gap="sm" align="flex-start">
        {mine.map((role) => (
          <Button key={role.id} variant="default" onClick={() => switchRole.mutate(role.id)}>
            {t(`role.${role.role}`)} · {role.unit.name}
          </Button>
        ))}
      </Stack>
    </Page>
  );
}
