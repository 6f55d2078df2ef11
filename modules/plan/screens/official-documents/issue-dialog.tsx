import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, Notice, toast, useDraftForm } from '#platform/ui';
import { useDayFromNow } from '../day-from-now.ts';
import type { OfficialDocument } from './official-words.ts';
import { StepModal } from './step-modal.tsx';

type Body = operations['plan.issueOfficialDocument']['requestBody']['content']['application/json'];

/** The latest number of this kind in the year, out of the symbols already given: "12/HD-SGDĐT" → 12. */
function useLastNumber(document: OfficialDocument, year: string) {
  const issued = useQuery({
    queryKey: ['plan', 'official-documents', 'numbers', document.kind, year],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/official-documents', {
          params: { query: { box: 'own', kind: document.kind, year: Number(year), limit: 200 } },
          signal,
        }),
      ),
    enabled: /^\d{4}$/.test(year),
  });
  return (issued.data?.items ?? [])
    .flatMap(({ symbol, issuedOn }) => {
      const number = Number(symbol?.match(/^\d+/)?.[0]);
      return symbol && issuedOn && number ? [{ number, symbol, issuedOn }] : [];
    })
    .sort((a, b) => b.number - a.number)[0];
}

/** Issues the document: day, who signs, and a number when one was already given on paper. */
export function IssueDialog({ document, onClose }: { document: OfficialDocument; onClose: () => void }) {
  const { t } = useTranslation('official-documents');
  const dayFromNow = useDayFromNow();
  const form = useDraftForm(`official-document.issue.${document.id}`, {
    issuedOn: dayFromNow(0),
    signatoryName: '',
    signatoryPosition: '',
    number: '',
  });
  const { values } = form;
  const last = useLastNumber(document, values.issuedOn.slice(0, 4));
  const issue = useCommand({
    run: (body: Body, init) =>
      answer(
        api.POST('/api/plan/official-documents/{documentId}/issue', {
          params: { path: { documentId: document.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: ({ symbol, units }) => {
      form.clear();
      toast({ tone: 'done', text: t('issue.done', { symbol, count: units }) });
      onClose();
    },
  });
  function send(version: number) {
    const number = values.number.trim();
    const missing = [
      ...(values.issuedOn ? [] : [{ path: 'issuedOn', message: t('issue.dayMissing') }]),
      ...(values.signatoryName.trim()
        ? []
        : [{ path: 'signatoryName', message: t('issue.signatoryMissing') }]),
      ...(values.signatoryPosition.trim()
        ? []
        : [{ path: 'signatoryPosition', message: t('issue.positionMissing') }]),
      ...(/^([1-9]\d{0,4})?$/.test(number) ? [] : [{ path: 'number', message: t('issue.numberWrong') }]),
    ];
    form.refuse(missing);
    if (missing.length > 0) return;
    issue.mutate(
      {
        version,
        issuedOn: values.issuedOn,
        signatoryName: values.signatoryName.trim(),
        signatoryPosition: values.signatoryPosition.trim(),
        ...(number ? { number: Number(number) } : {}),
      },
      { onError: form.refuse },
    );
  }
  return (
    <StepModal
      title={t('issue.title')}
      explain={t('issue.explain')}
      submit={t('step.issue')}
      busy={issue.isPending}
      error={issue.error}
      problems={form.problems}
      labels={{
        issuedOn: t('issuedOn'),
        signatoryName: t('signatory'),
        signatoryPosition: t('position'),
        number: t('issue.number'),
      }}
      version={document.version}
      mine={`${values.signatoryPosition} ${values.signatoryName}, ${values.issuedOn && formatDate(values.issuedOn)}`}
      onReset={() => issue.reset()}
      onClose={onClose}
      onSubmit={send}
    >
      <Notice>
        {last
          ? t('issue.next', {
              kind: t(`kind.${document.kind}`),
              symbol: last.symbol,
              day: formatDate(last.issuedOn),
              number: String(last.number + 1).padStart(2, '0'),
            })
          : t('issue.first', { kind: t(`kind.${document.kind}`) })}
      </Notice>
      <DateField label={t('issuedOn')} max={dayFromNow(0)} {...form.date('issuedOn')} />
      <TextInput label={t('signatory')} maxLength={100} data-autofocus {...form.text('signatoryName')} />
      <TextInput
        label={t('position')}
        description={t('issue.positionExample')}
        maxLength={100}
        {...form.text('signatoryPosition')}
      />
      <TextInput
        label={t('issue.number')}
        description={t('issue.numberHint')}
        inputMode="numeric"
        maxLength={5}
        {...form.text('number')}
      />
    </StepModal>
  );
}
