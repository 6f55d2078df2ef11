import { Button, Select, Stack, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Facts, Form, Notice, ProblemAlert, problemOf, Section, SideDrawer, toast } from '#platform/ui';
import { ethnicGroupName, ethnicGroups } from '#reference/ethnic-groups';
import type { Body, StaffDetail, StaffPrivate } from '../answers.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';

type Fields = Omit<Body<'people.saveStaffPrivate'>, 'version'>;

/** Identity number and ethnic group: opened on purpose, each opening written down, nothing of it kept on the device. */
export function StaffPrivateSection({ detail }: { detail: StaffDetail }) {
  const { t } = useTranslation('people');
  const [opened, setOpened] = useState(false);
  const [editing, setEditing] = useState(false);
  const staffId = detail.member.id;
  const part = useQuery({
    queryKey: ['people', 'staff', 'private', staffId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/staff/{staffId}/private', { params: { path: { staffId } }, signal })),
    enabled: opened,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Section
      title={t('private.title')}
      aside={
        opened && part.data && detail.may.includes('people.saveStaffPrivate') ? (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        ) : null
      }
    >
      {opened ? null : (
        <Notice>
          <Stack gap="xs" align="flex-start">
            <span>{t('private.explain')}</span>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconLock size={16} aria-hidden />}
              onClick={() => setOpened(true)}
            >
              {t('private.open')}
            </Button>
          </Stack>
        </Notice>
      )}
      {part.error ? <ProblemAlert error={part.error} onRetry={() => part.refetch()} /> : null}
      {part.data ? <PrivateFacts part={part.data} /> : null}
      <SideDrawer opened={editing} title={t('private.edit')} onClose={() => setEditing(false)}>
        {editing && part.data ? (
          <PrivateForm staffId={staffId} part={part.data} onClose={() => setEditing(false)} />
        ) : null}
      </SideDrawer>
    </Section>
  );
}

function PrivateFacts({ part }: { part: StaffPrivate }) {
  const { t } = useTranslation('people');
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          { name: t('private.identityNumber'), value: part.identityNumber ?? t('private.unknown') },
          {
            name: t('private.ethnicGroup'),
            value: (part.ethnicGroup && ethnicGroupName(part.ethnicGroup)) || t('private.unknown'),
          },
        ]}
      />
      {part.warnings.length > 0 ? (
        <Notice tone="due">
          <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {part.warnings.map(({ kind, message }) => (
              <li key={kind}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </Stack>
  );
}

/** Plain state, no draft: what is sensitive is not kept on the device. */
function PrivateForm({
  staffId,
  part,
  onClose,
}: {
  staffId: string;
  part: StaffPrivate;
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const [number, setNumber] = useState(part.identityNumber ?? '');
  const [group, setGroup] = useState(part.ethnicGroup);
  const save = useCommand({
    run: (body: Body<'people.saveStaffPrivate'>, init) =>
      answer(
        api.PUT('/api/people/staff/{staffId}/private', { params: { path: { staffId } }, body, ...init }),
      ),
    refreshes: [['people', 'staff']],
    onDone: () => {
      toast({ tone: 'done', text: t('private.saved') });
      onClose();
    },
  });
  const problems = save.error ? (problemOf(save.error).problems ?? []) : [];
  const labels = { identityNumber: t('private.identityNumber'), ethnicGroup: t('private.ethnicGroup') };
  const fields = (): Fields => ({ identityNumber: number.replaceAll(/\s/g, '') || null, ethnicGroup: group });
  const send = (version = part.version) => save.mutate({ ...fields(), version });
  const inWords = (one: Fields) =>
    [
      `${labels.identityNumber}: ${one.identityNumber ?? ''}`,
      `${labels.ethnicGroup}: ${one.ethnicGroup ? (ethnicGroupName(one.ethnicGroup) ?? '') : ''}`,
    ].join('\n');
  return (
    <Form
      submit={t('save')}
      busy={save.isPending}
      onSubmit={() => send()}
      onCancel={onClose}
      problems={problems}
      labels={labels}
      error={save.error}
      width="100%"
    >
      <TextInput
        id="field-identityNumber"
        label={labels.identityNumber}
        description={t('private.identityHint')}
        inputMode="numeric"
        autoComplete="off"
        value={number}
        error={problems.find(({ path }) => path.endsWith('identityNumber'))?.message}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Select
        label={labels.ethnicGroup}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clearOf', { name: labels.ethnicGroup }) }}
        comboboxProps={{ withinPortal: false }}
        nothingFoundMessage={t('nothingFound')}
        data={ethnicGroups.map(({ code, name }) => ({ value: code, label: name }))}
        value={group}
        onChange={setGroup}
      />
      <ChangedMeanwhile<Fields & { version: number }>
        error={save.error}
        mine={inWords(fields())}
        inWords={inWords}
        onTakeTheirs={onClose}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </Form>
  );
}
