import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#api';
import { Page, Section, SideDrawer, toast } from '#platform/ui';
import { ContactForm } from './contact-form.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { OidcLink } from './oidc-link.tsx';
import { OutsideRefusal } from './outside-refusal.tsx';
import { SecondFactorSetting } from './second-factor-setting.tsx';
import { SessionList } from './session-list.tsx';

/** The own account: contact, language, password, second factor, where one is signed in. */
export default function ProfilePage() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title={t('profile.title')}
      lead={t('profile.lead', { name: me.account.name, username: me.account.username })}
    >
      <OutsideRefusal />
      <Section title={t('profile.contact')}>
        <ContactForm />
      </Section>
      <Section title={t('profile.password')}>
        <p style={{ marginTop: 0 }}>{t('profile.passwordLead')}</p>
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('password.change')}
        </Button>
      </Section>
      <Section title={t('profile.secondFactor')}>
        <SecondFactorSetting />
      </Section>
      <OidcLink />
      <Section title={t('profile.sessions')}>
        <SessionList />
      </Section>
      <SideDrawer opened={changing} title={t('password.change')} onClose={() => setChanging(false)}>
        <NewPasswordForm
          username={me.account.username}
          onDone={() => {
            setChanging(false);
            toast({ tone: 'done', text: t('password.changed') });
          }}
        />
      </SideDrawer>
    </Page>
  );
}
