import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useSchoolYear } from '#api';
import { ConfirmDialog, DateField, Notice, ProblemAlert, problemOf, toast } from '#platform/ui';

type Term = operations['gradebook.listSheets']['responses'][200]['content']['application/json']['term'];

/** Window and lock of a semester, for the heads of the school. */
export function TermTools({ semester, term, may }: { semester: 1 | 2; term: Term; may: readonly string[] }) {
  const { t } = useTranslation('gradebook');
  const { name: schoolYear } = useSchoolYear();
  const of = schoolYear ? { schoolYear } : {};
  const [asking, setAsking] = useState<'lock' | 'unlock' | 'window'>();
  const [note, setNote] = useState('');
  const [opensOn, setOpensOn] = useState<string | null>(term.opensOn);
  const [closesOn, setClosesOn] = useState<string | null>(term.closesOn);
  const done = (text: string) => () => {
    setAsking(undefined);
    setNote('');
    toast({ tone: 'done', text });
  };
  const params = { path: { semester } };
  const lock = useCommand({
    run: (body: { version: number; note?: string }, init) =>
      answer(api.POST('/api/gradebook/terms/{semester}/lock', { params, body: { ...of, ...body }, ...init })),
    refreshes: [['gradebook']],
    onDone: done(t('term.lockDone')),
  });
  const unlock = useCommand({
    run: (body: { version: number; note: string }, init) =>
      answer(
        api.POST('/api/gradebook/terms/{semester}/unlock', { params, body: { ...of, ...body }, ...init }),
      ),
    refreshes: [['gradebook']],
    onDone: done(t('term.unlockDone')),
  });
  const window = useCommand({
    run: (body: { version: number; opensOn: string; closesOn: string }, init) =>
      answer(
        api.PUT('/api/gradebook/terms/{semester}/window', { params, body: { ...of, ...body }, ...init }),
      ),
    refreshes: [['gradebook']],
    onDone: done(t('term.windowDone')),
  });
  const close = () => {
    setAsking(undefined);
    lock.reset();
    unlock.reset();
    window.reset();
  };
  const remind = useCommand({
    run: (body: { schoolYear?: string }, init) =>
      answer(api.POST('/api/gradebook/terms/{semester}/remind', { params, body, ...init })),
    refreshes: [],
    onDone: ({ told, unreached }) =>
      toast({
        tone: unreached > 0 ? 'due' : 'done',
        text: [
          t('term.reminded', { count: told }),
          ...(unreached > 0 ? [t('term.unreached', { count: unreached })] : []),
        ].join(' '),
      }),
  });
  const { version } = term;
  const incomplete =
    lock.error && problemOf(lock.error).code === 'gradebook.notComplete' ? problemOf(lock.error) : null;
  const noteField = (
    <Textarea
      label={t('term.note')}
      autosize
      minRows={2}
      maxLength={500}
      value={note}
      onChange={(event) => setNote(event.currentTarget.value)}
    />
  );
  return (
    <>
      {remind.error ? <ProblemAlert error={remind.error} /> : null}
      <Group gap="sm">
        {!term.lockedAt && may.includes('gradebook.remindTeachers') ? (
          <Button variant="default" loading={remind.isPending} onClick={() => remind.mutate(of)}>
            {t('term.remind')}
          </Button>
        ) : null}
        {!term.lockedAt && may.includes('gradebook.setTermWindow') ? (
          <Button variant="default" onClick={() => setAsking('window')}>
            {t('term.setWindow')}
          </Button>
        ) : null}
        {!term.lockedAt && may.includes('gradebook.lockTerm') ? (
          <Button variant="default" onClick={() => setAsking('lock')}>
            {t('term.lock')}
          </Button>
        ) : null}
        {term.lockedAt && may.includes('gradebook.unlockTerm') ? (
          <Button variant="default" onClick={() => setAsking('unlock')}>
            {t('term.unlock')}
          </Button>
        ) : null}
      </Group>
      {term.note ? <p>{t('term.noteIs', { note: term.note })}</p> : null}
      <ConfirmDialog
        opened={asking === 'lock'}
        title={t('term.lockQuestion', { semester: semester === 1 ? 'I' : 'II' })}
        confirm={t('term.lock')}
        busy={lock.isPending}
        error={incomplete ? null : lock.error}
        onConfirm={() => lock.mutate({ version, ...(note.trim() ? { note: note.trim() } : {}) })}
        onClose={close}
      >
        <p>{t('term.lockWhat')}</p>
        {incomplete ? (
          <>
            <Notice tone="due">{t('term.incomplete', { title: incomplete.title })}</Notice>
            <ul>
              {(incomplete.problems ?? []).map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
            {noteField}
          </>
        ) : null}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'unlock'}
        title={t('term.unlockQuestion', { semester: semester === 1 ? 'I' : 'II' })}
        confirm={t('term.unlock')}
        busy={unlock.isPending}
        disabled={note.trim().length < 3}
        error={unlock.error}
        onConfirm={() => unlock.mutate({ version, note: note.trim() })}
        onClose={close}
      >
        <p>{t('term.unlockWhat')}</p>
        {noteField}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'window'}
        title={t('term.setWindow')}
        confirm={t('term.save')}
        busy={window.isPending}
        disabled={!opensOn || !closesOn}
        error={window.error}
        onConfirm={() => opensOn && closesOn && window.mutate({ version, opensOn, closesOn })}
        onClose={close}
      >
        <DateField label={t('term.opensOn')} value={opensOn} onChange={setOpensOn} />
        <DateField label={t('term.closesOn')} value={closesOn} onChange={setClosesOn} />
      </ConfirmDialog>
    </>
  );
}
