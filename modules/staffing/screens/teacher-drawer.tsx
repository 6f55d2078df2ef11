import { Button, Checkbox, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { Facts, ProblemAlert, Section } from '#platform/ui';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { type DutyKind, dutyKinds, dutyRules } from '../rules/index.ts';
import { type Grid, type LoadLine, shownPeriods } from './grid-model.ts';

/** One teacher: where the norm comes from, what she may teach, her duties, and how to give her one. */
export function TeacherDrawer({
  grid,
  line,
  of,
  onHighlight,
}: {
  grid: Grid;
  line: LoadLine;
  of: { schoolId?: string; schoolYear?: string };
  onHighlight: (() => void) | undefined;
}) {
  const { t } = useTranslation('staffing');
  const may = useMay();
  const { teacher } = line;
  const programme = programmeOfYear(grid.schoolYear);
  const mayGive = grid.mayEdit && may('staffing.createDuty') && !teacher.postedFrom;
  const end = useCommand({
    run: (duty: { id: string; version: number }, init) =>
      answer(
        api.DELETE('/api/staffing/duties/{dutyId}', {
          params: { path: { dutyId: duty.id }, query: { version: duty.version } },
          ...init,
        }),
      ),
    refreshes: [['staffing']],
  });
  const subjects = teacher.qualifications.map(({ subjectCode, strand }) => {
    const subject = findSubject(programme, subjectCode);
    const part = subject?.strands.find(({ code }) => code === strand);
    return part ? `${subject?.name} (${part.name})` : (subject?.name ?? subjectCode);
  });
  return (
    <>
      <Facts
        facts={[
          {
            name: t('teacher.load'),
            value: `${t('loadOf', { load: shownPeriods(line.load), norm: shownPeriods(teacher.norm) })} · ${t(`load.${line.state}`, { periods: shownPeriods(Math.abs(line.surplus)) })}`,
          },
          { name: t('teacher.base'), value: t('periods', { periods: shownPeriods(teacher.base) }) },
          {
            name: t('teacher.reductions'),
            value: teacher.reductions
              .map(({ label, periods }) => `${label} (-${shownPeriods(periods)})`)
              .join(', '),
          },
          {
            name: t('teacher.elsewhere'),
            value: teacher.elsewhere > 0 ? t('periods', { periods: shownPeriods(teacher.elsewhere) }) : null,
          },
          { name: t('teacher.home'), value: teacher.postedFrom },
          {
            name: t('teacher.subjects'),
            value: [...new Set(subjects)].join(', ') || t('teacher.noSubjects'),
          },
        ]}
      />
      {onHighlight ? (
        <Button variant="default" mt="md" onClick={onHighlight}>
          {t('teacher.show')}
        </Button>
      ) : null}
      <Section title={t('teacher.duties')}>
        {teacher.duties.length === 0 && teacher.homerooms.length === 0 ? (
          <p>{t('teacher.noDuties')}</p>
        ) : null}
        <Stack gap="xs">
          {teacher.homerooms.map((name) => (
            <div key={name}>{t('teacher.homeroom', { name })}</div>
          ))}
          {teacher.duties.map((duty) => (
            <Group key={duty.id} justify="space-between" wrap="nowrap">
              <span>
                {dutyRules[duty.kind].name} (-{shownPeriods(duty.periods)})
                {duty.paid ? ` · ${t('teacher.paid')}` : ''}
              </span>
              {mayGive ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  loading={end.isPending}
                  aria-label={t('teacher.endNamed', { name: dutyRules[duty.kind].name })}
                  onClick={() => end.mutate(duty)}
                >
                  {t('teacher.end')}
                </Button>
              ) : null}
            </Group>
          ))}
        </Stack>
        {end.error ? <ProblemAlert error={end.error} /> : null}
      </Section>
      {mayGive ? (
        <Section title={t('teacher.give')}>
          <DutyForm key={teacher.duties.length} staffId={teacher.id} of={of} />
        </Section>
      ) : null}
    </>
  );
}

function DutyForm({ staffId, of }: { staffId: string; of: { schoolId?: string; schoolYear?: string } }) {
  const { t } = useTranslation('staffing');
  const [kind, setKind] = useState<DutyKind>();
  const [periods, setPeriods] = useState<number | string>('');
  const [paid, setPaid] = useState(false);
  const [note, setNote] = useState('');
  const give = useCommand({
    run: (body: { kind: DutyKind; periods: number }, init) =>
      answer(
        api.POST('/api/staffing/duties', {
          body: { ...of, staffId, ...body, paid, note: note.trim() || null },
          ...init,
        }),
      ),
    refreshes: [['staffing']],
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (kind) give.mutate({ kind, periods: Number(periods) || 0 });
      }}
    >
      <Stack gap="sm">
        {give.error ? <ProblemAlert error={give.error} /> : null}
        <Select
          label={t('teacher.duty')}
          data={dutyKinds.map((value) => ({ value, label: dutyRules[value].name }))}
          value={kind ?? null}
          searchable
          onChange={(value) => {
            const chosen = dutyKinds.find((one) => one === value);
            setKind(chosen);
            if (chosen) setPeriods(dutyRules[chosen].reduction);
          }}
        />
        <NumberInput
          label={t('teacher.periods')}
          description={kind ? dutyRules[kind].source : undefined}
          value={periods}
          min={0}
          max={19}
          step={0.5}
          decimalSeparator=","
          onChange={setPeriods}
        />
        <Checkbox
          label={t('teacher.isPaid')}
          checked={paid}
          onChange={(event) => setPaid(event.currentTarget.checked)}
        />
        <TextInput
          label={t('teacher.note')}
          value={note}
          maxLength={300}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={!kind}
          loading={give.isPending}
          style={{ justifySelf: 'start' }}
        >
          {t('teacher.save')}
        </Button>
      </Stack>
    </form>
  );
}
