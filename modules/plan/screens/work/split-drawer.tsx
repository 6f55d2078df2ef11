import { Checkbox, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import {
  DateField,
  EmptyState,
  Form,
  ProblemAlert,
  SideDrawer,
  toast,
  toggled,
  useDraftForm,
} from '#platform/ui';
import styles from './work.module.css';
import type { AssignmentDetail } from './work-words.ts';

/** Gives parts of an assignment to units below or to persons; says how many, and what is there already. */
export function SplitDrawer({
  opened,
  detail,
  onClose,
}: {
  opened: boolean;
  detail: AssignmentDetail;
  onClose: () => void;
}) {
  const { t } = useTranslation('work');
  return (
    <SideDrawer opened={opened} title={t('split.title')} onClose={onClose}>
      {opened ? <SplitForm detail={detail} onClose={onClose} /> : null}
    </SideDrawer>
  );
}

function SplitForm({ detail, onClose }: { detail: AssignmentDetail; onClose: () => void }) {
  const { t } = useTranslation('work');
  const { assignment } = detail;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const form = useDraftForm(`split.${assignment.id}`, { note: '', dueOn: assignment.dueOn });
  const targets = useQuery({
    queryKey: ['plan', 'split-targets', assignment.id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/assignments/{assignmentId}/split-targets', {
          params: { path: { assignmentId: assignment.id } },
          signal,
        }),
      ),
  });
  const split = useCommand({
    run: (
      input: {
        targets: { unitId: string; role: string; accountId: string | null; dueOn: string }[];
        note: string;
      },
      init,
    ) =>
      answer(
        api.POST('/api/plan/assignments/{assignmentId}/split', {
          params: { path: { assignmentId: assignment.id } },
          body: { targets: input.targets, ...(input.note ? { note: input.note } : {}) },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: ({ asked, done }) => {
      form.clear();
      toast({ tone: done === asked ? 'done' : 'due', text: t('split.done', { asked, done }) });
      onClose();
    },
  });
  if (targets.error) return <ProblemAlert error={targets.error} onRetry={() => void targets.refetch()} />;
  if (!targets.data) return null;
  const options = [
    ...targets.data.units.map((unit) => ({
      key: `unit ${unit.id}`,
      label: unit.name,
      given: detail.parts.some((part) => part.unit.id === unit.id && !part.account),
      target: { unitId: unit.id, role: unit.role, accountId: null as string | null },
    })),
    ...targets.data.people.map((person) => ({
      key: `person ${person.accountId} ${person.unitId} ${person.role}`,
      label: t('split.person', {
        name: person.name,
        role: t(`shell:role.${person.role}`),
        unit: person.unitName,
      }),
      given: detail.parts.some((part) => part.account?.id === person.accountId),
      target: { unitId: person.unitId, role: person.role, accountId: person.accountId as string | null },
    })),
  ];
  if (options.length === 0)
    return <EmptyState title={t('split.nobody')}>{t('split.nobodyDetail')}</EmptyState>;

  function send() {
    const picked = options.filter((option) => chosen.has(option.key));
    const missing = [
      ...(picked.length === 0 ? [{ path: 'targets', message: t('split.chooseSomebody') }] : []),
      ...(form.values.dueOn < assignment.startsOn
        ? [{ path: 'dueOn', message: t('split.dueTooEarly', { startsOn: formatDate(assignment.startsOn) }) }]
        : []),
    ];
    form.refuse(missing);
    if (missing.length > 0) return;
    split.mutate(
      {
        targets: picked.map(({ target }) => ({ ...target, dueOn: form.values.dueOn })),
        note: form.values.note.trim(),
      },
      { onError: form.refuse },
    );
  }

  return (
    <Form
      submit={t('split.send', { count: chosen.size })}
      busy={split.isPending}
      error={split.error}
      problems={form.problems}
      onSubmit={send}
      onCancel={onClose}
      width="100%"
    >
      <fieldset className={styles.people} style={{ border: 0, margin: 0 }}>
        <legend>{t('split.to')}</legend>
        {options.map((option) => (
          <Checkbox
            key={option.key}
            label={option.given ? t('split.given', { name: option.label }) : option.label}
            disabled={option.given}
            checked={option.given || chosen.has(option.key)}
            onChange={() => setChosen(toggled(chosen, option.key))}
          />
        ))}
      </fieldset>
      <DateField label={t('split.due')} min={assignment.startsOn} {...form.date('dueOn')} />
      <Textarea label={t('split.note')} autosize minRows={2} maxLength={5000} {...form.text('note')} />
    </Form>
  );
}
