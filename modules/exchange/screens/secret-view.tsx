import { Button, CopyButton, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts, Notice } from '#platform/ui';

export interface GivenSecret {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Shows the secret of a system that was just let in, once: it cannot be read again anywhere. */
export function SecretView({ given, onClose }: { given: GivenSecret | undefined; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const facts = given
    ? [
        { name: t('secret.address'), value: `${window.location.origin}/oauth/token` },
        { name: t('secret.id'), value: given.clientId },
        { name: t('secret.secret'), value: given.clientSecret },
        { name: t('secret.roster'), value: `${window.location.origin}/ims/oneroster/rostering/v1p2` },
        { name: t('secret.gradebook'), value: `${window.location.origin}/ims/oneroster/gradebook/v1p2` },
      ]
    : [];
  return (
    <Modal
      opened={given !== undefined}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<strong>{t('secret.title', { name: given?.name ?? '' })}</strong>}
      centered
      size="lg"
    >
      <Notice tone="due">
        <p>{t('secret.once')}</p>
      </Notice>
      <div style={{ margin: '16px 0', overflowWrap: 'anywhere' }}>
        <Facts facts={facts.map(({ name, value }) => ({ name, value: <code>{value}</code> }))} />
      </div>
      <CopyButton value={facts.map(({ name, value }) => `${name}: ${value}`).join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" mr="sm" onClick={copy}>
            {copied ? t('secret.didCopy') : t('secret.copy')}
          </Button>
        )}
      </CopyButton>
      <Button onClick={onClose}>{t('secret.done')}</Button>
    </Modal>
  );
}
