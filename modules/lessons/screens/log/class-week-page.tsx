import { Button, Skeleton, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, EmptyState, Notice, Page, ProblemAlert, Section, toast } from '#platform/ui';
import { programmeKey, slotKey } from '../../rules/index.ts';
import styles from '../lessons.module.css';
import { LineForm } from './line-form.tsx';
import { useLines } from './use-lines.ts';
import { WeekChoice } from './week-choice.tsx';
import { type Line, WeekLines } from './week-lines.tsx';

/** A week of the log of a class: read by everybody of the school, signed by the homeroom teacher and the school. */
export default function ClassWeekPage() {
  const { t } = useTranslation('lesson-log');
  const { classId, week } = useParams({ strict: false }) as { classId: string; week: string };
  const { today } = useMe();
  const navigate = useNavigate();
  const params = { path: { classId, week: Number(week) } };
  const found = useQuery({
    queryKey: ['lessons', 'class-week', classId, week],
    queryFn: ({ signal }) => answer(api.GET('/api/lessons/log/classes/{classId}/{week}', { params, signal })),
  });
  const data = found.data;
  const { lines, waiting } = useLines(data, today);
  const [open, setOpen] = useState<Line>();
  const [asking, setAsking] = useState<'sign' | 'unsign'>();
  const [note, setNote] = useState('');
  const refreshes = [['lessons']];
  const close = () => {
    setAsking(undefined);
    setNote('');
  };
  const sign = useCommand({
    run: (text: string, init) =>
      answer(
        api.POST('/api/lessons/log/classes/{classId}/{week}/sign', { params, body: { note: text }, ...init }),
      ),
    refreshes,
    onDone: () => {
      close();
      toast({ tone: 'done', text: t('sign.done') });
    },
  });
  const unsign = useCommand({
    run: (reason: string, init) =>
      answer(
        api.POST('/api/lessons/log/classes/{classId}/{week}/unsign', { params, body: { reason }, ...init }),
      ),
    refreshes,
    onDone: close,
  });
  const trail = [{ label: t('books.title'), to: '/so-dau-bai/lop' }];
  if (!data) {
    return (
      <Page title={t('books.title')} trail={trail}>
        {found.error ? (
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }
  const missing = lines.filter(({ state }) => state === 'due').length;
  const mayWrite = data.may.includes('lessons.saveEntry');
  const current = open && lines.find(({ slot }) => slotKey(slot) === slotKey(open.slot));
  const code = current?.planned?.subjectCode;
  const signing = asking === 'sign';
  return (
    <Page
      wide
      title={t('book.title', { class: data.class.name, week: data.week.number })}
      trail={trail}
      lead={data.class.homeroom ? t('book.homeroom', { name: data.class.homeroom }) : undefined}
      tools={
        <>
          {(['pdf', 'xlsx'] as const).map((kind) => (
            <Button
              key={kind}
              component="a"
              variant="default"
              download
              href={`/api/lessons/log/classes/${classId}/${week}/file?kind=${kind}`}
            >
              {t(`book.${kind}`)}
            </Button>
          ))}
          {data.may.includes('lessons.unsignWeek') ? (
            <Button variant="default" onClick={() => setAsking('unsign')}>
              {t('sign.undo')}
            </Button>
          ) : null}
        </>
      }
      action={
        data.may.includes('lessons.signWeek') ? (
          <Button onClick={() => setAsking('sign')}>{t('sign.sign')}</Button>
        ) : undefined
      }
    >
      <Stack gap="md">
        <div className={styles.bar}>
          <WeekChoice
            weeks={data.weeks}
            value={data.week.number}
            onChange={(chosen) => void navigate({ to: `/so-dau-bai/lop/${classId}/${chosen}` })}
          />
        </div>
        {missing > 0 ? <Notice tone="due">{t('book.missing', { count: missing })}</Notice> : null}
        {lines.length === 0 ? (
          <EmptyState title={t('book.none')}>{t('book.noneDetail')}</EmptyState>
        ) : (
          <WeekLines
            lines={lines}
            rows={data}
            writable={({ slot, state }) => mayWrite && slot.day <= today && state !== 'off'}
            waiting={waiting}
            onWrite={setOpen}
          />
        )}
        <Section title={t('sign.title')}>
          {data.signatures.length === 0 ? (
            <p>{t('sign.none')}</p>
          ) : (
            <ul>
              {data.signatures.map((one) => (
                <li key={one.part}>
                  {t(`sign.by.${one.part}`, { name: one.by, at: formatDateTime(one.at) })}
                  {one.missing > 0 ? ` ${t('sign.missing', { count: one.missing })}` : ''}
                  {one.note ? ` ${t('sign.note', { note: one.note })}` : ''}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Stack>
      {current ? (
        <LineForm
          key={slotKey(current.slot)}
          line={current}
          programme={
            code && current.planned ? (data.programmes[programmeKey(code, current.planned.grade)] ?? []) : []
          }
          subjects={data.subjects}
          ratings={data.ratings}
          today={today}
          lateDays={data.lateDays}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      <ConfirmDialog
        opened={asking !== undefined}
        title={t(signing ? 'sign.question' : 'sign.undoQuestion', {
          class: data.class.name,
          week: data.week.number,
        })}
        confirm={t(signing ? 'sign.sign' : 'sign.undo')}
        busy={sign.isPending || unsign.isPending}
        disabled={signing ? missing > 0 && note.trim() === '' : note.trim().length < 3}
        error={sign.error ?? unsign.error}
        onConfirm={() => (signing ? sign.mutate(note.trim()) : unsign.mutate(note.trim()))}
        onClose={close}
      >
        <Textarea
          label={t(signing ? (missing > 0 ? 'sign.noteNeeded' : 'sign.noteOf') : 'sign.reason', {
            count: missing,
          })}
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </Page>
  );
}
