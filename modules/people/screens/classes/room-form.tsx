import { Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { type FieldProblem, Form, toast, useDraftForm } from '#platform/ui';
import { type RoomKind, roomKinds, usualEquipment } from '../../rules/room.ts';
import type { Body, RoomLine } from '../answers.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';

type Fields = Omit<Body<'people.updateRoom'>, 'version'>;

/** A room, new or changed; an old one can be taken out of use and put back. */
export function RoomForm({
  unitId,
  current,
  known,
  onClose,
}: {
  unitId: string;
  current: RoomLine | undefined;
  /** Names of equipment that other rooms have. */
  known: readonly string[];
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const form = useDraftForm(current ? `room.${current.id}` : `room.new.${unitId}`, {
    name: current?.name ?? '',
    kind: current?.kind ?? ('classroom' as string),
    capacity: typeof current?.capacity === 'number' ? String(current.capacity) : '',
    solid: current?.solid ?? true,
    siteId: current?.siteId ?? '',
    equipment: current?.equipment ?? ([] as string[]),
    closed: current ? current.closedOn !== null : false,
  });
  const { values } = form;
  const unit = useQuery({
    queryKey: ['units', 'one', unitId],
    queryFn: ({ signal }) => answer(api.GET('/api/units/{unitId}', { params: { path: { unitId } }, signal })),
  });
  const sites = unit.data?.sites ?? [];
  const labels = {
    name: t('room.name'),
    kind: t('room.kind'),
    capacity: t('room.capacity'),
    siteId: t('class.site'),
    equipment: t('room.equipment'),
  };
  const save = useCommand({
    run: async ({ version, closed, ...fields }: Fields & { version: number }, init) => {
      if (current) {
        await answer(
          api.PUT('/api/people/rooms/{roomId}', {
            params: { path: { roomId: current.id } },
            body: { ...fields, closed, version },
            ...init,
          }),
        );
      } else await answer(api.POST('/api/people/rooms', { body: fields, ...init }));
      return fields.name;
    },
    refreshes: [['people']],
    onDone: (name) => {
      form.clear();
      toast({ tone: 'done', text: t('room.saved', { name }) });
      onClose();
    },
  });
  function fieldsOf(): Fields {
    const seats = values.capacity.trim();
    return {
      name: values.name,
      kind: values.kind as RoomKind,
      capacity: seats ? Number(seats) : null,
      solid: values.solid,
      siteId: values.siteId || null,
      equipment: values.equipment,
      closed: values.closed,
    };
  }
  function send(version = current?.version ?? 0) {
    const found: FieldProblem[] = [
      ...(values.name.trim() ? [] : [{ path: 'name', message: t('room.nameMissing') }]),
      ...(/^\d*$/.test(values.capacity.trim())
        ? []
        : [{ path: 'capacity', message: t('room.capacityWrong') }]),
    ];
    save.reset();
    form.refuse(found);
    if (found.length > 0) return;
    save.mutate({ ...fieldsOf(), version }, { onError: form.refuse });
  }
  const inWords = (one: Omit<Fields, 'closed'>) =>
    [
      `${labels.name}: ${one.name}`,
      `${labels.kind}: ${t(`roomKind.${one.kind}`)}`,
      `${labels.capacity}: ${one.capacity ?? ''}`,
      `${labels.siteId}: ${sites.find(({ id }) => id === one.siteId)?.name ?? ''}`,
      `${labels.equipment}: ${(one.equipment ?? []).join(', ')}`,
      `${t('room.solid')}: ${one.solid ? t('yes') : t('no')}`,
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
      <TextInput label={labels.name} {...form.text('name')} />
      <Select
        id="field-kind"
        label={labels.kind}
        data={roomKinds.map((kind) => ({ value: kind, label: t(`roomKind.${kind}`) }))}
        value={values.kind}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(kind) => form.change('kind', kind ?? 'classroom')}
      />
      <TextInput
        label={labels.capacity}
        description={t('room.capacityHint')}
        inputMode="numeric"
        {...form.text('capacity')}
      />
      <TagsInput
        id="field-equipment"
        label={labels.equipment}
        description={t('room.equipmentHint')}
        data={[...new Set([...known, ...usualEquipment])]}
        maxTags={20}
        maxLength={40}
        isDuplicate={(value, all) => all.some((one) => one.toLowerCase() === value.trim().toLowerCase())}
        splitChars={[',', ';']}
        clearable={false}
        comboboxProps={{ withinPortal: false }}
        error={form.problem('equipment')}
        value={[...values.equipment]}
        onChange={(equipment) => form.change('equipment', equipment)}
      />
      {sites.length > 1 ? (
        <Select
          id="field-siteId"
          label={labels.siteId}
          placeholder={t('none')}
          clearable
          clearButtonProps={{ 'aria-label': t('clearOf', { name: labels.siteId }) }}
          comboboxProps={{ withinPortal: false }}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.siteId || null}
          error={form.problem('siteId')}
          onChange={(id) => form.change('siteId', id ?? '')}
        />
      ) : null}
      <Checkbox
        label={t('room.solid')}
        checked={values.solid}
        onChange={(event) => form.change('solid', event.currentTarget.checked)}
      />
      {current ? (
        <Checkbox
          label={t('room.closed')}
          description={t('room.closedHint')}
          checked={values.closed}
          onChange={(event) => form.change('closed', event.currentTarget.checked)}
        />
      ) : null}
      <ChangedMeanwhile<Fields & { version: number }>
        error={save.error}
        mine={inWords(fieldsOf())}
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
