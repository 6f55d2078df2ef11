import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { Form, Tag, type Tone, useDraftForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import styles from './official-documents.module.css';
import type { Opinion } from './official-words.ts';

type Disposition = NonNullable<Opinion['disposition']>;
const dispositions = ['adopted', 'partlyAdopted', 'explained'] as const;
const tones: Readonly<Record<Disposition, Tone>> = {
  adopted: 'done',
  partlyAdopted: 'due',
  explained: 'wait',
};

/** One opinion and what became of it. `disposes`: the issuer settles it here; `edits`: the unit rewords it here. */
export function OpinionItem({
  opinion,
  disposes,
  edits,
}: {
  opinion: Opinion;
  disposes: boolean;
  edits: boolean;
}) {
  const { t } = useTranslation('official-documents');
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.opinion}>
      <div className={styles.opinionHead}>
        <strong>{opinion.unit.name}</strong>
        {opinion.stance === 'agrees' ? <Tag tone="done">{t('opinions.stance.agrees')}</Tag> : null}
        {opinion.disposition ? (
          <Tag tone={tones[opinion.disposition]}>{t(`disposition.${opinion.disposition}`)}</Tag>
        ) : opinion.stance === 'comments' ? (
          <Tag tone="accent">{t('opinions.undisposed')}</Tag>
        ) : null}
        <span className={styles.soft}>
          {t('page.created', { name: opinion.by.name, at: formatDateTime(opinion.givenAt) })}
        </span>
      </div>
      {opinion.passage ? <p className={styles.soft}>{opinion.passage}</p> : null}
      {opinion.body ? <p className={styles.text}>{opinion.body}</p> : null}
      {opinion.reply ? <blockquote className={styles.reply}>{opinion.reply}</blockquote> : null}
      {open ? (
        disposes ? (
          <Dispose opinion={opinion} onClose={() => setOpen(false)} />
        ) : (
          <Reword opinion={opinion} onClose={() => setOpen(false)} />
        )
      ) : disposes || edits ? (
        <Button size="xs" variant="default" mt={8} onClick={() => setOpen(true)}>
          {disposes
            ? t(opinion.disposition ? 'opinions.disposeAgain' : 'opinions.dispose')
            : t('opinions.edit')}
        </Button>
      ) : null}
    </li>
  );
}

function Dispose({ opinion, onClose }: { opinion: Opinion; onClose: () => void }) {
  const { t } = useTranslation('official-documents');
  const replyName = `reply-${opinion.id}`;
  const form = useDraftForm<Record<string, string>>(`dispose.${opinion.id}`, {
    disposition: opinion.disposition ?? 'adopted',
    [replyName]: opinion.reply ?? '',
  });
  const disposition = form.values.disposition as Disposition;
  const reply = form.values[replyName] ?? '';
  const save = useCommand({
    run: (body: { version: number; disposition: Disposition; reply: string }, init) =>
      answer(
        api.POST('/api/plan/opinions/{opinionId}/dispose', {
          params: { path: { opinionId: opinion.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['plan', 'official-document']],
    onDone: () => {
      form.clear();
      onClose();
    },
  });
  function send(version: number) {
    if (disposition !== 'adopted' && !reply.trim()) {
      form.refuse([{ path: replyName, message: t('opinions.replyMissing') }]);
    } else save.mutate({ version, disposition, reply: reply.trim() });
  }
  const inWords = (values: { disposition: Disposition | null; reply: string | null; body?: string }) =>
    [
      ...(values.body ? [values.body] : []),
      values.disposition ? t(`disposition.${values.disposition}`) : t('opinions.undisposed'),
      values.reply ?? '',
    ].join('\n');
  return (
    <div style={{ marginTop: 12 }}>
      <Form
        submit={t('opinions.saveDisposition')}
        busy={save.isPending}
        error={theirsOf(save.error) ? undefined : save.error}
        problems={form.problems}
        width={640}
        onCancel={onClose}
        onSubmit={() => send(opinion.version)}
      >
        <Radio.Group
          label={t('opinions.disposition')}
          value={disposition}
          onChange={(value) => form.change('disposition', value)}
        >
          <Stack gap={8} mt={4}>
            {dispositions.map((name) => (
              <Radio key={name} value={name} label={t(`disposition.${name}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t(disposition === 'adopted' ? 'opinions.replyOptional' : 'opinions.reply')}
          autosize
          minRows={2}
          maxLength={5000}
          {...form.text(replyName)}
        />
      </Form>
      <EditConflict<Opinion>
        error={save.error}
        mine={inWords({ disposition, reply })}
        inWords={inWords}
        onTakeTheirs={() => {
          form.clear();
          onClose();
        }}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </div>
  );
}

function Reword({ opinion, onClose }: { opinion: Opinion; onClose: () => void }) {
  const { t } = useTranslation('official-documents');
  const names = { passage: `passage-${opinion.id}`, body: `body-${opinion.id}` };
  const form = useDraftForm<Record<string, string>>(`reword.${opinion.id}`, {
    [names.passage]: opinion.passage,
    [names.body]: opinion.body,
  });
  const passage = (form.values[names.passage] ?? '').trim();
  const body = (form.values[names.body] ?? '').trim();
  const save = useCommand({
    run: (input: { version: number; passage: string; body: string }, init) =>
      answer(
        api.PATCH('/api/plan/opinions/{opinionId}', {
          params: { path: { opinionId: opinion.id } },
          body: input,
          ...init,
        }),
      ),
    refreshes: [['plan', 'official-document']],
    onDone: () => {
      form.clear();
      onClose();
    },
  });
  function send(version: number) {
    if (body) save.mutate({ version, passage, body });
    else form.refuse([{ path: names.body, message: t('opinions.bodyMissing') }]);
  }
  return (
    <div style={{ marginTop: 12 }}>
      <Form
        submit={t('form.save')}
        busy={save.isPending}
        error={theirsOf(save.error) ? undefined : save.error}
        problems={form.problems}
        width={640}
        onCancel={onClose}
        onSubmit={() => send(opinion.version)}
      >
        <TextInput label={t('opinions.passage')} maxLength={300} {...form.text(names.passage)} />
        <Textarea
          label={t('opinions.body')}
          autosize
          minRows={3}
          maxLength={5000}
          {...form.text(names.body)}
        />
      </Form>
      <EditConflict<Opinion>
        error={save.error}
        mine={`${passage}\n${body}`}
        inWords={(theirs) => `${theirs.passage}\n${theirs.body}`}
        onTakeTheirs={() => {
          form.clear();
          onClose();
        }}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </div>
  );
}
