import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatNumber } from '#platform/i18n';
import { ProblemAlert } from '#platform/ui';
import type { AnswerOf } from '../answer-of.ts';
import styles from '../lessons.module.css';

type Plan = AnswerOf<'lessons.getPlan'>['plan'];

/** Files and links of a plan; its author takes them away again. */
export function Materials({ plan, editable = false }: { plan: Plan; editable?: boolean }) {
  const { t } = useTranslation('lesson-plans');
  const remove = useCommand({
    run: (materialId: string, init) =>
      answer(
        api.DELETE('/api/lessons/materials/{materialId}', { params: { path: { materialId } }, ...init }),
      ),
    refreshes: [['lessons']],
  });
  if (plan.materialList.length === 0) return editable ? null : <p>{t('files.none')}</p>;
  return (
    <>
      {remove.error ? <ProblemAlert error={remove.error} /> : null}
      <ul className={styles.materials}>
        {plan.materialList.map(({ id, kind, title, link, bytes }) => (
          <li key={id}>
            <span>{t(`files.${kind}`)}</span>
            {link ? (
              <a href={link} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              <a href={`/api/lessons/materials/${id}`} download>
                {title}
              </a>
            )}
            {bytes ? <span>{t('files.size', { size: formatNumber(Math.ceil(bytes / 1024)) })}</span> : null}
            {editable ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('files.removeOf', { title })}
                loading={remove.isPending && remove.variables === id}
                onClick={() => remove.mutate(id)}
              >
                {t('files.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
