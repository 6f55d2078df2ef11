import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ConflictDialog, Form, problemOf, toast, useDraftForm } from '#platform/ui';
import type { Unit } from './kinds.ts';

/** Name, area class and border of a unit; when somebody saved meanwhile both texts are shown. */
export function EditUnitForm({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const initial = { name: unit.name, zone: unit.zone ? String(unit.zone) : '', border: unit.border };
  const form = useDraftForm(`unit.${unit.id}`, initial);
  const [theirs, setTheirs] = useState<Unit>();
  const hasArea = unit.kind === 'school' || unit.kind === 'commune';
  const save = useCommand({
    run: (body: { version: number; name: string; zone?: number | null; border?: boolean }, init) =>
      answer(api.PATCH('/api/units/{unitId}', { params: { path: { unitId: unit.id } }, body, ...init })),
    refreshes: [['units']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('unit.saved') });
      onClose();
    },
  });
  function send(version: number) {
    const { name, zone, border } = form.values;
    const missing = name.trim() ? [] : [{ path: 'name', message: t('units.nameMissing') }];
    save.reset();
    form.refuse(missing);
    if (missing.length > 0) return;
    save.mutate(
      { version, name, ...(hasArea ? { zone: zone ? Number(zone) : null, border } : {}) },
      {
        onError: (error) => {
          const { current } = (problemOf(error).facts ?? {}) as { current?: Unit };
          if (current) setTheirs(current);
          else form.refuse(error);
        },
      },
    );
  }
  const inWords = (values: { name: string; zone: string | number | null; border: boolean }) =>
    [
      `${t('units.name')}: ${values.name}`,
      ...(hasArea
        ? [
            `${t('units.zone')}: ${values.zone ? t(`units.zones.${values.zone}`) : ''}`,
            `${t('units.border')}: ${values.border ? t('unit.yes') : t('unit.no')}`,
          ]
        : []),
    ].join('\n');
  return (
    <>
      <Form
        submit={t('unit.save')}
        busy={save.isPending}
        onSubmit={() => send(unit.version)}
        onCancel={onClose}
        problems={form.problems}
        labels={{ name: t('units.name') }}
        error={theirs ? undefined : save.error}
      >
        <TextInput label={t('units.name')} {...form.text('name')} />
        {hasArea ? (
          <>
            <Select
              label={t('units.zone')}
              clearable
              clearButtonProps={{ 'aria-label': t('unit.noZone') }}
              data={['1', '2', '3'].map((zone) => ({ value: zone, label: t(`units.zones.${zone}`) }))}
              value={form.values.zone || null}
              onChange={(zone) => form.change('zone', zone ?? '')}
            />
            <Checkbox
              label={t('units.border')}
              checked={form.values.border}
              onChange={(event) => form.change('border', event.currentTarget.checked)}
            />
          </>
        ) : null}
      </Form>
      <ConflictDialog
        opened={theirs !== undefined}
        theirs={theirs ? inWords(theirs) : ''}
        mine={inWords(form.values)}
        onClose={() => setTheirs(undefined)}
        onTakeTheirs={() => {
          form.clear();
          setTheirs(undefined);
          onClose();
        }}
        onKeepMine={() => {
          if (theirs) send(theirs.version);
          setTheirs(undefined);
        }}
      />
    </>
  );
}
