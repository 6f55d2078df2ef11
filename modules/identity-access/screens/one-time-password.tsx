import { Button, CopyButton, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts, Notice } from '#platform/ui';

export interface OneTimePassword {
  readonly username: string;
  readonly oneTimePassword: string;
}

/** Shows a password that was just made, once: it cannot be read again anywhere. */
export function OneTimePasswordView({
  given,
  onClose,
}: {
  given: OneTimePassword | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('identity');
  return (
    <Modal
      opened={given !== undefined}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<strong>{t('oneTime.title')}</strong>}
      centered
    >
      {given ? (
        <>
          <Notice tone="due">
            <p>{t('oneTime.once')}</p>
          </Notice>
          <div style={{ margin: '16px 0' }}>
            <Facts
              facts={[
                { name: t('accounts.username'), value: <code>{given.username}</code> },
                {
                  name: t('oneTime.password'),
                  value: <code style={{ fontSize: '1.125rem' }}>{given.oneTimePassword}</code>,
                },
              ]}
            />
          </div>
          <CopyButton
            value={t('oneTime.copied', { username: given.username, password: given.oneTimePassword })}
          >
            {({ copied, copy }) => (
              <Button variant="default" mr="sm" onClick={copy}>
                {copied ? t('oneTime.didCopy') : t('oneTime.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('oneTime.done')}</Button>
        </>
      ) : null}
    </Modal>
  );
}
