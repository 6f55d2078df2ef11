import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import { PeoplePicker, type PickedPerson } from '../pickers/pickers.tsx';
import type { Inspection } from './inspection-words.ts';

type Body = operations['plan.updateInspection']['requestBody']['content']['application/json'];

/** An inspection as words, to compare two versions of it. */
export function useInspectionInWords() {
  const { t } = useTranslation('inspections');
  return (values: { purpose: string; plannedOn: string; state?: Inspection['state'] }) =>
    [
      values.purpose,
      `${t('plannedOn')}: ${values.plannedOn && formatDate(values.plannedOn)}`,
      ...(values.state ? [`${t('list.state')}: ${t(`state.${values.state}`)}`] : []),
    ].join('\n');
}

/** Changes day, purpose and team of an inspection that has not begun. */
export function EditInspection({ inspection, onClose }: { inspection: Inspection; onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const inWords = useInspectionInWords();
  const form = useDraftForm(`inspection.edit.${inspection.id}`, {
    purpose: inspection.purpose,
    plannedOn: inspection.plannedOn,
    leaderId: [inspection.leader] as PickedPerson[],
    memberIds: inspection.members as PickedPerson[],
  });
  const { values } = form;
  const save = useCommand({
    run: (body: Body, init) =>
      answer(
        api.PATCH('/api/plan/inspections/{inspectionId}', {
          params: { path: { inspectionId: inspection.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('step.saved') });
      onClose();
    },
  });
  function send(version: number) {
    const [leader] = values.leaderId;
    const missing = [
      ...(values.purpose.trim() ? [] : [{ path: 'purpose', message: t('plan.purposeMissing') }]),
      ...(values.plannedOn ? [] : [{ path: 'plannedOn', message: t('plan.dayPast') }]),
      ...(leader ? [] : [{ path: 'leaderId', message: t('plan.leaderMissing') }]),
    ];
    form.refuse(missing);
    if (missing.length > 0 || !leader) return;
    save.mutate(
      {
        version,
        purpose: values.purpose.trim(),
        plannedOn: values.plannedOn,
        leaderId: leader.id,
        memberIds: values.memberIds.map((member) => member.id),
      },
      { onError: form.refuse },
    );
  }
  return (
    <>
      <Form
        submit={t('follow.save')}
        busy={save.isPending}
        error={theirsOf(save.error) ? undefined : save.error}
        problems={form.problems}
        labels={{ purpose: t('purpose'), plannedOn: t('plannedOn'), leaderId: t('leader') }}
        width="100%"
        onCancel={onClose}
        onSubmit={() => send(inspection.version)}
      >
        <Textarea label={t('purpose')} autosize minRows={2} maxLength={1000} {...form.text('purpose')} />
        <DateField label={t('plannedOn')} {...form.date('plannedOn')} />
        <PeoplePicker
          id="field-leaderId"
          label={t('leader')}
          single
          chosen={values.leaderId}
          error={form.problem('leaderId')}
          onChange={(people) => form.change('leaderId', people)}
        />
        <PeoplePicker
          id="field-memberIds"
          label={t('plan.membersOptional')}
          chosen={values.memberIds}
          error={form.problem('memberIds')}
          onChange={(people) => form.change('memberIds', people.slice(0, 20))}
        />
      </Form>
      <EditConflict<Inspection>
        error={save.error}
        mine={inWords(values)}
        inWords={inWords}
        onTakeTheirs={() => {
          form.clear();
          onClose();
        }}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </>
  );
}
