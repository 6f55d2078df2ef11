import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { chosenSchoolYear, keepSchoolYear, onSchoolYear } from './chosen-year.ts';
import { answer, api } from './client.ts';
import { useMay, useMe } from './me.ts';

/** Names of the department's school years, the newest first; empty until they are known. */
export function useSchoolYears(): string[] {
  const may = useMay();
  const years = useQuery({
    queryKey: ['school-years'],
    queryFn: ({ signal }) => answer(api.GET('/api/school-years', { signal })),
    enabled: may('organisation.listSchoolYears'),
    staleTime: 5 * 60_000,
  });
  return years.data?.items.map((year) => year.name) ?? [];
}

/** The school year whose lists are shown, and whether it is the current one, gone by or still to come. */
export function useSchoolYear(): { name: string | undefined; when: 'past' | 'now' | 'future' } {
  const { schoolYear } = useMe();
  const name = useSyncExternalStore(onSchoolYear, chosenSchoolYear) ?? schoolYear?.name;
  if (!name || !schoolYear || name === schoolYear.name) return { name, when: 'now' };
  return { name, when: name < schoolYear.name ? 'past' : 'future' };
}

/** Shows another school year: the page that is open is read again, without its filters, which belong to the year before. */
export function useChooseSchoolYear(): (name: string) => void {
  const { schoolYear } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (name) => {
    keepSchoolYear(name === schoolYear?.name ? undefined : name);
    void navigate({ to: '.', search: {} as never }).then(() =>
      queries.resetQueries({ predicate: (query) => query.queryKey[0] !== 'me' }),
    );
  };
}
