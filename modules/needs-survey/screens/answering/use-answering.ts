import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { answer, api } from '#api';
import { ApiProblem, type ProblemDocument, problemOf, useOnline } from '#platform/ui';
import { type Given, type KeptSending, readKept, type Sender, writeKept } from './kept-sending.ts';

/** Another answer that arrived before this one. */
export interface Overtaken {
  readonly answers: Given;
  readonly by: Sender;
  readonly at: string;
  readonly version: number;
}

export type Step =
  | { readonly at: 'code'; readonly problem?: ProblemDocument }
  | { readonly at: 'form'; readonly problem?: ProblemDocument; readonly overtaken?: Overtaken }
  | { readonly at: 'waiting' }
  | { readonly at: 'sent'; readonly sentAt: string };

const retryMs = 20_000;

/** Whether a failure is one of the line, not an answer of the server: worth trying again by itself. */
function isLineFault(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.document.status >= 502;
}

/**
 * The state of answering by code: opening the form, filling it in, sending it, waiting for a network. What is not sent is kept
 * in this browser, also over a reload; what is sent is forgotten here.
 */
export function useAnswering() {
  const [kept, setKept] = useState<KeptSending | null>(readKept);
  const [step, setStep] = useState<Step>(() => {
    const before = readKept();
    return before ? { at: before.sendingId ? 'waiting' : 'form' } : { at: 'code' };
  });
  const [busy, setBusy] = useState(false);
  const online = useOnline();
  const sending = useRef(false);
  // What "send" sends is what was kept last, also when it follows a change at once.
  const latest = useRef(kept);

  const keep = useCallback((next: KeptSending | null) => {
    latest.current = next;
    setKept(next);
    writeKept(next);
  }, []);

  const open = useCallback(
    async (code: string) => {
      setBusy(true);
      try {
        const opened = await answer(api.POST('/api/needs-survey/answering/open', { body: { code } }));
        const answered = opened.survey?.answered;
        const next = {
          code,
          opened,
          by: answered?.by ?? opened.holder,
          answers: answered?.answers ?? {},
          sendingId: null,
          basedOn: answered?.version ?? 0,
        };
        // A form that cannot be answered need not outlive the page.
        keep(next);
        if (opened.survey?.state !== 'open') writeKept(null);
        setStep({ at: 'form' });
      } catch (error) {
        setStep({ at: 'code', problem: problemOf(error) });
      } finally {
        setBusy(false);
      }
    },
    [keep],
  );

  const send = useCallback(async () => {
    const current = latest.current;
    const survey = current?.opened.survey;
    if (!current || !survey || sending.current) return;
    const one = { ...current, sendingId: current.sendingId ?? uuid() };
    keep(one);
    sending.current = true;
    setBusy(true);
    try {
      const { code, by, answers, sendingId, basedOn } = one;
      const body = { code, by, answers, sendingId, basedOn, surveyId: survey.surveyId };
      const { at, version } = await answer(api.POST('/api/needs-survey/answering/answer', { body }));
      const answered = { answers, by, at, version };
      keep({
        ...one,
        opened: { ...one.opened, survey: { ...survey, answered } },
        sendingId: null,
        basedOn: version,
      });
      writeKept(null);
      setStep({ at: 'sent', sentAt: at });
    } catch (error) {
      if (isLineFault(error)) {
        setStep({ at: 'waiting' });
      } else {
        const problem = problemOf(error);
        keep({ ...one, sendingId: null });
        const { current: other } = (problem as { facts?: { current?: Overtaken } }).facts ?? {};
        setStep({ at: 'form', problem, ...(other ? { overtaken: other } : {}) });
      }
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }, [keep]);

  // Waiting ends by itself: when the network is back, and every so often in case the device does not know that it is.
  useEffect(() => {
    if (step.at !== 'waiting') return;
    if (online) void send();
    const timer = setInterval(() => void send(), retryMs);
    return () => clearInterval(timer);
  }, [step.at, online, send]);

  return {
    step,
    kept,
    busy,
    open,
    send,
    change: (part: Partial<Pick<KeptSending, 'answers' | 'by' | 'basedOn'>>) => {
      if (kept) keep({ ...kept, ...part });
    },
    /** Back to the form after sending, or out of the waiting. */
    edit: () => {
      if (kept) keep({ ...kept, sendingId: null });
      setStep({ at: 'form' });
    },
    /** Takes over the answer that came first. */
    yield: (sentAt: string) => {
      writeKept(null);
      setStep({ at: 'sent', sentAt });
    },
    /** Another form on the same device. */
    leave: () => {
      keep(null);
      setStep({ at: 'code' });
    },
  };
}
