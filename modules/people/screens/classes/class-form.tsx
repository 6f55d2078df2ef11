import { Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { type FieldProblem, Form, toast, useDraftForm } from '#platform/ui';
import { programmes } from '#reference/curriculum-2018';
import { type ClassKind, classKinds, classLimit, gradesTaught } from '../../rules/school-class.ts';
import type { Body, ClassLine, ClassList } from '../answers.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';

type Fields = Omit<Body<'people.updateClass'>, 'version'>;

/** A class, new or changed. */
export function ClassForm({
  school,
  schoolYearId,
  current,
  onClose,
}: {
  school: ClassList['school'];
  schoolYearId: string;
  current: ClassLine | undefined;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation('people');
  const form = useDraftForm(current ? `class.${current.id}` : `class.new.${schoolYearId}`, {
    grade: current ? String(current.grade) : '',
    name: current?.name ?? '',
    kind: current?.kind ?? ('ordinary' as string),
    specialisedSubject: current?.specialisedSubject ?? '',
    siteId: current?.siteId ?? '',
    roomId: current?.roomId ?? '',
    homeroomStaffId: current?.homeroomStaffId ?? '',
    twoSessions: current?.twoSessions ?? false,
  });
  const { values } = form;
  const choices = useChoices(school.id, schoolYearId);
  const labels = {
    grade: t('class.grade'),
    name: t('class.name'),
    kind: t('class.kind'),
    specialisedSubject: t('class.specialisedSubject'),
    siteId: t('class.site'),
    roomId: t('class.room'),
    homeroomStaffId: t('class.homeroom'),
  };
  const save = useCommand({
    run: async (input: Fields & { version: number }, init) => {
      const { version, ...body } = input;
      if (current) {
        await answer(
          api.PUT('/api/people/classes/{classId}', {
            params: { path: { classId: current.id } },
            body: { ...body, version },
            ...init,
          }),
        );
      } else await answer(api.POST('/api/people/classes', { body: { ...body, schoolYearId }, ...init }));
      return body.name;
    },
    refreshes: [['people'], ['pupils']],
    onDone: (name) => {
      form.clear();
      toast({ tone: 'done', text: t('class.saved', { name }) });
      onClose();
    },
  });
  function send(version = current?.version ?? 0) {
    const found: FieldProblem[] = [
      ...(values.grade ? [] : [{ path: 'grade', message: t('class.gradeMissing') }]),
      ...(values.name.trim() ? [] : [{ path: 'name', message: t('class.nameMissing') }]),
    ];
    save.reset();
    form.refuse(found);
    if (found.length > 0) return;
    const kind = values.kind as ClassKind;
    const fields: Fields = {
      grade: Number(values.grade),
      name: values.name,
      kind,
      specialisedSubject: kind === 'specialised' ? values.specialisedSubject || null : null,
      siteId: values.siteId || null,
      roomId: values.roomId || null,
      homeroomStaffId: values.homeroomStaffId || null,
      twoSessions: values.twoSessions,
    };
    save.mutate({ ...fields, version }, { onError: form.refuse });
  }
  const grades = gradesTaught(school);
  const limit = classLimit({ kind: values.kind as ClassKind, schoolKind: school.schoolKind });
  const subjects = programmes.at(-1)?.subjects.filter(({ specialised }) => specialised) ?? [];
  const nameIn = (list: readonly { value: string; label: string }[], id: string | null) =>
    list.find(({ value }) => value === id)?.label ?? '';
  const inWords = (one: Fields) =>
    [
      `${labels.name}: ${one.name}`,
      `${labels.grade}: ${one.grade}`,
      `${labels.kind}: ${t(`classKind.${one.kind}`)}`,
      `${labels.homeroomStaffId}: ${nameIn(choices.staff, one.homeroomStaffId)}`,
      `${labels.roomId}: ${nameIn(choices.rooms, one.roomId)}`,
      `${labels.siteId}: ${nameIn(choices.sites, one.siteId)}`,
      `${t('class.twoSessions')}: ${one.twoSessions ? t('yes') : t('no')}`,
    ].join('\n');
  return (
    <Form
      submit={t('save')}
      busy={save.isPending}
      onSubmit={() => send()}
      onCancel={onClose}
      problems={form.problems}
      labels={labels}
      error={save.error}
      width="100%"
    >
      <Select
        id="field-grade"
        label={labels.grade}
        data={grades.map((grade) => ({ value: String(grade), label: t('class.gradeOf', { grade }) }))}
        value={values.grade || null}
        error={form.problem('grade')}
        comboboxProps={{ withinPortal: false }}
        onChange={(grade) => form.change('grade', grade ?? '')}
      />
      <TextInput label={labels.name} description={t('class.nameHint')} {...form.text('name')} />
      <Select
        id="field-kind"
        label={labels.kind}
        description={t('class.limitSource', { limit: limit.pupils, source: limit.source })}
        data={classKinds.map((kind) => ({ value: kind, label: t(`classKind.${kind}`) }))}
        value={values.kind}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(kind) => form.change('kind', kind ?? 'ordinary')}
      />
      {values.kind === 'specialised' ? (
        <Select
          id="field-specialisedSubject"
          label={labels.specialisedSubject}
          data={subjects.map(({ code, name, englishName }) => ({
            value: code,
            label: i18n.language === 'en' ? englishName : name,
          }))}
          value={values.specialisedSubject || null}
          error={form.problem('specialisedSubject')}
          comboboxProps={{ withinPortal: false }}
          onChange={(code) => form.change('specialisedSubject', code ?? '')}
        />
      ) : null}
      <Choice
        label={labels.homeroomStaffId}
        data={choices.staff}
        value={values.homeroomStaffId}
        known={{ id: current?.homeroomStaffId, name: current?.homeroomName }}
        error={form.problem('homeroomStaffId')}
        onChange={(id) => form.change('homeroomStaffId', id)}
      />
      <Choice
        label={labels.roomId}
        data={choices.rooms}
        value={values.roomId}
        known={{ id: current?.roomId, name: current?.roomName }}
        error={form.problem('roomId')}
        onChange={(id) => form.change('roomId', id)}
      />
      {choices.sites.length > 1 ? (
        <Choice
          label={labels.siteId}
          data={choices.sites}
          value={values.siteId}
          known={{ id: current?.siteId, name: current?.siteName }}
          error={form.problem('siteId')}
          onChange={(id) => form.change('siteId', id)}
        />
      ) : null}
      <Checkbox
        label={t('class.twoSessions')}
        checked={values.twoSessions}
        onChange={(event) => form.change('twoSessions', event.currentTarget.checked)}
      />
      <ChangedMeanwhile<Fields & { version: number }>
        error={save.error}
        mine={inWords({
          ...values,
          grade: Number(values.grade),
          kind: values.kind as ClassKind,
          specialisedSubject: null,
        })}
        inWords={inWords}
        onTakeTheirs={() => {
          form.clear();
          onClose();
        }}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </Form>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function useChoices(
  unitId: string,
  schoolYearId: string,
): { staff: readonly Option[]; rooms: readonly Option[]; sites: readonly Option[] } {
  const { t } = useTranslation('people');
  const staff = useQuery({
    queryKey: ['people', 'staff', 'choices', unitId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/staff', { params: { query: { unitId, limit: 500 } }, signal })),
  });
  const rooms = useQuery({
    queryKey: ['people', 'rooms', { unitId, schoolYearId }],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/rooms', { params: { query: { unitId, schoolYearId } }, signal })),
  });
  const unit = useQuery({
    queryKey: ['units', 'one', unitId],
    queryFn: ({ signal }) => answer(api.GET('/api/units/{unitId}', { params: { path: { unitId } }, signal })),
  });
  return {
    staff: (staff.data?.items ?? []).map((one) => ({
      value: one.id,
      label:
        one.homeroomOf.length > 0
          ? t('class.homeroomAlready', { name: one.shownName, classes: one.homeroomOf.join(', ') })
          : one.shownName,
    })),
    rooms: (rooms.data?.items ?? [])
      .filter(({ closedOn }) => closedOn === null)
      .map((one) => ({
        value: one.id,
        label:
          one.capacity === null ? one.name : t('room.withSeats', { name: one.name, seats: one.capacity }),
      })),
    sites: (unit.data?.sites ?? []).map((one) => ({ value: one.id, label: one.name })),
  };
}

/** A searchable choice that may be none; what is chosen is shown although it may no longer be offered. */
function Choice({
  label,
  data,
  value,
  known,
  error,
  onChange,
}: {
  label: string;
  data: readonly Option[];
  value: string;
  known: { id: string | null | undefined; name: string | null | undefined };
  error: string | undefined;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation('people');
  const isOffered = data.some((option) => option.value === known.id);
  return (
    <Select
      label={label}
      placeholder={t('none')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clearOf', { name: label }) }}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={t('nothingFound')}
      data={known.id && !isOffered ? [{ value: known.id, label: known.name ?? '' }, ...data] : [...data]}
      value={value || null}
      error={error}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
