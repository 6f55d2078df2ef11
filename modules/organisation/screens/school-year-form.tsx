import { Button, Checkbox, Group, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { DateField, type FieldProblem, Form, toast, useDraftForm } from '#platform/ui';

type YearWithWeeks =
  operations['organisation.getSchoolYear']['responses'][200]['content']['application/json'];
type Body = operations['organisation.setSchoolYear']['requestBody']['content']['application/json'];

const dateNames = ['startsOn', 'opensOn', 'endsOn'] as const;

/** The name after '2025-2026' is '2026-2027'. */
function yearAfter(name: string | undefined): string {
  const start = Number(name?.slice(5));
  return start ? `${start}-${start + 1}` : '';
}

/** Dates of a school year from the province's decision; the weeks are counted by the server. */
export function SchoolYearForm({
  year,
  latest,
  onClose,
}: {
  year: YearWithWeeks | undefined;
  latest: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('organisation');
  const given = year?.schoolYear;
  const form = useDraftForm(`school-year.${given?.id ?? 'new'}`, {
    name: given?.name ?? yearAfter(latest),
    startsOn: given?.startsOn ?? '',
    opensOn: given?.opensOn ?? '',
    endsOn: given?.endsOn ?? '',
    // Circular on the school year: 18 and 17 weeks unless the province decides otherwise.
    semester1Weeks: year?.semesters[0]?.weeks ?? 18,
    semester2Weeks: year?.semesters[1]?.weeks ?? 17,
    breaks: (given?.breaks ?? []).map((pause) => ({
      name: pause.name,
      from: pause.from,
      to: pause.to,
    })),
    isCurrent: given?.isCurrent ?? false,
    sourceNote: given?.sourceNote ?? '',
  });
  const { values } = form;
  const labels = {
    name: t('year.name'),
    startsOn: t('year.startsOn'),
    opensOn: t('year.opens'),
    endsOn: t('year.endsOn'),
    sourceNote: t('year.source'),
  };
  const save = useCommand({
    run: ({ name, body }: { name: string; body: Body }, init) =>
      answer(api.PUT('/api/school-years/{name}', { params: { path: { name } }, body, ...init })),
    refreshes: [['school-years'], ['me']],
    onDone: (saved) => {
      form.clear();
      toast(
        saved.warnings.length > 0
          ? {
              tone: 'due',
              text: t('year.savedWith', { name: saved.schoolYear.name, warnings: saved.warnings.join(' ') }),
            }
          : { tone: 'done', text: t('year.saved', { name: saved.schoolYear.name }) },
      );
      onClose();
    },
  });

  function send() {
    const { startsOn, opensOn, endsOn } = values;
    const pauses = values.breaks.map((pause) => ({ ...pause, name: pause.name.trim() }));
    const found: FieldProblem[] = [
      ...(/^\d{4}-\d{4}$/.test(values.name.trim()) ? [] : [{ path: 'name', message: t('year.nameWrong') }]),
      ...dateNames
        .filter((name) => !values[name])
        .map((name) => ({ path: name, message: t('year.dateWrong') })),
      ...(values.sourceNote.trim() ? [] : [{ path: 'sourceNote', message: t('year.sourceMissing') }]),
      ...pauses.flatMap((pause, at) =>
        pause.name && pause.from && pause.to ? [] : [{ path: `breaks.${at}`, message: t('year.breakWrong') }],
      ),
    ];
    save.reset();
    form.refuse(found);
    if (found.length > 0) return;
    save.mutate(
      {
        name: values.name.trim(),
        body: {
          ...(given ? { version: given.version } : {}),
          startsOn,
          opensOn,
          endsOn,
          semester1Weeks: Number(values.semester1Weeks),
          semester2Weeks: Number(values.semester2Weeks),
          breaks: pauses,
          isCurrent: values.isCurrent,
          sourceNote: values.sourceNote,
        },
      },
      { onError: form.refuse },
    );
  }

  function changeBreak(at: number, change: Partial<(typeof values.breaks)[number]>) {
    form.change(
      'breaks',
      values.breaks.map((pause, index) => (index === at ? { ...pause, ...change } : pause)),
    );
  }

  return (
    <Form
      submit={t('unit.save')}
      busy={save.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={labels}
      error={save.error}
    >
      <TextInput
        label={labels.name}
        placeholder="2026-2027"
        readOnly={given !== undefined}
        {...form.text('name')}
      />
      {dateNames.map((name) => (
        <DateField key={name} label={labels[name]} {...form.date(name)} />
      ))}
      <Group grow>
        <NumberInput
          label={t('year.weeks1')}
          min={1}
          max={30}
          value={values.semester1Weeks}
          onChange={(weeks) => form.change('semester1Weeks', Number(weeks))}
        />
        <NumberInput
          label={t('year.weeks2')}
          min={1}
          max={30}
          value={values.semester2Weeks}
          onChange={(weeks) => form.change('semester2Weeks', Number(weeks))}
        />
      </Group>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend style={{ fontWeight: 500 }}>{t('year.breaks')}</legend>
        {values.breaks.map((pause, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are saved.
          <Group key={at} gap="xs" align="flex-end" mb="xs">
            <TextInput
              id={`field-breaks.${at}`}
              label={t('year.breakName')}
              value={pause.name}
              error={form.problem(`breaks.${at}`)}
              onChange={(event) => changeBreak(at, { name: event.currentTarget.value })}
              style={{ flex: '1 1 160px' }}
            />
            <DateField
              label={t('year.breakFrom')}
              w={174}
              value={pause.from || null}
              onChange={(day) => changeBreak(at, { from: day ?? '' })}
            />
            <DateField
              label={t('year.breakTo')}
              w={174}
              value={pause.to || null}
              onChange={(day) => changeBreak(at, { to: day ?? '' })}
            />
            <Button
              variant="subtle"
              size="xs"
              aria-label={t('year.breakRemoveOf', { name: pause.name })}
              onClick={() =>
                form.change(
                  'breaks',
                  values.breaks.filter((_, index) => index !== at),
                )
              }
            >
              {t('site.remove')}
            </Button>
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          onClick={() => form.change('breaks', [...values.breaks, { name: '', from: '', to: '' }])}
        >
          {t('year.breakAdd')}
        </Button>
      </fieldset>
      <Checkbox
        label={t('year.isCurrent')}
        checked={values.isCurrent}
        onChange={(event) => form.change('isCurrent', event.currentTarget.checked)}
      />
      <Textarea
        label={labels.sourceNote}
        description={t('year.sourceHint')}
        autosize
        minRows={2}
        {...form.text('sourceNote')}
      />
    </Form>
  );
}
