import { ActionIcon, Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useMay } from '#api';
import {
  ConfirmDialog,
  EmptyState,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  toast,
  useAddress,
  useKeptForm,
} from '#platform/ui';
import type { SectorKind } from '#rules/exchange';
import { codesText, readCodes } from './codes-text.ts';

type Mapping = operations['exchange.getSectorMapping']['responses'][200]['content']['application/json'];
type Body = { columns: Mapping['columns']; sourceNote: string; version: number };
interface Line {
  readonly key: number;
  readonly heading: string;
  readonly field: string;
  readonly required: boolean;
  readonly codes: string;
}

const valuesOf = ({ version, columns, sourceNote }: Mapping) => ({
  version,
  note: sourceNote,
  lines: columns.map(
    ({ codes, ...column }, key): Line => ({ ...column, key, codes: codesText(codes) }),
  ) as readonly Line[],
});

/** The department's template for the sector database: which column takes which of our data. */
export default function MappingPage() {
  const { t } = useTranslation('exchange');
  const { address } = useAddress();
  const kind: SectorKind = address.loai === 'staff' ? 'staff' : 'pupils';
  const mapping = useQuery({
    queryKey: ['exchange', 'sector', 'mapping', kind],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/exchange/sector/{kind}/mapping', { params: { path: { kind } }, signal })),
  });
  return (
    <Page title={t('mapping.title')} lead={t('mapping.lead')}>
      <Stack>
        <FilterChips
          name="loai"
          label={t('sector.kind')}
          options={[
            { value: '', label: t('sector.kinds.pupils') },
            { value: 'staff', label: t('sector.kinds.staff') },
          ]}
        />
        {mapping.error ? <ProblemAlert error={mapping.error} onRetry={() => mapping.refetch()} /> : null}
        {mapping.data ? <MappingForm key={kind} kind={kind} mapping={mapping.data} /> : null}
      </Stack>
    </Page>
  );
}

function MappingForm({ kind, mapping }: { kind: SectorKind; mapping: Mapping }) {
  const { t } = useTranslation('exchange');
  const mayChange = useMay()('exchange.saveSectorMapping');
  const form = useKeptForm(`sector-mapping.${kind}.${mapping.version}`, valuesOf(mapping));
  const { lines, note, version } = form.values;
  const setLines = (make: (before: readonly Line[]) => readonly Line[]) => form.change('lines', make(lines));
  const [resetting, setResetting] = useState(false);
  const refreshes = [['exchange', 'sector']];
  const save = useCommand({
    run: ({ body }: { body: Body; sent: typeof form.values }, init) =>
      answer(api.PUT('/api/exchange/sector/{kind}/mapping', { params: { path: { kind } }, body, ...init })),
    refreshes,
    onDone: (saved, { sent }) => {
      form.saved(sent, valuesOf(saved));
      toast({ tone: 'done', text: t('mapping.saved') });
    },
  });
  const reset = useCommand({
    run: (_: undefined, init) =>
      answer(api.DELETE('/api/exchange/sector/{kind}/mapping', { params: { path: { kind } }, ...init })),
    refreshes,
    onDone: (standard) => {
      form.clear(valuesOf(standard));
      setResetting(false);
    },
  });
  const change = (key: number, part: Partial<Line>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const move = (at: number, by: -1 | 1) =>
    setLines((before) => {
      const next = [...before];
      const [line] = next.splice(at, 1);
      if (line) next.splice(at + by, 0, line);
      return next;
    });
  const unread = lines.filter(({ codes }) => readCodes(codes) === undefined);
  const unnamed = lines.filter(({ heading }) => heading.trim() === '');

  function send() {
    if (unread.length > 0 || unnamed.length > 0) return;
    const columns = lines.map(({ heading, field, required, codes }) => ({
      heading,
      field,
      required,
      codes: readCodes(codes) ?? {},
    }));
    save.mutate({ body: { columns, sourceNote: note, version }, sent: form.values });
  }

  return (
    <Stack>
      <Notice>
        <p>
          {mapping.version === 0
            ? t('mapping.isDefault')
            : t('mapping.isOwn', { name: mapping.changedBy ?? '' })}
        </p>
      </Notice>
      <Textarea
        label={t('mapping.source')}
        description={t('mapping.sourceHint')}
        readOnly={!mayChange}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => form.change('note', event.currentTarget.value)}
      />
      <Section title={t('mapping.columns')}>
        {lines.length === 0 ? (
          <EmptyState title={t('mapping.noColumns')}>{t('mapping.noColumnsDetail')}</EmptyState>
        ) : null}
        <Stack gap="sm">
          {lines.map((line, at) => (
            <Group key={line.key} align="flex-end" gap="sm">
              <TextInput
                label={t('mapping.heading')}
                value={line.heading}
                readOnly={!mayChange}
                error={line.heading.trim() === '' ? t('mapping.headingMissing') : undefined}
                onChange={(event) => change(line.key, { heading: event.currentTarget.value })}
                w={220}
              />
              <Select
                label={t('mapping.field')}
                placeholder={t('mapping.leftEmpty')}
                clearable
                clearButtonProps={{ 'aria-label': t('mapping.leftEmpty') }}
                readOnly={!mayChange}
                data={mapping.fields.map(({ key, name }) => ({ value: key, label: name }))}
                value={line.field || null}
                onChange={(field) => change(line.key, { field: field ?? '' })}
                w={220}
              />
              <TextInput
                label={t('mapping.codes')}
                placeholder={t('mapping.codesExample')}
                readOnly={!mayChange}
                value={line.codes}
                error={readCodes(line.codes) === undefined ? t('mapping.codesUnread') : undefined}
                onChange={(event) => change(line.key, { codes: event.currentTarget.value })}
                w={220}
              />
              <Checkbox
                label={t('mapping.required')}
                checked={line.required}
                disabled={!mayChange}
                onChange={(event) => change(line.key, { required: event.currentTarget.checked })}
                mb={10}
              />
              {mayChange ? (
                <Group gap={4} mb={4}>
                  <ActionIcon
                    size="lg"
                    variant="subtle"
                    aria-label={t('mapping.up', { heading: line.heading })}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  >
                    <IconArrowUp size={18} />
                  </ActionIcon>
                  <ActionIcon
                    size="lg"
                    variant="subtle"
                    aria-label={t('mapping.down', { heading: line.heading })}
                    disabled={at === lines.length - 1}
                    onClick={() => move(at, 1)}
                  >
                    <IconArrowDown size={18} />
                  </ActionIcon>
                  <ActionIcon
                    size="lg"
                    variant="subtle"
                    color="red"
                    aria-label={t('mapping.remove', { heading: line.heading })}
                    onClick={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
                  >
                    <IconTrash size={18} />
                  </ActionIcon>
                </Group>
              ) : null}
            </Group>
          ))}
        </Stack>
      </Section>
      {save.error ? <ProblemAlert error={save.error} /> : null}
      {mayChange ? (
        <Group>
          <Button
            variant="default"
            onClick={() =>
              setLines((before) => [
                ...before,
                {
                  key: Math.max(-1, ...before.map(({ key }) => key)) + 1,
                  heading: '',
                  field: '',
                  required: false,
                  codes: '',
                },
              ])
            }
          >
            {t('mapping.add')}
          </Button>
          <Button loading={save.isPending} disabled={unread.length > 0 || unnamed.length > 0} onClick={send}>
            {t('mapping.save')}
          </Button>
          {mapping.version > 0 ? (
            <Button variant="subtle" color="red" onClick={() => setResetting(true)}>
              {t('mapping.reset')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <ConfirmDialog
        opened={resetting}
        danger
        title={t('mapping.resetQuestion')}
        confirm={t('mapping.reset')}
        busy={reset.isPending}
        error={reset.error}
        onConfirm={() => reset.mutate(undefined)}
        onClose={() => setResetting(false)}
      >
        <p>{t('mapping.resetWhat')}</p>
      </ConfirmDialog>
    </Stack>
  );
}
