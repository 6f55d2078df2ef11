import { Checkbox, Group, Radio, Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, layOver, meQuery, type operations, useCommand } from '#api';
import { ConflictDialog, Form, ProblemAlert, problemOf, toast, useDraftForm } from '#platform/ui';

type Profile = operations['identity.getProfile']['responses'][200]['content']['application/json'];

/** Phone, e-mail, language and whether reminders come by mail. */
export function ContactForm() {
  const profile = useQuery({
    queryKey: ['profile'],
    queryFn: ({ signal }) => answer(api.GET('/api/me/profile', { signal })),
  });
  if (profile.error) return <ProblemAlert error={profile.error} onRetry={() => profile.refetch()} />;
  if (!profile.data) return <Skeleton height={200} />;
  return <Fields profile={profile.data} />;
}

function Fields({ profile }: { profile: Profile }) {
  const { t, i18n } = useTranslation('identity');
  const queries = useQueryClient();
  const [version, setVersion] = useState(profile.version);
  const [theirs, setTheirs] = useState<Profile>();
  const form = useDraftForm(`profile.${profile.username}`, {
    phone: profile.phone ?? '',
    email: profile.email ?? '',
    language: profile.language as string,
    mailNotices: profile.mailNotices,
  });
  const labels = { phone: t('profile.phone'), email: t('profile.email') };
  const save = useCommand({
    run: (
      body: {
        version: number;
        phone: string | null;
        email: string | null;
        language: 'vi' | 'en';
        mailNotices: boolean;
      },
      init,
    ) => answer(api.PATCH('/api/me/profile', { body, ...init })),
    refreshes: [meQuery.queryKey],
    onDone: (saved) => {
      setVersion(saved.version);
      layOver<Profile>(queries, ['profile'], () => saved);
      form.clear(valuesOf(saved));
      void i18n.changeLanguage(saved.language);
      toast({ tone: 'done', text: t('profile.saved') });
    },
  });

  function send(withVersion: number) {
    const { phone, email, language, mailNotices } = form.values;
    save.reset();
    save.mutate(
      {
        version: withVersion,
        phone: phone.trim() || null,
        email: email.trim() || null,
        language: language === 'en' ? 'en' : 'vi',
        mailNotices,
      },
      {
        onError: (error) => {
          const { current } = (problemOf(error).facts ?? {}) as { current?: Profile };
          if (current) setTheirs(current);
          else form.refuse(error);
        },
      },
    );
  }

  const inWords = (values: { phone: string | null; email: string | null }) =>
    `${labels.phone}: ${values.phone ?? ''}\n${labels.email}: ${values.email ?? ''}`;

  return (
    <>
      <Form
        submit={t('profile.save')}
        busy={save.isPending}
        onSubmit={() => send(version)}
        problems={form.problems}
        labels={labels}
        error={theirs ? undefined : save.error}
      >
        <TextInput
          label={labels.phone}
          description={t('profile.phoneHint')}
          inputMode="tel"
          autoComplete="tel"
          {...form.text('phone')}
        />
        <TextInput
          label={labels.email}
          description={t('profile.emailHint')}
          inputMode="email"
          autoComplete="email"
          {...form.text('email')}
        />
        <Checkbox
          label={t('profile.mailNotices')}
          checked={form.values.mailNotices}
          onChange={(event) => form.change('mailNotices', event.currentTarget.checked)}
        />
        <Radio.Group
          label={t('profile.language')}
          value={form.values.language}
          onChange={(value) => form.change('language', value)}
        >
          <Group mt={4}>
            <Radio value="vi" label={t('shell:top.vietnamese')} lang="vi" />
            <Radio value="en" label={t('shell:top.english')} lang="en" />
          </Group>
        </Radio.Group>
      </Form>
      <ConflictDialog
        opened={theirs !== undefined}
        theirs={theirs ? inWords(theirs) : ''}
        mine={inWords(form.values)}
        onClose={() => setTheirs(undefined)}
        onTakeTheirs={() => {
          if (theirs) {
            setVersion(theirs.version);
            form.clear(valuesOf(theirs));
          }
          setTheirs(undefined);
          save.reset();
        }}
        onKeepMine={() => {
          if (theirs) {
            setVersion(theirs.version);
            send(theirs.version);
          }
          setTheirs(undefined);
        }}
      />
    </>
  );
}

function valuesOf(profile: Profile) {
  return {
    phone: profile.phone ?? '',
    email: profile.email ?? '',
    language: profile.language as string,
    mailNotices: profile.mailNotices,
  };
}
