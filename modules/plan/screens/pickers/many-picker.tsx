import { MultiSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Chooses things that the server finds while one types, marks or no marks.
 * `find.run` gets the typed words ('' at first) and gives what fits; `single` lets a new choice replace the old one.
 */
export function ManyPicker<Thing extends { readonly id: string }>({
  id,
  label,
  description,
  chosen,
  labelOf,
  error,
  single = false,
  find,
  onChange,
}: {
  id: string;
  label: string;
  description?: string;
  chosen: readonly Thing[];
  labelOf: (thing: Thing) => string;
  error?: string | undefined;
  single?: boolean;
  find: {
    readonly key: readonly unknown[];
    readonly run: (typed: string, signal: AbortSignal) => Promise<readonly Thing[]>;
  };
  onChange: (chosen: Thing[]) => void;
}) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: [...find.key, wanted],
    queryFn: ({ signal }) => find.run(wanted, signal),
    placeholderData: keepPreviousData,
  });
  const known = new Map([...chosen, ...(found.data ?? [])].map((thing) => [thing.id, thing]));
  return (
    <MultiSelect
      id={id}
      label={label}
      {...(description ? { description } : {})}
      searchable
      // A refusal moves the focus here: the list must not cover what is said under the field.
      openOnFocus={false}
      hidePickedOptions
      // Inside the page's landmarks; the list itself scrolls, so that screen readers see one list box.
      comboboxProps={{ withinPortal: false }}
      withScrollArea={false}
      styles={{ options: { maxHeight: 240, overflowY: 'auto' } }}
      data={[...known.values()].map((thing) => ({ value: thing.id, label: labelOf(thing) }))}
      // The server has searched already, without marks.
      filter={({ options }) => options}
      value={chosen.map((thing) => thing.id)}
      searchValue={typed}
      onSearchChange={setTyped}
      error={error}
      nothingFoundMessage={found.isFetching ? t('list.loading') : t('search.nothing')}
      onChange={(ids) => onChange((single ? ids.slice(-1) : ids).flatMap((value) => known.get(value) ?? []))}
    />
  );
}
