import { Checkbox, Select, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useMe } from '#api';
import type { DraftForm } from '#platform/ui';
import { toggled } from '#platform/ui';
import { ManyPicker } from '../pickers/many-picker.tsx';
import { DutiesPicker, type PickedDuty, type PickedUnitName, UnitsPicker } from '../pickers/pickers.tsx';
import {
  type DocumentDetail,
  isOwn,
  kinds,
  type OfficialDocument,
  recipientKindsOf,
} from './official-words.ts';

/** Named as the server names its fields, so that its faults find theirs. */
export interface DocumentValues extends Record<string, unknown> {
  kind: OfficialDocument['kind'];
  abstract: string;
  recipientKinds: OfficialDocument['recipientKinds'];
  recipientUnitIds: PickedUnitName[];
  dutyIds: PickedDuty[];
  replacesId: { id: string; name: string }[];
}

/** What the form of a draft starts from. */
export function valuesOf(detail?: DocumentDetail): DocumentValues {
  const document = detail?.document;
  return {
    kind: document?.kind ?? 'guidance',
    abstract: document?.abstract ?? '',
    recipientKinds: document?.recipientKinds ?? [],
    recipientUnitIds: document?.recipientUnits ?? [],
    dutyIds: detail?.duties ?? [],
    replacesId: document?.replaces
      ? [{ id: document.replaces.id, name: document.replaces.symbol ?? '' }]
      : [],
  };
}

/** The same values as the server takes them. */
export function bodyOf(values: DocumentValues) {
  return {
    kind: values.kind,
    abstract: values.abstract.trim(),
    recipientKinds: values.recipientKinds,
    recipientUnitIds: values.recipientUnitIds.map((unit) => unit.id),
    dutyIds: values.dutyIds.map((duty) => duty.id),
  };
}

/** Fields of a draft: kind, abstract, who gets it, which duties it is about, what it replaces. */
export function DocumentFields({ form }: { form: DraftForm<DocumentValues> }) {
  const { t } = useTranslation('official-documents');
  const me = useMe();
  const { values } = form;
  const offered = [...new Set([...recipientKindsOf(me.role?.unit.kind ?? ''), ...values.recipientKinds])];
  return (
    <>
      <Select
        id="field-kind"
        label={t('kindLabel')}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => form.change('kind', (kind ?? values.kind) as DocumentValues['kind'])}
      />
      <Textarea
        label={t('abstract')}
        description={t('form.abstractExample')}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.text('abstract')}
      />
      <Checkbox.Group
        label={t('form.recipientKinds')}
        description={t('form.recipientKindsHint')}
        error={form.problem('recipientKinds')}
        value={values.recipientKinds}
      >
        <Stack gap={8} mt={4} id="field-recipientKinds" tabIndex={-1}>
          {offered.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(`recipient.${kind}`)}
              onChange={() =>
                form.change('recipientKinds', [
                  ...toggled(new Set(values.recipientKinds), kind),
                ] as DocumentValues['recipientKinds'])
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <UnitsPicker
        id="field-recipientUnitIds"
        label={t('form.recipientUnits')}
        description={t('form.unitsHint')}
        leaveOut={(unit) => isOwn(me, unit)}
        chosen={values.recipientUnitIds}
        error={form.problem('recipientUnitIds')}
        onChange={(units) => form.change('recipientUnitIds', units)}
      />
      <DutiesPicker
        id="field-dutyIds"
        label={t('form.duties')}
        description={t('form.dutiesHint')}
        chosen={values.dutyIds}
        error={form.problem('dutyIds')}
        onChange={(duties) => form.change('dutyIds', duties)}
      />
      <ManyPicker
        id="field-replacesId"
        label={t('form.replaces')}
        single
        chosen={values.replacesId}
        error={form.problem('replacesId')}
        labelOf={(document) => document.name}
        onChange={(documents) => form.change('replacesId', documents)}
        find={{
          key: ['plan', 'official-documents', 'in-force'],
          run: async (typed, signal) => {
            const { items } = await answer(
              api.GET('/api/plan/official-documents', {
                params: { query: { box: 'own', state: 'issued', limit: 30, ...(typed ? { q: typed } : {}) } },
                signal,
              }),
            );
            return items.map(({ id, symbol, abstract }) => ({ id, name: `${symbol ?? ''} · ${abstract}` }));
          },
        }}
      />
    </>
  );
}
