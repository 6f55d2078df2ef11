import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate, formatNumber } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  DateField,
  EmptyState,
  type FieldProblem,
  Form,
  Section,
  SideDrawer,
  toast,
  useDraftForm,
} from '#platform/ui';
import { UnitPicker } from '#screens/organisation';
import type { Body, StaffDetail } from '../answers.ts';
import { useChosenYearId } from '../pupils/use-pupils.ts';

type Posting = StaffDetail['postings'][number];

/** Teaching at a second school: seen by both schools, ordered by those above them. */
export function PostingsSection({ detail }: { detail: StaffDetail }) {
  const { t } = useTranslation('people');
  const [creating, setCreating] = useState(false);
  const [removing, setRemoving] = useState<Posting>();
  const mayCreate = detail.may.includes('people.createPosting');
  const mayRemove = detail.may.includes('people.deletePosting');
  const remove = useCommand({
    run: (postingId: string, init) =>
      answer(api.DELETE('/api/people/postings/{postingId}', { params: { path: { postingId } }, ...init })),
    refreshes: [['people']],
    onDone: () => {
      toast({ tone: 'done', text: t('posting.removed') });
      setRemoving(undefined);
    },
  });
  if (detail.postings.length === 0 && !mayCreate) return null;
  return (
    <Section
      title={t('posting.title')}
      aside={
        mayCreate && !detail.member.leftOn ? (
          <Button variant="default" size="xs" onClick={() => setCreating(true)}>
            {t('posting.create')}
          </Button>
        ) : null
      }
    >
      <DataTable
        caption={t('posting.title')}
        rows={detail.postings}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t('posting.none')}>{t('posting.noneDetail')}</EmptyState>}
        columns={[
          { key: 'host', header: t('posting.host'), phone: 'title', cell: (one) => one.host.name },
          { key: 'year', header: t('posting.year'), cell: (one) => one.schoolYear.name },
          {
            key: 'periods',
            header: t('posting.periods'),
            align: 'right',
            cell: (one) => t('posting.periodsOf', { periods: formatNumber(one.periodsPerWeek) }),
          },
          {
            key: 'days',
            header: t('posting.days'),
            cell: (one) =>
              t('posting.fromTo', { from: formatDate(one.startsOn), to: formatDate(one.endsOn) }),
          },
          { key: 'decision', header: t('posting.decision'), cell: (one) => one.decision },
          ...(mayRemove
            ? [
                {
                  key: 'actions',
                  header: t('actions'),
                  phone: 'corner' as const,
                  cell: (one: Posting) => (
                    <Button
                      variant="subtle"
                      size="xs"
                      aria-label={t('removeOf', { name: one.host.name })}
                      onClick={() => setRemoving(one)}
                    >
                      {t('remove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <SideDrawer opened={creating} title={t('posting.create')} onClose={() => setCreating(false)}>
        {creating ? <PostingForm detail={detail} onClose={() => setCreating(false)} /> : null}
      </SideDrawer>
      <ConfirmDialog
        opened={removing !== undefined}
        title={t('posting.removeAsk', { school: removing?.host.name ?? '' })}
        confirm={t('remove')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => {
          if (removing) remove.mutate(removing.id);
        }}
        onClose={() => {
          setRemoving(undefined);
          remove.reset();
        }}
      >
        <p style={{ marginTop: 0 }}>{t('posting.removeBody')}</p>
      </ConfirmDialog>
    </Section>
  );
}

function PostingForm({ detail, onClose }: { detail: StaffDetail; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { yearId } = useChosenYearId();
  const form = useDraftForm(`posting.${detail.member.id}`, {
    unit: null as { id: string; name: string } | null,
    periodsPerWeek: '',
    decision: '',
    startsOn: '',
    endsOn: '',
  });
  const { values } = form;
  const labels = {
    unitId: t('posting.host'),
    periodsPerWeek: t('posting.periods'),
    decision: t('posting.decision'),
    startsOn: t('posting.startsOn'),
    endsOn: t('posting.endsOn'),
  };
  const save = useCommand({
    run: (body: Body<'people.createPosting'>, init) =>
      answer(
        api.POST('/api/people/staff/{staffId}/postings', {
          params: { path: { staffId: detail.member.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['people']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('posting.saved') });
      onClose();
    },
  });
  function send() {
    const typed = values.periodsPerWeek.trim().replace(',', '.');
    const found: FieldProblem[] = [
      ...(values.unit ? [] : [{ path: 'unitId', message: t('posting.hostMissing') }]),
      ...(/^\d+(\.[05])?$/.test(typed)
        ? []
        : [{ path: 'periodsPerWeek', message: t('posting.periodsWrong') }]),
      ...(values.decision.trim() ? [] : [{ path: 'decision', message: t('posting.decisionMissing') }]),
      ...(values.startsOn ? [] : [{ path: 'startsOn', message: t('posting.dayMissing') }]),
      ...(values.endsOn ? [] : [{ path: 'endsOn', message: t('posting.dayMissing') }]),
    ];
    save.reset();
    form.refuse(found);
    if (found.length > 0 || !values.unit) return;
    save.mutate(
      {
        unitId: values.unit.id,
        ...(yearId ? { schoolYearId: yearId } : {}),
        periodsPerWeek: Number(typed),
        decision: values.decision,
        startsOn: values.startsOn,
        endsOn: values.endsOn,
      },
      { onError: form.refuse },
    );
  }
  return (
    <Form
      submit={t('save')}
      busy={save.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={labels}
      error={save.error}
      width="100%"
    >
      <UnitPicker
        id="field-unitId"
        label={labels.unitId}
        kind="school"
        chosen={values.unit}
        error={form.problem('unitId')}
        onChoose={(unit) => form.change('unit', unit ? { id: unit.id, name: unit.name } : null)}
      />
      <TextInput
        label={labels.periodsPerWeek}
        description={t('posting.periodsHint')}
        inputMode="decimal"
        {...form.text('periodsPerWeek')}
      />
      <TextInput label={labels.decision} description={t('posting.decisionHint')} {...form.text('decision')} />
      <DateField label={labels.startsOn} {...form.date('startsOn')} />
      <DateField label={labels.endsOn} {...form.date('endsOn')} />
    </Form>
  );
}
