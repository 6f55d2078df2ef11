import { Checkbox, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Form, Notice, toast, useDraftForm } from '#platform/ui';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import { type Choice, type ChoiceKind, choicePeriods, choiceProblems, linesOfGrade } from '../rules/index.ts';

export type ClassChoices =
  operations['curriculum.listClassChoices']['responses'][200]['content']['application/json']['classes'][number];

/** Choices of a class: ticks for each kind, own periods with a reason, and the same for other classes of the grade. */
export function ChoicesForm({
  programme,
  schoolClass,
  classes,
  mayEdit,
  onClose,
}: {
  programme: Programme;
  schoolClass: ClassChoices;
  classes: readonly ClassChoices[];
  mayEdit: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('curriculum');
  // Begun from what the class has now: a draft of other choices is another one.
  const begun = schoolClass.choices.map(({ kind, subjectCode, periods }) =>
    [kind, subjectCode, periods].join(''),
  );
  const form = useDraftForm(`class-choices.${schoolClass.classId}.${begun.join('.')}`, {
    choices: schoolClass.choices as readonly Choice[],
    also: [] as string[],
  });
  const { choices, also } = form.values;
  const setChoices = (chosen: readonly Choice[]) => form.change('choices', chosen);
  const problems = choiceProblems(programme, schoolClass, choices);
  const offered = (['elective', 'topic', 'optional'] as const)
    .map((kind) => ({ kind, lines: linesOfGrade(programme, schoolClass.grade, kind) }))
    .filter(({ lines }) => lines.length > 0);
  const name = (code: string) => findSubject(programme, code)?.name ?? code;
  const save = useCommand({
    run: (wanted: readonly Choice[], init) =>
      answer(
        api.PUT('/api/curriculum/class-choices', {
          body: {
            classes: classes
              .filter(({ classId }) => classId === schoolClass.classId || also.includes(classId))
              .map((one) => ({ classId: one.classId, seen: one.choices, choices: [...wanted] })),
          },
          ...init,
        }),
      ),
    refreshes: [['curriculum'], ['staffing']],
    onDone: (done) => {
      form.clear();
      toast({ tone: 'done', text: t('choices.saved', { count: done.classes.length }) });
      onClose();
    },
  });

  function toggle(kind: ChoiceKind, subjectCode: string, on: boolean) {
    const others = choices.filter((one) => one.kind !== kind || one.subjectCode !== subjectCode);
    setChoices(on ? [...others, { kind, subjectCode, periods: null, reason: null }] : others);
  }
  const change = (choice: Choice, part: Partial<Choice>) =>
    setChoices(
      choices.map((one) =>
        one.kind === choice.kind && one.subjectCode === choice.subjectCode ? { ...one, ...part } : one,
      ),
    );

  return (
    <Form
      submit={t('choices.save')}
      busy={save.isPending}
      onSubmit={() =>
        mayEdit && problems.length === 0 ? save.mutate(choices, { onError: form.refuse }) : undefined
      }
      onCancel={() => {
        form.clear();
        onClose();
      }}
      error={save.error}
      problems={form.problems}
    >
      {problems.length > 0 ? (
        <Notice tone="due">
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {[...new Set(problems.map(({ message }) => message))].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {offered.map(({ kind, lines }) => (
        <fieldset key={kind} style={{ margin: 0, padding: 0, border: 0 }}>
          <legend style={{ padding: 0, marginBottom: 8, fontWeight: 600 }}>
            {t(`kind.${kind}`)}{' '}
            {kind === 'optional'
              ? null
              : t('choices.count', {
                  count: choices.filter((one) => one.kind === kind).length,
                  of: kind === 'elective' ? programme.electivesToChoose : programme.topicClustersToChoose,
                })}
          </legend>
          <Stack gap="xs">
            {lines.map(({ subjectCode, periods }) => (
              <Checkbox
                key={subjectCode}
                label={t('choices.option', { name: name(subjectCode), periods })}
                disabled={!mayEdit}
                checked={choices.some((one) => one.kind === kind && one.subjectCode === subjectCode)}
                onChange={(event) => toggle(kind, subjectCode, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        </fieldset>
      ))}
      {schoolClass.specialisedSubject ? (
        <Checkbox
          label={t('choices.ownExtension', { name: name(schoolClass.specialisedSubject) })}
          disabled={!mayEdit}
          checked={choices.some(({ kind }) => kind === 'specialised')}
          onChange={(event) =>
            toggle('specialised', schoolClass.specialisedSubject ?? '', event.currentTarget.checked)
          }
        />
      ) : null}
      {choices
        .filter(({ kind }) => kind === 'optional' || kind === 'specialised')
        .map((choice) => (
          <div key={`${choice.kind} ${choice.subjectCode}`}>
            <NumberInput
              id={`field-periods-${choice.kind}-${choice.subjectCode}`}
              label={t('choices.periods', { name: name(choice.subjectCode) })}
              description={t('choices.byProgramme', {
                periods: choicePeriods(programme, schoolClass, { ...choice, periods: null }) ?? 0,
              })}
              disabled={!mayEdit}
              min={1}
              max={350}
              allowDecimal={false}
              value={choice.periods ?? ''}
              onChange={(value) => change(choice, { periods: value === '' ? null : Number(value) })}
            />
            {choice.periods === null ? null : (
              <TextInput
                id={`field-reason-${choice.kind}-${choice.subjectCode}`}
                mt="xs"
                label={t('choices.reason')}
                disabled={!mayEdit}
                maxLength={300}
                value={choice.reason ?? ''}
                onChange={(event) => change(choice, { reason: event.currentTarget.value || null })}
              />
            )}
          </div>
        ))}
      {mayEdit ? (
        <MultiSelect
          id="field-also"
          label={t('choices.also')}
          description={t('choices.alsoWhy')}
          searchable
          data={classes
            .filter(
              (one) =>
                one.classId !== schoolClass.classId &&
                one.grade === schoolClass.grade &&
                one.specialisedSubject === schoolClass.specialisedSubject,
            )
            .map((one) => ({ value: one.classId, label: one.name }))}
          value={also}
          onChange={(ids) => form.change('also', ids)}
        />
      ) : (
        <p>{t('choices.readOnly')}</p>
      )}
    </Form>
  );
}
