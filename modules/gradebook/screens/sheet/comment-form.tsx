import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { problemOf } from '#platform/ui';
import styles from './sheet.module.css';

/** A remark, written or put together from the school's bank; a new sentence can be kept there. `subjectCode` absent: for conduct. */
export function CommentForm({
  text,
  subjectCode,
  mayAdd,
  editable,
  onSave,
}: {
  text: string;
  subjectCode: string | undefined;
  mayAdd: boolean;
  editable: boolean;
  onSave: (text: string) => void;
}) {
  const { t } = useTranslation('gradebook');
  const [typed, setTyped] = useState(text);
  const bank = useQuery({
    queryKey: ['gradebook', 'phrases', subjectCode],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/gradebook/phrases', { params: { query: subjectCode ? { subjectCode } : {} }, signal }),
      ),
  });
  const add = useCommand({
    run: (phrase: string, init) =>
      answer(
        api.POST('/api/gradebook/phrases', {
          body: { subjectCode: subjectCode ?? null, text: phrase },
          ...init,
        }),
      ),
    refreshes: [['gradebook', 'phrases']],
  });
  const phrases = bank.data?.items ?? [];
  const known = phrases.some((phrase) => phrase.text.toLowerCase() === typed.trim().toLowerCase());
  if (!editable) return <p>{text || t('comment.none')}</p>;
  return (
    <>
      <Textarea
        label={t('comment.label')}
        autosize
        minRows={3}
        maxLength={1000}
        value={typed}
        data-autofocus
        error={add.error ? problemOf(add.error).title : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group gap="sm" my="sm">
        <Button onClick={() => onSave(typed.trim())}>{t('comment.save')}</Button>
        {mayAdd && typed.trim().length >= 3 && !known ? (
          <Button variant="default" loading={add.isPending} onClick={() => add.mutate(typed.trim())}>
            {t('comment.keep')}
          </Button>
        ) : null}
      </Group>
      <h3>{t('comment.bank')}</h3>
      {phrases.length === 0 ? <p>{t('comment.bankEmpty')}</p> : null}
      <ul className={styles.list}>
        {phrases.map((phrase) => (
          <li key={phrase.id}>
            <Button
              variant="subtle"
              size="compact-sm"
              styles={{ label: { whiteSpace: 'normal', textAlign: 'left' }, root: { height: 'auto' } }}
              onClick={() => setTyped((before) => [before.trim(), phrase.text].filter(Boolean).join(' '))}
            >
              {phrase.text}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
