import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  ConfirmDialog,
  ConflictDialog,
  Facts,
  Form,
  Notice,
  problemOf,
  Section,
  toast,
  useDraftForm,
} from '#platform/ui';
import { type SettingValue, settingProblems, settingText, type Words } from '../rules/index.ts';
import { cellLabels, readTexts, type SettingTexts, textsOf } from './setting-fields.ts';
import { SettingInputs } from './setting-inputs.tsx';

export type Setting =
  operations['organisation.listSettings']['responses'][200]['content']['application/json']['items'][number];

interface Theirs {
  readonly version: number;
  readonly value: SettingValue | null;
  readonly note: string;
}

/** One figure of the rules: what it does, where it comes from, who changed it, and the form to change it. */
export function SettingDetail({
  setting,
  mayChange,
  onClose,
}: {
  setting: Setting;
  mayChange: boolean;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const language: keyof Words = i18n.language === 'en' ? 'en' : 'vi';
  const { changed, form } = setting;
  const inForce = setting.own ?? setting.default;
  return (
    <Stack gap="md">
      {setting.unusable ? <Notice tone="due">{t('unusable')}</Notice> : null}
      <p style={{ margin: 0 }}>{setting.effect[language]}</p>
      <Facts
        facts={[
          { name: t('inForce'), value: settingText(form, inForce, language) },
          { name: t('default'), value: settingText(form, setting.default, language) },
          { name: t('source'), value: setting.source },
          {
            name: t('changed'),
            value: changed
              ? t('changedBy', { name: changed.by ?? t('somebody'), at: formatDateTime(changed.at) })
              : t('never'),
          },
          ...(changed ? [{ name: t('why'), value: changed.note }] : []),
        ]}
      />
      {mayChange ? <ChangeForm setting={setting} language={language} onClose={onClose} /> : null}
    </Stack>
  );
}

function ChangeForm({
  setting,
  language,
  onClose,
}: {
  setting: Setting;
  language: keyof Words;
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const { form: shape } = setting;
  const fields = useDraftForm<SettingTexts>(`setting.${setting.key}.${setting.version}`, {
    ...textsOf(shape, setting.own ?? setting.default),
    note: '',
  });
  const [resetting, setResetting] = useState(false);
  const [theirs, setTheirs] = useState<Theirs>();
  const path = { key: setting.key };
  const note = fields.values.note ?? '';
  const save = useCommand({
    run: async ({ version, value }: { version: number; value: SettingValue | null }, init) =>
      value === null
        ? answer(
            api.POST('/api/settings/{key}/reset', { params: { path }, body: { version, note }, ...init }),
          )
        : answer(
            api.PUT('/api/settings/{key}', {
              params: { path },
              body: { version, value: value as number, note },
              ...init,
            }),
          ),
    refreshes: [['settings']],
    onDone: () => {
      fields.clear();
      toast({ tone: 'done', text: t('saved', { name: setting.label[language] }) });
      onClose();
    },
  });
  const noteMissing = note.trim() ? [] : [{ path: 'note', message: t('form.noteMissing') }];

  function carryOut(version: number, value: SettingValue | null) {
    save.mutate(
      { version, value },
      {
        onError: (error) => {
          const { current } = (problemOf(error).facts ?? {}) as { current?: Theirs };
          setResetting(false);
          if (current) setTheirs(current);
          else fields.refuse(error);
        },
      },
    );
  }
  function send(version: number) {
    const { value, problems } = readTexts(shape, fields.values);
    const found = [...problems, ...noteMissing];
    save.reset();
    fields.refuse(found);
    if (found.length === 0) carryOut(version, value);
  }
  function askReset() {
    save.reset();
    fields.refuse(noteMissing);
    if (noteMissing.length === 0) setResetting(true);
  }
  const inWords = (value: SettingValue | null, why: string) => {
    const shown = value ?? setting.default;
    const text = settingProblems(shape, shown).length === 0 ? settingText(shape, shown, language) : '';
    return `${text}\n${t('why')}: ${why}`;
  };
  return (
    <Section title={t('form.title')}>
      <Form
        submit={t('form.save')}
        busy={save.isPending}
        problems={fields.problems}
        labels={{ value: t('form.value'), note: t('form.note'), ...cellLabels(shape, language) }}
        error={theirs ? undefined : save.error}
        onSubmit={() => send(setting.version)}
        onCancel={onClose}
      >
        <SettingInputs form={shape} fields={fields} language={language} />
        <Textarea
          label={t('form.note')}
          description={t('form.noteHint')}
          autosize
          minRows={2}
          maxLength={1000}
          {...fields.text('note')}
        />
      </Form>
      {setting.own === null && !setting.unusable ? null : (
        <Button variant="default" mt="md" onClick={askReset}>
          {t('reset.button')}
        </Button>
      )}
      <ConfirmDialog
        opened={resetting}
        title={t('reset.title', { name: setting.label[language] })}
        confirm={t('reset.button')}
        busy={save.isPending}
        onConfirm={() => carryOut(setting.version, null)}
        onClose={() => setResetting(false)}
      >
        <p style={{ marginTop: 0 }}>
          {t('reset.body', { value: settingText(shape, setting.default, language) })}
        </p>
      </ConfirmDialog>
      <ConflictDialog
        opened={theirs !== undefined}
        theirs={theirs ? inWords(theirs.value, theirs.note) : ''}
        mine={inWords(readTexts(shape, fields.values).value, note)}
        onClose={() => setTheirs(undefined)}
        onTakeTheirs={() => {
          fields.clear();
          setTheirs(undefined);
          onClose();
        }}
        onKeepMine={() => {
          if (theirs) send(theirs.version);
          setTheirs(undefined);
        }}
      />
    </Section>
  );
}
