import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, sendFile, useCommand } from '#api';
import { FileDrop, ProblemAlert } from '#platform/ui';

const endings = {
  document: ['.docx', '.pdf'],
  file: ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg', '.webp'],
};

/** Adds the plan written in Word, a digital material as a file, or a link to one. */
export function PlanFiles({ planId, onDone }: { planId: string; onDone: () => void }) {
  const { t } = useTranslation('lesson-plans');
  const [kind, setKind] = useState<'document' | 'file' | 'link'>('document');
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [title, setTitle] = useState('');
  const [link, setLink] = useState('');
  const sending = useRef<{ stop: () => void }>(undefined);
  const add = useCommand({
    run: (body: { title: string; link: string }, init) =>
      answer(api.POST('/api/lessons/plans/{planId}/links', { params: { path: { planId } }, body, ...init })),
    refreshes: [['lessons']],
    onDone: () => {
      setTitle('');
      setLink('');
    },
  });
  async function send(file: File) {
    setError(undefined);
    setProgress(0);
    const upload = sendFile<unknown>(`/api/lessons/plans/${planId}/files?kind=${kind}`, file, setProgress);
    sending.current = upload;
    try {
      await upload.answer;
      onDone();
    } catch (caught) {
      if (!(caught instanceof DOMException && caught.name === 'AbortError')) setError(caught);
    } finally {
      setProgress(undefined);
    }
  }
  return (
    <>
      <SegmentedControl
        aria-label={t('files.what')}
        mb="sm"
        data={[
          { value: 'document', label: t('files.addDocument') },
          { value: 'file', label: t('files.addFile') },
          { value: 'link', label: t('files.addLink') },
        ]}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
      />
      {error ? <ProblemAlert error={error} /> : null}
      {add.error ? <ProblemAlert error={add.error} /> : null}
      {kind === 'link' ? (
        <Group align="end" gap="sm">
          <TextInput
            label={t('files.title')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('files.address')}
            type="url"
            maxLength={1000}
            style={{ flex: '1 1 260px' }}
            value={link}
            onChange={(event) => setLink(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={add.isPending}
            disabled={title.trim() === '' || link.trim() === ''}
            onClick={() => add.mutate({ title, link })}
          >
            {t('files.add')}
          </Button>
        </Group>
      ) : (
        <FileDrop
          label={t(kind === 'document' ? 'files.dropDocument' : 'files.dropFile')}
          accept={endings[kind]}
          progress={progress}
          onFile={(file) => void send(file)}
          onStop={() => sending.current?.stop()}
        />
      )}
    </>
  );
}
