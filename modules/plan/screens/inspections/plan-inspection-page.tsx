import { Radio, Stack, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useMe } from '#api';
import { DateField, type FieldProblem, Form, Page, toast, useDraftForm } from '#platform/ui';
import { type PickedUnit, UnitPicker } from '#screens/organisation';
import { useDayFromNow } from '../day-from-now.ts';
import { DutiesPicker, PeoplePicker, type PickedDuty, type PickedPerson } from '../pickers/pickers.tsx';
import { kinds } from './inspection-words.ts';

type Body = operations['plan.planInspection']['requestBody']['content']['application/json'];

/** Named as the server names its fields, so that its faults find theirs. */
interface Values extends Record<string, unknown> {
  kind: (typeof kinds)[number];
  unitKind: 'school' | 'commune';
  inspectedUnitId: PickedUnit | null;
  purpose: string;
  plannedOn: string;
  leaderId: PickedPerson[];
  memberIds: PickedPerson[];
  choosesDuties: boolean;
  dutyIds: PickedDuty[];
}

/** A new inspection: where, when, who goes, what is looked at. */
export default function PlanInspectionPage() {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  const { account } = useMe();
  const dayFromNow = useDayFromNow();
  const form = useDraftForm<Values>('inspection.new', {
    kind: 'scheduled',
    unitKind: 'school',
    inspectedUnitId: null,
    purpose: '',
    plannedOn: dayFromNow(7),
    leaderId: [{ id: account.id, name: account.name }],
    memberIds: [],
    choosesDuties: false,
    dutyIds: [],
  });
  const { values } = form;
  const plan = useCommand({
    run: (body: Body, init) => answer(api.POST('/api/plan/inspections', { body, ...init })),
    refreshes: [['plan', 'inspections']],
    onDone: ({ id, items }) => {
      form.clear();
      toast({ tone: 'done', text: t('plan.done', { count: items }) });
      void navigate({ to: `/kiem-tra/${id}` });
    },
  });

  function send() {
    const unit = values.inspectedUnitId;
    const [head] = values.leaderId;
    const missing: FieldProblem[] = [
      ...(unit ? [] : [{ path: 'inspectedUnitId', message: t('plan.unitMissing') }]),
      ...(values.purpose.trim() ? [] : [{ path: 'purpose', message: t('plan.purposeMissing') }]),
      ...(values.plannedOn >= dayFromNow(0) ? [] : [{ path: 'plannedOn', message: t('plan.dayPast') }]),
      ...(head ? [] : [{ path: 'leaderId', message: t('plan.leaderMissing') }]),
      ...(values.choosesDuties && values.dutyIds.length === 0
        ? [{ path: 'dutyIds', message: t('plan.dutiesMissing') }]
        : []),
    ];
    form.refuse(missing);
    if (missing.length > 0 || !unit || !head) return;
    plan.mutate(
      {
        kind: values.kind,
        inspectedUnitId: unit.id,
        purpose: values.purpose.trim(),
        plannedOn: values.plannedOn,
        leaderId: head.id,
        memberIds: values.memberIds.map((member) => member.id),
        ...(values.choosesDuties ? { dutyIds: values.dutyIds.map((duty) => duty.id) } : {}),
      },
      { onError: form.refuse },
    );
  }

  return (
    <Page title={t('plan.title')} trail={[{ label: t('list.title'), to: '/kiem-tra' }]} lead={t('plan.lead')}>
      <Form
        submit={t('plan.save')}
        busy={plan.isPending}
        error={plan.error}
        problems={form.problems}
        labels={{
          inspectedUnitId: t('inspected'),
          purpose: t('purpose'),
          plannedOn: t('plannedOn'),
          leaderId: t('leader'),
          memberIds: t('members'),
          dutyIds: t('plan.duties'),
        }}
        onSubmit={send}
        onCancel={() => void navigate({ to: '/kiem-tra' })}
        width={640}
      >
        <Radio.Group
          label={t('plan.kind')}
          value={values.kind}
          onChange={(value) => form.change('kind', value as Values['kind'])}
        >
          <Stack gap={8} mt={4}>
            {kinds.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`kind.${kind}`)}
                description={t(`plan.kindExplained.${kind}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t('plan.unitKind')}
          value={values.unitKind}
          onChange={(value) => {
            form.change('unitKind', value as Values['unitKind']);
            form.change('inspectedUnitId', null);
          }}
        >
          <Stack gap={8} mt={4}>
            <Radio value="school" label={t('plan.school')} />
            <Radio value="commune" label={t('plan.commune')} />
          </Stack>
        </Radio.Group>
        <UnitPicker
          key={values.unitKind}
          id="field-inspectedUnitId"
          label={t('inspected')}
          kind={values.unitKind}
          chosen={values.inspectedUnitId}
          error={form.problem('inspectedUnitId')}
          onChoose={(unit) => form.change('inspectedUnitId', unit)}
        />
        <Textarea
          label={t('purpose')}
          description={t('plan.purposeExample')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.text('purpose')}
        />
        <DateField label={t('plannedOn')} min={dayFromNow(0)} {...form.date('plannedOn')} />
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
          description={t('plan.membersHint')}
          chosen={values.memberIds}
          error={form.problem('memberIds')}
          onChange={(people) => form.change('memberIds', people.slice(0, 20))}
        />
        <Radio.Group
          label={t('plan.duties')}
          value={values.choosesDuties ? 'some' : 'all'}
          onChange={(value) => form.change('choosesDuties', value === 'some')}
        >
          <Stack gap={8} mt={4}>
            <Radio value="all" label={t('plan.dutiesAll')} description={t('plan.dutiesAllExplained')} />
            <Radio value="some" label={t('plan.dutiesSome')} />
          </Stack>
        </Radio.Group>
        {values.choosesDuties ? (
          <DutiesPicker
            id="field-dutyIds"
            label={t('plan.dutiesChosen')}
            description={t('plan.dutiesHint')}
            chosen={values.dutyIds}
            error={form.problem('dutyIds')}
            onChange={(duties) => form.change('dutyIds', duties)}
          />
        ) : null}
      </Form>
    </Page>
  );
}
