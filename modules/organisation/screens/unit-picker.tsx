import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';

type Unit =
  operations['organisation.listUnits']['responses'][200]['content']['application/json']['items'][number];
export type PickedUnit = Pick<Unit, 'id' | 'name' | 'kind'>;

/**
 * Chooses a unit by typing a part of its name without marks.
 * `kind` narrows to one kind; `chosen` is shown although it may not be among the units found.
 */
export function UnitPicker({
  id,
  label,
  chosen,
  error,
  kind,
  onChoose,
}: {
  id?: string;
  label: string;
  chosen: { id: string; name: string } | null;
  error?: string | undefined;
  kind?: Unit['kind'];
  onChoose: (unit: PickedUnit | null) => void;
}) {
  const { t } = useTranslation('organisation');
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const wanted = useDeferredValue(typed === chosen?.name ? '' : typed.trim());
  const units = useQuery({
    queryKey: ['units', 'picker', kind, wanted],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/units', {
          params: { query: { limit: 30, ...(kind ? { kind } : {}), ...(wanted ? { q: wanted } : {}) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = units.data?.items ?? [];
  const options = found.map((unit) => ({ value: unit.id, label: unit.name }));
  const data =
    chosen && !options.some((option) => option.value === chosen.id)
      ? [{ value: chosen.id, label: chosen.name }, ...options]
      : options;
  return (
    <Select
      {...(id ? { id } : {})}
      label={label}
      description={t('picker.hint')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('picker.clear') }}
      // Inside the page's landmarks; the list itself scrolls, so that screen readers see one list box.
      comboboxProps={{ withinPortal: false }}
      withScrollArea={false}
      styles={{ options: { maxHeight: 240, overflowY: 'auto' } }}
      data={data}
      // The server has searched already, without marks.
      filter={({ options: all }) => all}
      value={chosen?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      error={error}
      nothingFoundMessage={units.isFetching ? t('picker.searching') : t('picker.none')}
      onChange={(value) => onChoose(found.find((unit) => unit.id === value) ?? null)}
    />
  );
}
