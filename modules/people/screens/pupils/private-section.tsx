import { ActionIcon, Button, Fieldset, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import {
  DateField,
  Facts,
  Form,
  Notice,
  ProblemAlert,
  Section,
  SideDrawer,
  toast,
  useDraftForm,
} from '#platform/ui';
import { ethnicGroups } from '#reference/ethnic-groups';
import { circumstanceKinds } from '../../rules/pupil.ts';
import type { PupilDetail, PupilPrivate } from './pupil-words.ts';

type Body = operations['people.savePupilPrivate']['requestBody']['content']['application/json'];
type Circumstance = Body['circumstances'][number];

/** The sensitive part of a record: opened on purpose, each opening written down, nothing of it kept on the device. */
export function PrivateSection({ detail }: { detail: PupilDetail }) {
  const { t } = useTranslation('pupils');
  const [opened, setOpened] = useState(false);
  const [editing, setEditing] = useState(false);
  const pupilId = detail.pupil.id;
  const part = useQuery({
    queryKey: ['pupils', 'private', pupilId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/pupils/{pupilId}/private', { params: { path: { pupilId } }, signal })),
    enabled: opened,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mayEdit = detail.may.includes('people.savePupilPrivate');
  return (
    <Section
      title={t('private.title')}
      aside={
        opened && part.data && mayEdit ? (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('private.edit')}
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
      <SideDrawer opened={editing} title={t('private.edit')} onClose={() => setEditing(false)} wide>
        {editing && part.data ? (
          <PrivateForm pupilId={pupilId} part={part.data} onClose={() => setEditing(false)} />
        ) : null}
      </SideDrawer>
    </Section>
  );
}

function PrivateFacts({ part }: { part: PupilPrivate }) {
  const { t } = useTranslation('pupils');
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          { name: t('private.identityNumber'), value: part.identityNumber ?? t('private.unknown') },
          {
            name: t('private.ethnicGroup'),
            value: ethnicGroups.find(({ code }) => code === part.ethnicGroup)?.name ?? t('private.unknown'),
          },
          { name: t('private.birthPlace'), value: part.birthPlace },
          { name: t('private.address'), value: part.address },
        ]}
      />
      {part.seesCircumstances ? (
        <Facts
          facts={
            part.circumstances.length === 0
              ? [{ name: t('private.circumstances'), value: t('private.noCircumstances') }]
              : part.circumstances.map((one) => ({
                  name: t(`circumstance.${one.kind}`),
                  value: [
                    one.endsOn
                      ? t('private.fromTo', { from: formatDate(one.startsOn), to: formatDate(one.endsOn) })
                      : t('private.from', { from: formatDate(one.startsOn) }),
                    one.note ?? '',
                  ]
                    .filter(Boolean)
                    .join('. '),
                }))
          }
        />
      ) : null}
    </Stack>
  );
}

/** A form without a stored draft: what is sensitive is not kept on the device. What was typed stays when saving is refused. */
function PrivateForm({
  pupilId,
  part,
  onClose,
}: {
  pupilId: string;
  part: PupilPrivate;
  onClose: () => void;
}) {
  const { t } = useTranslation('pupils');
  const form = useDraftForm(undefined, {
    identityNumber: part.identityNumber ?? '',
    ethnicGroup: part.ethnicGroup,
    birthPlace: part.birthPlace ?? '',
    address: part.address ?? '',
    circumstances: part.circumstances.map((one, at) => ({ ...one, key: String(at) })),
  });
  const { values } = form;
  const save = useCommand({
    run: (body: Body, init) =>
      answer(
        api.PUT('/api/people/pupils/{pupilId}/private', { params: { path: { pupilId } }, body, ...init }),
      ),
    refreshes: [['pupils']],
    onDone: () => {
      toast({ tone: 'done', text: t('form.saved') });
      onClose();
    },
  });
  type Row = (typeof values)['circumstances'][number];
  const setCircumstances = (rows: Row[]) => form.change('circumstances', rows);
  const changeCircumstance = (at: number, some: Partial<Circumstance>) =>
    setCircumstances(values.circumstances.map((one, index) => (index === at ? { ...one, ...some } : one)));
  function send() {
    const found = values.circumstances.flatMap((one, at) =>
      one.startsOn ? [] : [{ path: `circumstances.${at}.startsOn`, message: t('form.dayMissing') }],
    );
    save.reset();
    form.refuse(found);
    if (found.length > 0) return;
    const body = {
      version: part.version,
      identityNumber: values.identityNumber.replaceAll(/\s/g, '') || null,
      ethnicGroup: values.ethnicGroup,
      birthPlace: values.birthPlace.trim() || null,
      address: values.address.trim() || null,
      circumstances: values.circumstances.map(({ kind, startsOn, endsOn, note }) => ({
        kind,
        startsOn,
        endsOn,
        note: note?.trim() || null,
      })),
    };
    save.mutate(body, { onError: form.refuse });
  }
  const labels = {
    identityNumber: t('private.identityNumber'),
    birthPlace: t('private.birthPlace'),
    address: t('private.address'),
  };
  return (
    <Form
      submit={t('form.save')}
      busy={save.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={labels}
      error={save.error}
      width="100%"
    >
      <TextInput
        label={labels.identityNumber}
        description={t('private.identityHint')}
        inputMode="numeric"
        autoComplete="off"
        {...form.text('identityNumber')}
      />
      <Select
        label={t('private.ethnicGroup')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('private.unknown') }}
        comboboxProps={{ withinPortal: false }}
        data={ethnicGroups.map(({ code, name }) => ({ value: code, label: name }))}
        id="field-ethnicGroup"
        value={values.ethnicGroup}
        error={form.problem('ethnicGroup')}
        onChange={(group) => form.change('ethnicGroup', group)}
      />
      <TextInput label={labels.birthPlace} autoComplete="off" {...form.text('birthPlace')} />
      <TextInput label={labels.address} autoComplete="off" {...form.text('address')} />
      {values.circumstances.map((one, at) => (
        <Fieldset key={one.key} legend={t('private.circumstanceNumber', { number: at + 1 })}>
          <Stack gap="sm">
            <Select
              label={t('private.kind')}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={circumstanceKinds.map((kind) => ({ value: kind, label: t(`circumstance.${kind}`) }))}
              value={one.kind}
              error={form.problem(`circumstances.${at}.kind`)}
              id={`field-circumstances.${at}.kind`}
              onChange={(kind) => changeCircumstance(at, { kind: (kind ?? 'other') as Circumstance['kind'] })}
            />
            <DateField
              label={t('private.startsOn')}
              value={one.startsOn || null}
              error={form.problem(`circumstances.${at}.startsOn`)}
              id={`field-circumstances.${at}.startsOn`}
              onChange={(startsOn) => changeCircumstance(at, { startsOn: startsOn ?? '' })}
            />
            <DateField
              label={t('private.endsOn')}
              value={one.endsOn}
              error={form.problem(`circumstances.${at}.endsOn`)}
              id={`field-circumstances.${at}.endsOn`}
              onChange={(endsOn) => changeCircumstance(at, { endsOn })}
            />
            <Group align="flex-end" wrap="nowrap">
              <Textarea
                id={`field-circumstances.${at}.note`}
                error={form.problem(`circumstances.${at}.note`)}
                label={t('private.note')}
                autosize
                style={{ flex: 1 }}
                value={one.note ?? ''}
                onChange={(event) => changeCircumstance(at, { note: event.currentTarget.value })}
              />
              <ActionIcon
                variant="default"
                size={36}
                aria-label={t('private.remove', { name: t(`circumstance.${one.kind}`) })}
                onClick={() => setCircumstances(values.circumstances.filter((_, index) => index !== at))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          setCircumstances([
            ...values.circumstances,
            { key: crypto.randomUUID(), kind: 'poorHousehold', startsOn: '', endsOn: null, note: null },
          ])
        }
      >
        {t('private.add')}
      </Button>
    </Form>
  );
}
