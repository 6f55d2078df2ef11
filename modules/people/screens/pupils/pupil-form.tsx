import { ActionIcon, Button, Fieldset, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { ConflictDialog, DateField, Form, problemOf, toast, useDraftForm } from '#platform/ui';
import { UnitPicker } from '#screens/organisation';
import { relations } from '../../rules/pupil.ts';
import type { PupilDetail } from './pupil-words.ts';
import { useClasses } from './use-pupils.ts';

type CreateBody = operations['people.createPupil']['requestBody']['content']['application/json'];
type UpdateBody = operations['people.updatePupil']['requestBody']['content']['application/json'];
type Relation = (typeof relations)[number];

interface GuardianValues {
  id?: string;
  key: string;
  relation: Relation;
  fullName: string;
  phone: string;
  occupation: string;
}

type Values = {
  fullName: string;
  sex: string;
  birthDate: string;
  sectorCode: string;
  commune: { id: string; name: string } | null;
  village: string;
  phone: string;
  guardians: GuardianValues[];
  classId: string;
  on: string;
};

function valuesOf(detail: PupilDetail | undefined): Values {
  const pupil = detail?.pupil;
  return {
    fullName: pupil?.fullName ?? '',
    sex: pupil?.sex ?? '',
    birthDate: pupil?.birthDate ?? '',
    sectorCode: pupil?.sectorCode ?? '',
    commune: pupil?.communeId ? { id: pupil.communeId, name: pupil.communeName ?? '' } : null,
    village: pupil?.village ?? '',
    phone: pupil?.phone ?? '',
    guardians: (detail?.guardians ?? []).map((one) => ({
      id: one.id,
      key: one.id,
      relation: one.relation,
      fullName: one.fullName,
      phone: one.phone ?? '',
      occupation: one.occupation ?? '',
    })),
    classId: '',
    on: '',
  };
}

function bodyOf(values: Values): Omit<UpdateBody, 'version'> {
  return {
    fullName: values.fullName,
    sex: values.sex as 'female' | 'male',
    birthDate: values.birthDate,
    sectorCode: values.sectorCode.trim() || null,
    communeId: values.commune?.id ?? null,
    village: values.village.trim() || null,
    phone: values.phone.replaceAll(/[\s.]/g, '') || null,
    guardians: values.guardians.map(({ id, relation, fullName, phone, occupation }) => ({
      ...(id ? { id } : {}),
      relation,
      fullName,
      phone: phone.replaceAll(/[\s.]/g, '') || null,
      occupation: occupation.trim() || null,
    })),
  };
}

/** A pupil's record with guardians, new (then also the class) or changed; when somebody saved meanwhile both are shown. */
export function PupilForm({ detail, onClose }: { detail?: PupilDetail; onClose: () => void }) {
  const { t } = useTranslation('pupils');
  const navigate = useNavigate();
  const classes = useClasses();
  const form = useDraftForm<Values>(`pupil.${detail?.pupil.id ?? 'new'}`, valuesOf(detail));
  const [theirs, setTheirs] = useState<PupilDetail['pupil'] & { guardians: PupilDetail['guardians'] }>();
  const { values } = form;
  const done = (text: string) => {
    form.clear();
    toast({ tone: 'done', text });
    onClose();
  };
  const create = useCommand({
    run: (body: CreateBody, init) => answer(api.POST('/api/people/pupils', { body, ...init })),
    refreshes: [['pupils']],
    onDone: ({ id }) => {
      done(t('form.created', { name: values.fullName }));
      void navigate({ to: `/hoc-sinh/${id}` });
    },
  });
  const update = useCommand({
    run: (body: UpdateBody, init) =>
      answer(
        api.PUT('/api/people/pupils/{pupilId}', {
          params: { path: { pupilId: detail?.pupil.id ?? '' } },
          body,
          ...init,
        }),
      ),
    refreshes: [['pupils']],
    onDone: () => done(t('form.saved')),
  });
  function send(version: number | undefined) {
    const missing = [
      ...(values.fullName.trim() ? [] : [{ path: 'fullName', message: t('form.nameMissing') }]),
      ...(values.sex ? [] : [{ path: 'sex', message: t('form.sexMissing') }]),
      ...(values.birthDate ? [] : [{ path: 'birthDate', message: t('form.birthMissing') }]),
      ...(values.classId && !values.on ? [{ path: 'on', message: t('form.dayMissing') }] : []),
    ];
    create.reset();
    update.reset();
    form.refuse(missing);
    if (missing.length > 0) return;
    if (version === undefined) {
      const body = {
        ...bodyOf(values),
        classId: values.classId || null,
        on: values.on || new Date().toISOString().slice(0, 10),
        identityNumber: null,
        ethnicGroup: null,
      };
      create.mutate(body, { onError: form.refuse });
      return;
    }
    update.mutate(
      { ...bodyOf(values), version },
      {
        onError: (error) => {
          const { code, facts } = problemOf(error);
          if (code === 'people.pupilChanged') setTheirs((facts as { current: typeof theirs }).current);
          else form.refuse(error);
        },
      },
    );
  }
  function changeGuardian(at: number, change: Partial<GuardianValues>) {
    form.change(
      'guardians',
      values.guardians.map((one, index) => (index === at ? { ...one, ...change } : one)),
    );
  }
  const inWords = (one: {
    fullName: string;
    birthDate: string;
    village: string | null;
    phone: string | null;
  }) =>
    [
      one.fullName,
      `${t('field.birthDate')}: ${one.birthDate && formatDate(one.birthDate)}`,
      `${t('field.village')}: ${one.village ?? ''}`,
      `${t('field.phone')}: ${one.phone ?? ''}`,
    ].join('\n');
  const labels = {
    fullName: t('field.fullName'),
    sex: t('field.sex'),
    birthDate: t('field.birthDate'),
    sectorCode: t('field.sectorCode'),
    communeId: t('field.commune'),
    village: t('field.village'),
    phone: t('field.phone'),
    classId: t('list.class'),
    on: t('form.firstDay'),
  };
  return (
    <>
      <Form
        submit={t('form.save')}
        busy={create.isPending || update.isPending}
        onSubmit={() => send(detail?.pupil.version)}
        onCancel={onClose}
        problems={form.problems}
        labels={labels}
        error={theirs ? undefined : (create.error ?? update.error)}
        width="100%"
      >
        <TextInput label={labels.fullName} {...form.text('fullName')} />
        <Radio.Group
          label={labels.sex}
          value={values.sex}
          error={form.problem('sex')}
          onChange={(sex) => form.change('sex', sex)}
        >
          <Group mt={4}>
            <Radio value="female" label={t('sex.female')} />
            <Radio value="male" label={t('sex.male')} />
          </Group>
        </Radio.Group>
        <DateField label={labels.birthDate} {...form.date('birthDate')} />
        <TextInput
          label={labels.sectorCode}
          description={t('form.sectorCodeHint')}
          inputMode="numeric"
          {...form.text('sectorCode')}
        />
        <UnitPicker
          label={labels.communeId}
          kind="commune"
          chosen={values.commune}
          error={form.problem('communeId')}
          onChoose={(unit) => form.change('commune', unit ? { id: unit.id, name: unit.name } : null)}
        />
        <TextInput label={labels.village} {...form.text('village')} />
        <TextInput label={labels.phone} inputMode="tel" {...form.text('phone')} />
        {values.guardians.map((guardian, at) => (
          <Fieldset key={guardian.key} legend={t('form.guardianNumber', { number: at + 1 })}>
            <Stack gap="sm">
              <Select
                label={t('field.relation')}
                data={relations.map((one) => ({ value: one, label: t(`relation.${one}`) }))}
                value={guardian.relation}
                allowDeselect={false}
                comboboxProps={{ withinPortal: false }}
                onChange={(relation) =>
                  changeGuardian(at, { relation: (relation ?? 'guardian') as Relation })
                }
              />
              <TextInput
                label={t('field.fullName')}
                value={guardian.fullName}
                error={form.problem(`guardians.${at}.fullName`)}
                onChange={(event) => changeGuardian(at, { fullName: event.currentTarget.value })}
              />
              <TextInput
                label={t('field.phone')}
                inputMode="tel"
                value={guardian.phone}
                error={form.problem(`guardians.${at}.phone`)}
                onChange={(event) => changeGuardian(at, { phone: event.currentTarget.value })}
              />
              <Group justify="space-between" align="flex-end" wrap="nowrap">
                <TextInput
                  label={t('field.occupation')}
                  style={{ flex: 1 }}
                  value={guardian.occupation}
                  onChange={(event) => changeGuardian(at, { occupation: event.currentTarget.value })}
                />
                <ActionIcon
                  variant="default"
                  size={36}
                  aria-label={t('form.removeGuardian', { name: guardian.fullName })}
                  onClick={() =>
                    form.change(
                      'guardians',
                      values.guardians.filter((_, index) => index !== at),
                    )
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
            form.change('guardians', [
              ...values.guardians,
              { key: crypto.randomUUID(), relation: 'mother', fullName: '', phone: '', occupation: '' },
            ])
          }
        >
          {t('form.addGuardian')}
        </Button>
        {detail ? null : (
          <>
            <Select
              label={labels.classId}
              description={t('form.classHint')}
              clearable
              clearButtonProps={{ 'aria-label': t('form.noClass') }}
              comboboxProps={{ withinPortal: false }}
              data={classes.map((one) => ({ value: one.id, label: one.name }))}
              value={values.classId || null}
              error={form.problem('classId')}
              onChange={(classId) => form.change('classId', classId ?? '')}
            />
            <DateField label={labels.on} {...form.date('on')} />
          </>
        )}
      </Form>
      <ConflictDialog
        opened={theirs !== undefined}
        theirs={theirs ? inWords(theirs) : ''}
        mine={inWords(values)}
        onClose={() => setTheirs(undefined)}
        onTakeTheirs={() => {
          if (theirs && detail)
            form.clear(valuesOf({ ...detail, pupil: theirs, guardians: theirs.guardians }));
          setTheirs(undefined);
          update.reset();
        }}
        onKeepMine={() => {
          const version = theirs?.version;
          setTheirs(undefined);
          send(version);
        }}
      />
    </>
  );
}
