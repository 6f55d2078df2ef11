import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#platform/i18n';
import { Announcer, announce, BanFlower, type ProblemDocument } from '#platform/ui';
import styles from './answering.module.css';
import type { KeptSending } from './kept-sending.ts';
import { QuestionFields } from './question-fields.tsx';
import { useAnswering } from './use-answering.ts';

type Answering = ReturnType<typeof useAnswering>;

/** The code of a link such as /tra-loi#ABCD-EFGH-JKLM; taken out of the address, so that it is not passed on. */
function codeInAddress(): string {
  const code = decodeURIComponent(location.hash.slice(1));
  if (code) history.replaceState(history.state, '', location.pathname + location.search);
  return code.length <= 60 ? code : '';
}

/** Answering without an account: the code of a slip, the form, "sent". Works on a bad line. */
export default function AnsweringPage() {
  const { t } = useTranslation('needs-answering');
  const answering = useAnswering();
  const { open } = answering;
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  useEffect(() => {
    function openFromAddress() {
      const code = codeInAddress();
      if (code) void open(code);
    }
    openFromAddress();
    addEventListener('hashchange', openFromAddress);
    return () => removeEventListener('hashchange', openFromAddress);
  }, [open]);
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <BanFlower size={32} />
        {t('shell:product')}
      </div>
      {answering.step.at === 'code' || !answering.kept ? (
        <CodeStep answering={answering} />
      ) : (
        <OpenedStep answering={answering} kept={answering.kept} />
      )}
      <Announcer />
    </main>
  );
}

function CodeStep({ answering: { step, busy, open } }: { answering: Answering }) {
  const { t } = useTranslation('needs-answering');
  const [code, setCode] = useState('');
  const problem = step.at === 'code' ? step.problem : undefined;
  function send(event: FormEvent) {
    event.preventDefault();
    if (code.trim() && !busy) void open(code.trim());
  }
  return (
    <form onSubmit={send} noValidate>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('code.lead')}</p>
      {problem ? <Fault problem={problem} /> : null}
      <label>
        {t('code.label')}
        <input
          className={styles.code}
          value={code}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className={styles.main} disabled={busy}>
        {t('code.open')}
      </button>
    </form>
  );
}

function Fault({ problem }: { problem: ProblemDocument }) {
  const { t } = useTranslation('needs-answering');
  const offline = problem.code === 'web.offline';
  return (
    <p role="alert" className={styles.note} data-tone={offline ? 'due' : 'late'}>
      <strong>{offline ? t('offline.open') : problem.title || t('fault.title')}</strong>
      {offline ? t('offline.openDetail') : problem.detail || t('fault.detail')}
    </p>
  );
}

function OpenedStep({ answering, kept }: { answering: Answering; kept: KeptSending }) {
  const { t } = useTranslation('needs-answering');
  const { pupil, survey } = kept.opened;
  const { step } = answering;
  const said =
    step.at === 'sent'
      ? t('sent.title', { at: formatDateTime(step.sentAt) })
      : step.at === 'waiting'
        ? t('waiting.title')
        : '';
  useEffect(() => {
    if (said) announce(said);
    if (said) scrollTo({ top: 0 });
  }, [said]);
  return (
    <>
      <h1>{survey?.title ?? t('title')}</h1>
      <div className={styles.person}>
        <strong>{pupil.name}</strong>
        {t('person', { className: pupil.className, school: pupil.schoolName })}
      </div>
      {step.at === 'sent' ? (
        <div className={styles.note} data-tone="done" role="status">
          <strong>{said}</strong>
          {survey ? t('sent.detail', { at: formatDateTime(survey.closesAt) }) : null}
        </div>
      ) : null}
      {step.at === 'waiting' ? (
        <div className={styles.note} data-tone="due" role="status">
          <strong>{said}</strong>
          {t('waiting.detail')}
        </div>
      ) : null}
      {step.at === 'form' ? <FormStep answering={answering} kept={kept} /> : null}
      {step.at === 'waiting' ? (
        <button
          type="button"
          className={styles.main}
          disabled={answering.busy}
          onClick={() => void answering.send()}
        >
          {t('waiting.again')}
        </button>
      ) : null}
      {step.at === 'form' ? null : (
        <button type="button" className={styles.lesser} onClick={answering.edit}>
          {t('edit')}
        </button>
      )}
      {step.at === 'waiting' ? null : (
        <button type="button" className={styles.lesser} onClick={answering.leave}>
          {t('another')}
        </button>
      )}
    </>
  );
}

function FormStep({ answering, kept }: { answering: Answering; kept: KeptSending }) {
  const { t } = useTranslation('needs-answering');
  const { survey } = kept.opened;
  const problem = answering.step.at === 'form' ? answering.step.problem : undefined;
  const overtaken = answering.step.at === 'form' ? answering.step.overtaken : undefined;
  const [missing, setMissing] = useState<Record<string, string>>({});
  if (!survey) return <p className={styles.note}>{t('nothing')}</p>;
  if (survey.state === 'waiting') {
    return <p className={styles.note}>{t('notYet', { at: formatDateTime(survey.opensAt) })}</p>;
  }
  if (survey.state === 'closed' || problem?.code === 'needsSurvey.notOpen') {
    return (
      <p className={styles.note} data-tone="due">
        <strong>{t('closed.title', { at: formatDateTime(survey.closesAt) })}</strong>
        {survey.answered
          ? t('closed.answered', { at: formatDateTime(survey.answered.at) })
          : t('closed.detail')}
      </p>
    );
  }
  const { questions } = survey;
  const stillMissing = Object.entries(missing).filter(([id]) => kept.answers[id] === undefined);
  const faults: Record<string, string> = Object.fromEntries(stillMissing);
  for (const fault of problem?.problems ?? []) {
    faults[fault.path.replace(/^(body\.)?answers\./, '')] = fault.message;
  }

  function send(event: FormEvent) {
    event.preventDefault();
    const open = questions.filter(({ required, id }) => required && kept.answers[id] === undefined);
    setMissing(Object.fromEntries(open.map(({ id }) => [id, t('missing')])));
    const [first] = open;
    if (first) document.getElementById(`question-${first.id}`)?.focus();
    else void answering.send();
  }

  return (
    <form onSubmit={send} noValidate>
      {overtaken ? (
        <div className={styles.note} data-tone="due" role="alert">
          <strong>{t('overtaken.title', { at: formatDateTime(overtaken.at) })}</strong>
          {t(`overtaken.${overtaken.by}`)}
          <button type="button" className={styles.lesser} onClick={() => answering.yield(overtaken.at)}>
            {t('overtaken.keep')}
          </button>
          <button
            type="button"
            className={styles.lesser}
            onClick={() => {
              answering.change({ basedOn: overtaken.version });
              void answering.send();
            }}
          >
            {t('overtaken.replace')}
          </button>
        </div>
      ) : problem ? (
        <Fault problem={problem} />
      ) : null}
      {survey.answered ? (
        <p className={styles.note} data-tone="done">
          {t('answered', { at: formatDateTime(survey.answered.at) })}
        </p>
      ) : (
        <p className={styles.lead}>{t('lead', { at: formatDateTime(survey.closesAt) })}</p>
      )}
      <fieldset className={styles.question}>
        <legend>{t('who')}</legend>
        <div className={styles.scale}>
          {(['pupil', 'guardian'] as const).map((by) => (
            <label key={by} className={styles.option}>
              <input
                type="radio"
                name="by"
                checked={kept.by === by}
                onChange={() => answering.change({ by })}
              />
              <span>{t(`by.${by}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <QuestionFields
        questions={questions}
        answers={kept.answers}
        faults={faults}
        onChange={(answers) => answering.change({ answers })}
      />
      <div className={styles.bar}>
        <button type="submit" className={styles.main} disabled={answering.busy}>
          {t('send')}
        </button>
      </div>
    </form>
  );
}
