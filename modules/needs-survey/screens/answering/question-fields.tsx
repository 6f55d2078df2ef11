import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { longestText, mostWishes, type Question } from '../../rules/question.ts';
import styles from './answering.module.css';
import type { Given } from './kept-sending.ts';

/** The questions of a form with what was answered so far: large targets, one thumb. `faults` by question id. */
export function QuestionFields({
  questions,
  answers,
  faults = {},
  disabled,
  onChange,
}: {
  questions: readonly Question[];
  answers: Given;
  faults?: Readonly<Record<string, string>>;
  disabled?: boolean;
  onChange: (answers: Given) => void;
}) {
  function give(id: string, value: Given[string] | undefined) {
    const { [id]: _, ...rest } = answers;
    onChange(value === undefined || value === '' ? rest : { ...rest, [id]: value });
  }
  return (
    <ol className={styles.questions}>
      {questions.map((question) => (
        <li key={question.id}>
          <QuestionField
            question={question}
            value={answers[question.id]}
            fault={faults[question.id]}
            disabled={disabled ?? false}
            onGive={(value) => give(question.id, value)}
          />
        </li>
      ))}
    </ol>
  );
}

function QuestionField({
  question,
  value,
  fault,
  disabled,
  onGive,
}: {
  question: Question;
  value: Given[string] | undefined;
  fault: string | undefined;
  disabled: boolean;
  onGive: (value: Given[string] | undefined) => void;
}) {
  const { t } = useTranslation('needs-answering');
  const name = useId();
  const about = `${name}-about`;
  const hasAbout = Boolean(question.help || fault);
  return (
    <fieldset
      id={`question-${question.id}`}
      className={styles.question}
      tabIndex={-1}
      disabled={disabled}
      data-fault={fault ? true : undefined}
      {...(hasAbout ? { 'aria-describedby': about } : {})}
    >
      <legend>
        {question.title}
        {question.required ? <span className={styles.required}> {t('required')}</span> : null}
      </legend>
      {hasAbout ? (
        <p id={about} className={fault ? styles.fault : styles.help}>
          {fault ?? question.help}
        </p>
      ) : null}
      <Control question={question} name={name} value={value} onGive={onGive} />
    </fieldset>
  );
}

function Control({
  question,
  name,
  value,
  onGive,
}: {
  question: Question;
  name: string;
  value: Given[string] | undefined;
  onGive: (value: Given[string] | undefined) => void;
}) {
  const { t } = useTranslation('needs-answering');
  const { min = 0, max = 0 } = question;
  switch (question.type) {
    case 'single':
    case 'multi': {
      const many = question.type === 'multi';
      const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
      return (
        <div className={styles.options}>
          {(question.options ?? []).map((option) => (
            <label key={option.value} className={styles.option}>
              <input
                type={many ? 'checkbox' : 'radio'}
                name={name}
                checked={chosen.includes(option.value)}
                onChange={() => onGive(many ? toggle(chosen, option.value) : option.value)}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      );
    }
    case 'ranked': {
      const wishes = Array.isArray(value) ? value : [];
      return (
        <div className={styles.options}>
          {Array.from({ length: mostWishes }, (_, at) => at).map((at) => (
            <label key={at}>
              {t('wish', { place: at + 1 })}
              <select
                className={styles.text}
                value={wishes[at] ?? ''}
                disabled={at > wishes.length}
                onChange={(event) => {
                  const chosen = event.currentTarget.value;
                  const others = wishes.filter((one, place) => place !== at && one !== chosen);
                  const next = chosen
                    ? [...others.slice(0, at), chosen, ...others.slice(at)]
                    : wishes.slice(0, at);
                  onGive(next.length > 0 ? next : undefined);
                }}
              >
                <option value="">{t('noWish')}</option>
                {(question.options ?? [])
                  .filter((option) => !wishes.slice(0, at).includes(option.value))
                  .map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
              </select>
            </label>
          ))}
        </div>
      );
    }
    case 'scale':
      return (
        <div className={styles.scale}>
          {Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at).map((step) => (
            <label key={step} className={styles.option}>
              <input type="radio" name={name} checked={value === step} onChange={() => onGive(step)} />
              <span>{step}</span>
            </label>
          ))}
        </div>
      );
    case 'number':
      return (
        <input
          className={styles.text}
          inputMode="numeric"
          aria-label={question.title}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => {
            const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, 6);
            onGive(digits ? Number(digits) : undefined);
          }}
        />
      );
    case 'text':
      return (
        <textarea
          className={styles.text}
          rows={3}
          maxLength={longestText}
          aria-label={question.title}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => onGive(event.currentTarget.value)}
        />
      );
  }
}

/** "None of these" and a wish put each other out. */
function toggle(chosen: readonly string[], value: string): string[] | undefined {
  if (chosen.includes(value)) {
    const rest = chosen.filter((one) => one !== value);
    return rest.length > 0 ? rest : undefined;
  }
  return value === 'none' ? ['none'] : [...chosen.filter((one) => one !== 'none'), value];
}
