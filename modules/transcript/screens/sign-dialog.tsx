import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import { answer, api, type operations } from '#api';
import { Form, Notice, ProgressOfWork } from '#platform/ui';
import { emptyKey, KeyFields, keyOf } from './key-fields.tsx';

type Run = operations['transcript.openRun']['responses'][200]['content']['application/json'];

/**
 * Signs everything that waits, some pages a request, until the counts add up. The key goes with each request and is kept nowhere; a page
 * closed in the middle goes on later where it stopped.
 */
export function SignDialog({ kind, onClose }: { kind: 'principal' | 'seal'; onClose: () => void }) {
  const { t } = useTranslation('transcript');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(emptyKey);
  const [run, setRun] = useState<Run>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const stopped = useRef(false);

  async function sign() {
    setBusy(true);
    setError(undefined);
    stopped.current = false;
    try {
      const key = await keyOf(draft);
      let now = await answer(
        api.POST('/api/transcript/runs', { body: { kind }, headers: { 'Idempotency-Key': uuid() } }),
      );
      setRun(now);
      while (now.state === 'open' && !stopped.current) {
        now = await answer(
          api.POST('/api/transcript/runs/{runId}/continue', {
            params: { path: { runId: now.id } },
            body: { key },
            headers: { 'Idempotency-Key': uuid() },
          }),
        );
        setRun(now);
      }
      if (now.state === 'done') setDraft(emptyKey);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['transcript'] });
    }
  }

  const done = run?.state === 'done';
  return (
    <Modal
      opened
      onClose={() => {
        stopped.current = true;
        onClose();
      }}
      title={<strong>{t(`sign.title.${kind}`)}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      {run && (busy || done) ? (
        <ProgressOfWork
          doing={t('sign.doing')}
          done={run.made + run.refused.length}
          total={run.asked}
          {...(busy
            ? {
                onStop: () => {
                  stopped.current = true;
                },
              }
            : {})}
        />
      ) : null}
      {run && done ? (
        <>
          <Notice tone={run.refused.length > 0 ? 'due' : 'done'}>
            {t('sign.done', { asked: run.asked, made: run.made })}
          </Notice>
          {run.refused.length > 0 ? (
            <ul>
              {run.refused.map(({ pageId, name, why }) => (
                <li key={pageId}>{t('sign.refused', { name, why })}</li>
              ))}
            </ul>
          ) : null}
          <Button mt="md" onClick={onClose}>
            {t('ui:dialog.close')}
          </Button>
        </>
      ) : (
        <Form
          submit={run ? t('sign.goOn') : t('sign.verb')}
          busy={busy}
          error={error}
          width="100%"
          onSubmit={() => void sign()}
        >
          <p>{t(`sign.what.${kind}`)}</p>
          <KeyFields draft={draft} onChange={setDraft} />
        </Form>
      )}
    </Modal>
  );
}
