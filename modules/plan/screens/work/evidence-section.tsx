import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, sendFile, useCommand } from '#api';
import { formatDateTime, formatNumber, formatPercent } from '#platform/i18n';
import {
  EmptyState,
  Facts,
  FileDrop,
  Form,
  Notice,
  ProblemAlert,
  Section,
  Tag,
  toast,
  useDraftForm,
} from '#platform/ui';
import { EvidenceForm } from './evidence-form.tsx';
import styles from './work.module.css';
import type { AssignmentDetail } from './work-words.ts';

const fileEndings = ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg', '.webp'];

/** What shows that the duty is done: what was given, and the way to give it. */
export function EvidenceSection({ detail }: { detail: AssignmentDetail }) {
  const { t } = useTranslation('work');
  const { assignment, duty, evidence, may, indicator, aggregate } = detail;
  return (
    <Section title={t('evidence.title')} aside={<Tag>{t(`evidence.kind.${duty.evidenceKind}`)}</Tag>}>
      {indicator ? (
        <>
          <Notice tone={indicator.value !== null && indicator.value >= indicator.threshold ? 'done' : 'info'}>
            {t('evidence.indicator')}
          </Notice>
          <Facts
            facts={[
              {
                name: indicator.name,
                value: indicator.value === null ? t('evidence.notComputed') : formatPercent(indicator.value),
              },
              {
                name: t('evidence.counted'),
                value:
                  indicator.numerator === null || indicator.denominator === null
                    ? null
                    : `${formatNumber(indicator.numerator)}/${formatNumber(indicator.denominator)}`,
              },
              { name: t('evidence.threshold'), value: formatPercent(indicator.threshold) },
              { name: t('evidence.source'), value: indicator.source },
              {
                name: t('evidence.computedAt'),
                value: indicator.computedAt ? formatDateTime(indicator.computedAt) : null,
              },
            ]}
          />
        </>
      ) : null}
      {duty.evidenceSpec.documentHint ? (
        <p>{t('evidence.hint', { what: duty.evidenceSpec.documentHint })}</p>
      ) : null}
      {aggregate ? (
        <Facts
          facts={aggregate.map((field) => ({
            name: t('evidence.aggregate', { label: field.label, units: field.units }),
            value: formatNumber(field.value),
          }))}
        />
      ) : null}
      {evidence.length === 0 && !indicator ? (
        <EmptyState title={t('evidence.none')}>{t(`evidence.noneDetail.${duty.evidenceKind}`)}</EmptyState>
      ) : (
        <ul className={styles.evidence}>
          {evidence.map((item) => (
            <EvidenceItem key={item.id} item={item} detail={detail} />
          ))}
        </ul>
      )}
      {may.includes('plan.giveFormEvidence') ? (
        <EvidenceForm
          key={evidence.length}
          assignmentId={assignment.id}
          fields={duty.evidenceSpec.fields ?? []}
          last={evidence.find((item) => item.kind === 'form')?.formValues ?? {}}
        />
      ) : null}
      {may.includes('plan.giveConfirmation') ? <Confirmation assignmentId={assignment.id} /> : null}
      {may.includes('plan.giveDocumentEvidence') ? <FileEvidence assignmentId={assignment.id} /> : null}
    </Section>
  );
}

function EvidenceItem({
  item,
  detail,
}: {
  item: AssignmentDetail['evidence'][number];
  detail: AssignmentDetail;
}) {
  const { t } = useTranslation('work');
  const withdraw = useCommand({
    run: (evidenceId: string, init) =>
      answer(
        api.POST('/api/plan/evidence/{evidenceId}/withdraw', { params: { path: { evidenceId } }, ...init }),
      ),
    refreshes: [['plan']],
  });
  const fields = detail.duty.evidenceSpec.fields ?? [];
  const labels = new Map(fields.map((field) => [field.key, field.label]));
  // In the order of the form; the database keeps the keys in one of its own.
  const order = fields.map(({ key }) => key);
  const filled = Object.entries(item.formValues ?? {}).sort(
    ([one], [other]) => order.indexOf(one) - order.indexOf(other),
  );
  return (
    <li className={styles.evidenceItem}>
      <div className={styles.evidenceHead}>
        <span>
          <strong>{item.by?.name ?? t('duty.system')}</strong> · {t(`evidence.kind.${item.kind}`)} ·{' '}
          {formatDateTime(item.at)}
        </span>
        {detail.may.includes('plan.withdrawEvidence') ? (
          <Button
            size="xs"
            variant="subtle"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(item.id)}
          >
            {t('evidence.withdraw')}
          </Button>
        ) : null}
      </div>
      {item.attachment ? (
        <a href={`/api/plan/attachments/${item.attachment.id}`} download>
          {item.attachment.fileName} ({formatNumber(item.attachment.bytes / 1024, 0)} kB)
        </a>
      ) : null}
      {item.formValues ? (
        <Facts
          facts={filled.map(([key, value]) => ({
            name: labels.get(key) ?? key,
            value:
              typeof value === 'number'
                ? formatNumber(value)
                : typeof value === 'boolean'
                  ? t(value ? 'form.yes' : 'form.no')
                  : String(value),
          }))}
        />
      ) : null}
      {item.note ? <p className={styles.body}>{item.note}</p> : null}
      {withdraw.error ? <ProblemAlert error={withdraw.error} /> : null}
    </li>
  );
}

function Confirmation({ assignmentId }: { assignmentId: string }) {
  const { t } = useTranslation('work');
  const form = useDraftForm(`confirm.${assignmentId}`, { note: '' });
  const confirm = useCommand({
    run: (note: string, init) =>
      answer(
        api.POST('/api/plan/assignments/{assignmentId}/evidence/confirmation', {
          params: { path: { assignmentId } },
          body: { note },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: (_, note) => form.taken({ note }),
  });
  return (
    <Form
      submit={t('evidence.confirm')}
      busy={confirm.isPending}
      error={confirm.error}
      problems={form.problems}
      onSubmit={() => {
        if (form.values.note.trim()) confirm.mutate(form.values.note, { onError: form.refuse });
        else form.refuse([{ path: 'note', message: t('evidence.confirmMissing') }]);
      }}
      width="100%"
    >
      <Textarea
        label={t('evidence.confirmNote')}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.text('note')}
      />
    </Form>
  );
}

function FileEvidence({ assignmentId }: { assignmentId: string }) {
  const { t } = useTranslation('work');
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const sending = useRef<{ stop: () => void }>(undefined);

  async function send(file: File) {
    setError(undefined);
    setProgress(0);
    const upload = sendFile<unknown>(
      `/api/plan/assignments/${assignmentId}/evidence/document`,
      file,
      setProgress,
    );
    sending.current = upload;
    try {
      await upload.answer;
      // Read again before it is said: whoever hands in at once does so on the version with the file.
      await queries.invalidateQueries({ queryKey: ['plan'] });
      toast({ tone: 'done', text: t('evidence.fileSent', { name: file.name }) });
    } catch (caught) {
      if (!(caught instanceof DOMException && caught.name === 'AbortError')) setError(caught);
    } finally {
      setProgress(undefined);
    }
  }

  return (
    <div style={{ marginTop: 16 }}>
      <FileDrop
        label={t('evidence.file')}
        accept={fileEndings}
        progress={progress}
        onFile={(file) => void send(file)}
        onStop={() => sending.current?.stop()}
      />
      {error ? <ProblemAlert error={error} /> : null}
    </div>
  );
}
