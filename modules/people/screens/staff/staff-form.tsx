import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Radio,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, type FieldProblem, Form, toast, useDraftForm } from '#platform/ui';
import {
  type Basis,
  bases,
  type Employment,
  employments,
  type Post,
  posts,
  type Qualification,
  qualifications,
} from '../../rules/staff.ts';
import type { Body, StaffDetail } from '../answers.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { strandsOf, useSubjectName, useSubjects } from './subjects.ts';

type Fields = Omit<Body<'people.updateStaff'>, 'version'>;
type Subject = Fields['subjects'][number] & { key: string };

function valuesOf(detail: StaffDetail | undefined) {
  const member = detail?.member;
  return {
    fullName: member?.fullName ?? '',
    sex: (member?.sex ?? '') as string,
    birthDate: detail?.personal?.birthDate ?? '',
    code: member?.code ?? '',
    post: (member?.post ?? 'teacher') as string,
    employment: (member?.employment ?? 'tenured') as string,
    qualification: (member?.qualification ?? 'bachelor') as string,
    teacherTrained: member?.teacherTrained ?? true,
    onProbation: detail?.personal?.onProbation ?? false,
    infantUntil: detail?.personal?.infantUntil ?? '',
    phone: member?.phone ?? '',
    email: member?.email ?? '',
    teamId: member?.team?.id ?? '',
    joinedOn: member?.joinedOn ?? '',
    subjects: (detail?.subjects ?? []).map(
      (one): Subject => ({ ...one, key: `${one.subjectCode} ${one.strand}` }),
    ),
  };
}

function fieldsOf(values: ReturnType<typeof valuesOf>): Fields {
  return {
    fullName: values.fullName,
    sex: values.sex === 'female' ? 'female' : 'male',
    birthDate: values.birthDate,
    code: values.code.trim() || null,
    post: values.post as Post,
    employment: values.employment as Employment,
    qualification: values.qualification as Qualification,
    teacherTrained: values.teacherTrained,
    onProbation: values.onProbation,
    infantUntil: values.sex === 'female' ? values.infantUntil || null : null,
    phone: values.phone.replaceAll(/[\s.]/g, '') || null,
    email: values.email.trim() || null,
    teamId: values.teamId || null,
    joinedOn: values.joinedOn,
    subjects: values.subjects.map(({ key: _, ...one }) => one),
  };
}

/** A staff record, new or changed. */
export function StaffForm({
  unitId,
  detail,
  onClose,
}: {
  unitId: string;
  detail: StaffDetail | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const current = detail?.member;
  const form = useDraftForm(current ? `staff.${current.id}` : `staff.new.${unitId}`, valuesOf(detail));
  const { values } = form;
  const subjectName = useSubjectName();
  const unit = useQuery({
    queryKey: ['units', 'one', unitId],
    queryFn: ({ signal }) => answer(api.GET('/api/units/{unitId}', { params: { path: { unitId } }, signal })),
  });
  const teams = (unit.data?.below ?? [])
    .filter(({ kind }) => kind === 'subjectTeam')
    .filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at);
  const labels = {
    fullName: t('staff.fullName'),
    sex: t('staff.sex'),
    birthDate: t('staff.birthDate'),
    code: t('staff.code'),
    post: t('staff.post'),
    employment: t('staff.employment'),
    qualification: t('staff.qualification'),
    infantUntil: t('staff.infantUntil'),
    phone: t('staff.phone'),
    email: t('staff.email'),
    teamId: t('staff.team'),
    joinedOn: t('staff.joinedOn'),
    subjects: t('staff.subjects'),
  };
  const save = useCommand({
    run: async ({ version, ...body }: Fields & { version: number }, init) => {
      if (!current) return (await answer(api.POST('/api/people/staff', { body, ...init }))).id;
      await answer(
        api.PUT('/api/people/staff/{staffId}', {
          params: { path: { staffId: current.id } },
          body: { ...body, version },
          ...init,
        }),
      );
      return current.id;
    },
    refreshes: [['people']],
    onDone: (id, input) => {
      form.clear();
      toast({ tone: 'done', text: t('staff.saved', { name: input.fullName }) });
      onClose();
      if (!current) void navigate({ to: `/doi-ngu/${id}` });
    },
  });
  function send(version = current?.version ?? 0) {
    const required = ['fullName', 'sex', 'birthDate', 'joinedOn'] as const;
    const found: FieldProblem[] = required
      .filter((name) => !values[name].trim())
      .map((name) => ({ path: name, message: t(`staffMissing.${name}`) }));
    save.reset();
    form.refuse(found);
    if (found.length > 0) return;
    save.mutate({ ...fieldsOf(values), version }, { onError: form.refuse });
  }
  const inWords = (one: Fields) =>
    [
      `${labels.fullName}: ${one.fullName}`,
      `${labels.birthDate}: ${one.birthDate ? formatDate(one.birthDate) : ''}`,
      `${labels.post}: ${t(`post.${one.post}`)}`,
      `${labels.employment}: ${t(`employment.${one.employment}`)}`,
      `${labels.qualification}: ${t(`qualification.${one.qualification}`)}`,
      `${labels.teamId}: ${teams.find(({ id }) => id === one.teamId)?.name ?? ''}`,
      `${labels.phone}: ${one.phone ?? ''}`,
      `${labels.email}: ${one.email ?? ''}`,
      `${labels.subjects}: ${one.subjects.map(({ subjectCode, strand }) => subjectName(subjectCode, strand ?? '')).join(', ')}`,
    ].join('\n');
  const choose = (name: 'post' | 'employment' | 'qualification', options: readonly string[]) => ({
    id: `field-${name}`,
    label: labels[name],
    data: options.map((value) => ({ value, label: t(`${name}.${value}`) })),
    value: values[name],
    allowDeselect: false,
    comboboxProps: { withinPortal: false },
    onChange: (value: string | null) => form.change(name, value ?? values[name]),
  });
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
      <TextInput label={labels.fullName} autoComplete="off" {...form.text('fullName')} />
      <Radio.Group
        label={labels.sex}
        value={values.sex}
        error={form.problem('sex')}
        onChange={(sex) => form.change('sex', sex)}
      >
        <Group gap="lg" mt={4}>
          <Radio value="female" label={t('sex.female')} id="field-sex" />
          <Radio value="male" label={t('sex.male')} />
        </Group>
      </Radio.Group>
      <DateField label={labels.birthDate} {...form.date('birthDate')} />
      <TextInput label={labels.code} description={t('staff.codeHint')} {...form.text('code')} />
      <Select {...choose('post', posts)} />
      <Select
        id="field-teamId"
        label={labels.teamId}
        placeholder={t('none')}
        clearable
        clearButtonProps={{ 'aria-label': t('clearOf', { name: labels.teamId }) }}
        comboboxProps={{ withinPortal: false }}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.teamId || null}
        error={form.problem('teamId')}
        onChange={(id) => form.change('teamId', id ?? '')}
      />
      <Select {...choose('employment', employments)} />
      <Select {...choose('qualification', qualifications)} />
      <Stack gap="xs">
        <Checkbox
          label={t('staff.teacherTrained')}
          checked={values.teacherTrained}
          onChange={(event) => form.change('teacherTrained', event.currentTarget.checked)}
        />
        <Checkbox
          label={t('staff.onProbation')}
          checked={values.onProbation}
          onChange={(event) => form.change('onProbation', event.currentTarget.checked)}
        />
      </Stack>
      {values.sex === 'female' ? (
        <DateField
          label={labels.infantUntil}
          description={t('staff.infantHint')}
          {...form.date('infantUntil')}
        />
      ) : null}
      <DateField label={labels.joinedOn} {...form.date('joinedOn')} />
      <TextInput label={labels.phone} inputMode="tel" {...form.text('phone')} />
      <TextInput label={labels.email} inputMode="email" {...form.text('email')} />
      <SubjectFields
        subjects={values.subjects}
        levels={{ lower: unit.data?.unit.teachesLower ?? true, upper: unit.data?.unit.teachesUpper ?? false }}
        problem={form.problem}
        onChange={(subjects) => form.change('subjects', subjects)}
      />
      <ChangedMeanwhile<Fields & { version: number }>
        error={save.error}
        mine={inWords(fieldsOf(values))}
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

/** The subjects somebody may teach: one line each, a strand of an integrated subject on its own. */
function SubjectFields({
  subjects,
  levels,
  problem,
  onChange,
}: {
  subjects: readonly Subject[];
  levels: { lower: boolean; upper: boolean };
  problem: (name: string) => string | undefined;
  onChange: (subjects: Subject[]) => void;
}) {
  const { t } = useTranslation('people');
  const offered = useSubjects();
  const subjectName = useSubjectName();
  const change = (at: number, some: Partial<Subject>) =>
    onChange(subjects.map((one, index) => (index === at ? { ...one, ...some } : one)));
  return (
    <Fieldset legend={t('staff.subjects')}>
      <Stack gap="sm">
        {subjects.map((one, at) => {
          const strands = strandsOf(one.subjectCode);
          return (
            <Stack key={one.key} gap={6} pb="xs" style={{ borderBottom: '1px solid var(--hb-line)' }}>
              <Group align="flex-end" wrap="nowrap" gap="sm">
                <Select
                  label={t('staff.subject')}
                  style={{ flex: 1 }}
                  searchable
                  allowDeselect={false}
                  comboboxProps={{ withinPortal: false }}
                  nothingFoundMessage={t('nothingFound')}
                  data={offered}
                  value={one.subjectCode || null}
                  error={problem(`subjects.${at}.subjectCode`)}
                  onChange={(code) => change(at, { subjectCode: code ?? one.subjectCode, strand: '' })}
                />
                <ActionIcon
                  variant="default"
                  size={36}
                  aria-label={t('removeOf', { name: subjectName(one.subjectCode, one.strand) })}
                  onClick={() => onChange(subjects.filter((_, index) => index !== at))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Group>
              {strands.length > 0 ? (
                <Select
                  label={t('staff.strand')}
                  allowDeselect={false}
                  comboboxProps={{ withinPortal: false }}
                  data={[{ value: '', label: t('staff.wholeSubject') }, ...strands]}
                  value={one.strand}
                  error={problem(`subjects.${at}.strand`)}
                  onChange={(strand) => change(at, { strand: strand ?? '' })}
                />
              ) : null}
              <Group gap="lg">
                <Checkbox
                  label={t('level.lower')}
                  checked={one.lowerLevel}
                  error={problem(`subjects.${at}.lowerLevel`)}
                  onChange={(event) => change(at, { lowerLevel: event.currentTarget.checked })}
                />
                <Checkbox
                  label={t('level.upper')}
                  checked={one.upperLevel}
                  onChange={(event) => change(at, { upperLevel: event.currentTarget.checked })}
                />
                <Select
                  aria-label={t('staff.basis')}
                  w={170}
                  allowDeselect={false}
                  comboboxProps={{ withinPortal: false }}
                  data={bases.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
                  value={one.basis}
                  onChange={(basis) => change(at, { basis: (basis ?? 'trained') as Basis })}
                />
              </Group>
            </Stack>
          );
        })}
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            onChange([
              ...subjects,
              {
                key: crypto.randomUUID(),
                subjectCode: '',
                strand: '',
                lowerLevel: levels.lower,
                upperLevel: levels.upper,
                basis: 'trained',
              },
            ])
          }
        >
          {t('staff.addSubject')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
