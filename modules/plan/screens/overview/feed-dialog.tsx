import { Button, CopyButton, Group, Modal, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Notice, ProblemAlert } from '#platform/ui';

/** Makes the address under which a phone's calendar follows one's own deadlines; an earlier address ends. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('overview');
  const make = useCommand({
    run: (_: null, init) => answer(api.POST('/api/plan/calendar-feed', { ...init })),
    refreshes: [],
  });
  const address = make.data?.address;
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={<strong>{t('feed.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <p style={{ marginTop: 0 }}>{t('feed.explain')}</p>
      {make.error ? <ProblemAlert error={make.error} /> : null}
      {address ? (
        <>
          <TextInput
            label={t('feed.address')}
            value={address}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <p>{t('feed.how')}</p>
          <Notice tone="due">{t('feed.secret')}</Notice>
          <Group justify="flex-end" gap="sm" mt="md">
            <Button variant="default" onClick={onClose}>
              {t('ui:dialog.close')}
            </Button>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button onClick={copy}>{t(copied ? 'feed.copied' : 'feed.copy')}</Button>
              )}
            </CopyButton>
          </Group>
        </>
      ) : (
        <>
          <p>{t('feed.replaces')}</p>
          <Group justify="flex-end" gap="sm" mt="md">
            <Button variant="default" onClick={onClose}>
              {t('ui:form.cancel')}
            </Button>
            <Button loading={make.isPending} onClick={() => make.mutate(null)}>
              {t('feed.make')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
