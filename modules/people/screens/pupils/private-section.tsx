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
  type FieldProblem,
  Form,
  Notice,
  ProblemAlert,
  problemOf,
  Section,
  SideDrawer,
  toast,
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

/** Plain state, no draft: what is sensitive is not kept on the device. */
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
  const [values, setValues] = useState({
    identityNumber: part.identityNumber ?? '',
    ethnicGroup: part.ethnicGroup,
    birthPlace: part.birthPlace ?? '',
    address: part.address ?? '',
    circumstances: part.circumstances.map((one, at) => ({ ...one, key: String(at) })),
  });
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const change = (some: Partial<typeof values>) => setValues({ ...values, ...some });
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
  const problems = missing.length > 0 ? missing : (problemOf(save.error ?? undefined).problems ?? []);
  const problem = (name: string) => problems.find(({ path }) => path.endsWith(name))?.message;
  function changeCircumstance(at: number, some: Partial<Circumstance>) {
    change({
      circumstances: values.circumstances.map((one, index) => (index === at ? { ...one, ...some } : one)),
    });
  }
  function send() {
    const found = values.circumstances.flatMap((one, at) =>
      one.startsOn ? [] : [{ path: `circumstances.${at}.startsOn`, message: t('form.dayMissing') }],
    );
    save.reset();
    setMissing(found);
    if (found.length > 0) return;
    save.mutate({
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
    });
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
      problems={save.error || missing.length > 0 ? problems : []}
      labels={labels}
      error={save.error}
      width="100%"
    >
      <TextInput
        label={labels.identityNumber}
        description={t('private.identityHint')}
        inputMode="numeric"
        autoComplete="off"
        value={values.identityNumber}
        error={problem('identityNumber')}
        onChange={(event) => change({ identityNumber: event.currentTarget.value })}
      />
      <Select
        label={t('private.ethnicGroup')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('private.unknown') }}
        comboboxProps={{ withinPortal: false }}
        data={ethnicGroups.map(({ code, name }) => ({ value: code, label: name }))}
        value={values.ethnicGroup}
        onChange={(ethnicGroup) => change({ ethnicGroup })}
      />
      <TextInput
        label={labels.birthPlace}
        autoComplete="off"
        value={values.birthPlace}
        onChange={(event) => change({ birthPlace: event.currentTarget.value })}
      />
      <TextInput
        label={labels.address}
        autoComplete="off"
        value={values.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      {values.circumstances.map((one, at) => (
        <Fieldset key={one.key} legend={t('private.circumstanceNumber', { number: at + 1 })}>
          <Stack gap="sm">
            <Select
              label={t('private.kind')}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={circumstanceKinds.map((kind) => ({ value: kind, label: t(`circumstance.${kind}`) }))}
              value={one.kind}
              error={problem(`circumstances.${at}.kind`)}
              onChange={(kind) => changeCircumstance(at, { kind: (kind ?? 'other') as Circumstance['kind'] })}
            />
            <DateField
              label={t('private.startsOn')}
              value={one.startsOn || null}
              error={problem(`circumstances.${at}.startsOn`)}
              onChange={(startsOn) => changeCircumstance(at, { startsOn: startsOn ?? '' })}
            />
            <DateField
              label={t('private.endsOn')}
              value={one.endsOn}
              error={problem(`circumstances.${at}.endsOn`)}
              onChange={(endsOn) => changeCircumstance(at, { endsOn })}
            />
            <Group align="flex-end" wrap="nowrap">
              <Textarea
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
                onClick={() =>
                  change({ circumstances: values.circumstances.filter((_, index) => index !== at) })
                }
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
          change({
            circumstances: [
              ...values.circumstances,
              { key: crypto.randomUUID(), kind: 'poorHousehold', startsOn: '', endsOn: null, note: null },
            ],
          })
        }
      >
        {t('private.add')}
      </Button>
    </Form>
  );
}
