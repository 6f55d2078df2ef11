import { Button, Group, Select, Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, sendFile, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { FileDrop, ProblemAlert, toast } from '#platform/ui';
import { type AttachmentKind, columnAttachments } from '../../rules/attachments.ts';
import type { Place } from '../../rules/cell.ts';
import styles from './sheet.module.css';
import type { SheetPath } from './use-sheet.ts';

const mostBytes = 10 * 1024 * 1024;
const endings = ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg', '.webp'];

/** What stands behind a periodic test, or (with `pupilId`) behind a pupil's mark: files and addresses, to open, add and take away. */
export function Attachments({
  path,
  place,
  pupilId,
  editable,
}: {
  path: SheetPath;
  place: Place;
  pupilId?: string;
  editable: boolean;
}) {
  const { t } = useTranslation('gradebook');
  const queries = useQueryClient();
  const kinds: readonly AttachmentKind[] = pupilId ? ['evidence'] : columnAttachments;
  const [kind, setKind] = useState<AttachmentKind>(kinds[0]!);
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [title, setTitle] = useState('');
  const [link, setLink] = useState('');
  const query = pupilId ? { pupilId } : {};
  const key = ['gradebook', 'attachments', path, place, pupilId ?? ''];
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/attachments/{place}', {
          params: { path: { ...path, place }, query },
          signal,
        }),
      ),
    gcTime: 0,
  });
  const addLink = useCommand({
    run: (body: { kind: AttachmentKind; title: string; link: string }, init) =>
      answer(
        api.POST('/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/attachments/{place}/links', {
          params: { path: { ...path, place }, query },
          body,
          ...init,
        }),
      ),
    refreshes: [key],
    onDone: () => {
      setTitle('');
      setLink('');
      toast({ tone: 'done', text: t('attachment.added') });
    },
  });
  const remove = useCommand({
    run: (attachmentId: string, init) =>
      answer(
        api.DELETE('/api/gradebook/attachments/{attachmentId}', {
          params: { path: { attachmentId } },
          ...init,
        }),
      ),
    refreshes: [key],
    onDone: () => toast({ tone: 'done', text: t('attachment.removed') }),
  });

  async function send(file: File) {
    setError(undefined);
    setProgress(0);
    const { classId, subjectCode, semester } = path;
    const address = `/api/gradebook/sheets/${classId}/${subjectCode}/${semester}/attachments/${place}/files/${kind}`;
    try {
      await sendFile<unknown>(pupilId ? `${address}?pupilId=${pupilId}` : address, file, setProgress).answer;
      toast({ tone: 'done', text: t('attachment.added') });
      await queries.invalidateQueries({ queryKey: key });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setProgress(undefined);
    }
  }

  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton height={80} />;
  const trouble = error ?? addLink.error ?? remove.error;
  return (
    <section aria-label={t(pupilId ? 'attachment.evidence' : 'attachment.title')}>
      <h3>{t(pupilId ? 'attachment.evidence' : 'attachment.title')}</h3>
      {list.data.items.length === 0 ? <p>{t('attachment.none')}</p> : null}
      <ul className={styles.list}>
        {list.data.items.map((item) => (
          <li key={item.id}>
            <a
              href={item.link ?? `/api/gradebook/attachments/${item.id}`}
              target="_blank"
              rel="noreferrer noopener"
            >
              {item.title}
            </a>
            <span>
              {t('attachment.by', {
                kind: t(`attachmentKind.${item.kind}`),
                who: item.addedBy ?? t('history.unknown'),
                at: formatDateTime(item.addedAt),
              })}
            </span>
            {editable ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={remove.isPending}
                onClick={() => remove.mutate(item.id)}
              >
                {t('attachment.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {trouble ? <ProblemAlert error={trouble} /> : null}
      {editable ? (
        <>
          {kinds.length > 1 ? (
            <Select
              label={t('attachment.kind')}
              data={kinds.map((value) => ({ value, label: t(`attachmentKind.${value}`) }))}
              value={kind}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) => value && setKind(value as AttachmentKind)}
            />
          ) : null}
          <FileDrop
            label={t('attachment.file')}
            accept={endings}
            maxBytes={mostBytes}
            progress={progress}
            onFile={(file) => void send(file)}
          />
          <Group align="end">
            <TextInput
              label={t('attachment.linkTitle')}
              value={title}
              maxLength={255}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            />
            <TextInput
              label={t('attachment.link')}
              placeholder="https://"
              value={link}
              maxLength={1000}
              onChange={({ currentTarget }) => setLink(currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={title.trim() === '' || link.trim() === ''}
              loading={addLink.isPending}
              onClick={() => addLink.mutate({ kind, title: title.trim(), link: link.trim() })}
            >
              {t('attachment.addLink')}
            </Button>
          </Group>
        </>
      ) : null}
    </section>
  );
}
