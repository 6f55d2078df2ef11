import { Button, Checkbox, Group, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, sendFile, useCommand } from '#api';
import { ConfirmDialog, FileDrop, Form, ProblemAlert, toast, useDraftForm } from '#platform/ui';
import styles from '../family.module.css';

type Ground = operations['family.getAnnouncementGround']['responses'][200]['content']['application/json'];
type Draft = operations['family.getAnnouncement']['responses'][200]['content']['application/json'];
type Audience = 'guardian' | 'pupil' | 'teacher';
type Kept = { id: string; version: number };

const audiences: readonly Audience[] = ['guardian', 'pupil', 'teacher'];
const endings = ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg', '.webp'];

/** The text is kept as a draft first; files hang on the draft; sending asks once more, with what it means. */
export function WriteForm({ ground, draft }: { ground: Ground; draft: Draft | undefined }) {
  const { t } = useTranslation('family');
  const navigate = useNavigate();
  const only = ground.wholeSchool ? [] : ground.classes.map(({ id }) => id);
  const form = useDraftForm(draft ? undefined : 'family.write', {
    title: draft?.title ?? '',
    body: draft?.body ?? '',
    audience: (draft?.sending?.audience ?? ['guardian']) as string[],
    grades: (draft?.sending?.grades ?? []).map(String),
    classIds: draft?.sending?.classIds ?? only,
  });
  const [kept, setKept] = useState<Kept | undefined>(
    draft?.sending ? { id: draft.id, version: draft.sending.version } : undefined,
  );
  const [files, setFiles] = useState(draft?.files ?? []);
  const [progress, setProgress] = useState<number>();
  const [fileError, setFileError] = useState<unknown>();
  const [asking, setAsking] = useState(false);
  const { values } = form;
  const body = {
    title: values.title,
    body: values.body,
    audience: values.audience as Audience[],
    grades: values.grades.map(Number),
    classIds: values.classIds,
  };
  const save = useCommand({
    run: (given: typeof body, init): Promise<Kept> =>
      kept
        ? answer(
            api.PUT('/api/family/announcements/{announcementId}', {
              params: { path: { announcementId: kept.id } },
              body: { ...given, version: kept.version },
              ...init,
            }),
          )
        : answer(api.POST('/api/family/announcements', { body: given, ...init })),
    refreshes: [['family', 'sent']],
    onDone: (saved) => {
      setKept(saved);
      form.clear();
    },
  });
  const send = useCommand({
    run: ({ id, version }: Kept, init) =>
      answer(
        api.POST('/api/family/announcements/{announcementId}/send', {
          params: { path: { announcementId: id } },
          body: { version },
          ...init,
        }),
      ),
    refreshes: [['family']],
    onDone: ({ sent, asked, unreached }, { id }) => {
      toast({
        tone: unreached > 0 ? 'due' : 'done',
        text: [
          t('write.sent', { sent, asked }),
          ...(unreached > 0 ? [t('receipts.unreached', { count: unreached })] : []),
        ].join(' '),
      });
      void navigate({ to: `/thong-bao/${id}` });
    },
  });
  const remove = useCommand({
    run: (fileId: string, init) =>
      answer(
        api.DELETE('/api/family/announcements/{announcementId}/files/{fileId}', {
          params: { path: { announcementId: kept?.id ?? '', fileId } },
          ...init,
        }),
      ),
    refreshes: [],
    onDone: (_, fileId) => setFiles((before) => before.filter(({ id }) => id !== fileId)),
  });
  const discard = useCommand({
    run: (id: string, init) =>
      answer(
        api.DELETE('/api/family/announcements/{announcementId}', {
          params: { path: { announcementId: id } },
          ...init,
        }),
      ),
    refreshes: [['family', 'sent']],
    onDone: () => {
      toast({ tone: 'done', text: t('write.discarded') });
      void navigate({ to: '/thong-bao' });
    },
  });

  /** What stands in the form, kept; undefined: refused, the form says why. */
  const store = () => save.mutateAsync(body).catch((error) => void form.refuse(error));

  async function attach(file: File) {
    setFileError(undefined);
    const at = await store();
    if (!at) return;
    try {
      setProgress(0);
      const added = await sendFile<Draft['files'][number]>(
        `/api/family/announcements/${at.id}/files`,
        file,
        setProgress,
      ).answer;
      setFiles((before) => [...before, added]);
    } catch (error) {
      setFileError(error);
    } finally {
      setProgress(undefined);
    }
  }

  const grades = [...new Set(ground.classes.map(({ grade }) => grade))];
  const labels = {
    title: t('write.subject'),
    body: t('write.body'),
    audience: t('write.audience'),
    classIds: t('write.classes'),
  };
  return (
    <div className={styles.plain}>
      <Form
        submit={t('write.send')}
        busy={save.isPending || send.isPending}
        onSubmit={async () => {
          if (await store()) setAsking(true);
        }}
        problems={form.problems}
        labels={labels}
        error={save.error}
      >
        <TextInput label={labels.title} maxLength={200} {...form.text('title')} />
        <Textarea label={labels.body} autosize minRows={6} maxLength={5000} {...form.text('body')} />
        <Checkbox.Group
          label={labels.audience}
          value={values.audience}
          error={form.problem('audience')}
          onChange={(chosen) => form.change('audience', chosen)}
        >
          <Group gap="md" mt={4}>
            {audiences.map((one) => (
              <Checkbox key={one} value={one} label={t(`audience.${one}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        {ground.wholeSchool ? (
          <MultiSelect
            label={t('write.grades')}
            description={t('write.gradesHint')}
            data={grades.map((grade) => ({ value: String(grade), label: t('write.grade', { grade }) }))}
            value={values.grades}
            disabled={values.classIds.length > 0}
            onChange={(chosen) => form.change('grades', chosen)}
          />
        ) : null}
        <MultiSelect
          label={labels.classIds}
          searchable
          data={ground.classes.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.classIds}
          disabled={values.grades.length > 0}
          error={form.problem('classIds')}
          onChange={(chosen) => form.change('classIds', chosen)}
        />
        <ul className={styles.list}>
          {files.map(({ id, fileName }) => (
            <li key={id}>
              {fileName}{' '}
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('write.removeFile', { name: fileName })}
                onClick={() => remove.mutate(id)}
              >
                {t('write.remove')}
              </Button>
            </li>
          ))}
        </ul>
        {files.length < 5 ? (
          <FileDrop
            label={t('write.attach')}
            accept={endings}
            maxBytes={10 * 1024 * 1024}
            progress={progress}
            onFile={(file) => void attach(file)}
          />
        ) : null}
        {fileError ? <ProblemAlert error={fileError} /> : null}
      </Form>
      <Group gap="sm" mt="sm">
        <Button
          variant="default"
          loading={save.isPending}
          onClick={async () => {
            if (await store()) toast({ tone: 'done', text: t('write.kept') });
          }}
        >
          {t('write.keep')}
        </Button>
        {kept ? (
          <Button variant="subtle" loading={discard.isPending} onClick={() => discard.mutate(kept.id)}>
            {t('write.discard')}
          </Button>
        ) : null}
      </Group>
      {discard.error ? <ProblemAlert error={discard.error} /> : null}
      <ConfirmDialog
        opened={asking}
        title={t('write.sendQuestion')}
        confirm={t('write.sendNow')}
        busy={send.isPending}
        error={send.error}
        onConfirm={() => kept && send.mutate(kept)}
        onClose={() => {
          setAsking(false);
          send.reset();
        }}
      >
        <p>{t('write.sendWhat')}</p>
      </ConfirmDialog>
    </div>
  );
}
