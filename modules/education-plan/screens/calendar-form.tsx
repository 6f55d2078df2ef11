import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { DateField, ProblemAlert, toast } from '#platform/ui';
import type { PlanWhole } from './answer-of.ts';

const fields = ['lessonsFrom', 'semester1To', 'semester2From', 'lessonsTo'] as const;

/** First and last days of teaching, within the province's frame. */
export function CalendarForm({ plan }: { plan: PlanWhole['plan'] }) {
  const { t } = useTranslation('education-plan');
  const [days, setDays] = useState(plan.calendar);
  const save = useCommand({
    run: (calendar: typeof days, init) =>
      answer(
        api.PATCH('/api/education-plans/{planId}', {
          params: { path: { planId: plan.id } },
          body: { version: plan.version, ...calendar },
          ...init,
        }),
      ),
    refreshes: [['education-plan']],
    onDone: () => toast({ tone: 'done', text: t('rows.saved') }),
  });
  const changed = fields.some((field) => days[field] !== plan.calendar[field]);
  return (
    <>
      {save.error ? <ProblemAlert error={save.error} /> : null}
      <Group gap="sm" align="flex-end">
        {fields.map((field) => (
          <DateField
            key={field}
            w={160}
            label={t(`calendar.${field}`)}
            value={days[field]}
            onChange={(day) => day && setDays({ ...days, [field]: day })}
          />
        ))}
        <Button
          variant="default"
          disabled={!changed}
          loading={save.isPending}
          onClick={() => save.mutate(days)}
        >
          {t('rows.save')}
        </Button>
      </Group>
    </>
  );
}
