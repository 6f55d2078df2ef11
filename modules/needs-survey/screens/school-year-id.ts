import { useQuery } from '@tanstack/react-query';
import { answer, api, useMay, useSchoolYear } from '#api';

/** The id of the school year chosen in the top bar; undefined: the current one. */
export function useSchoolYearId(): string | undefined {
  const may = useMay();
  const { name, when } = useSchoolYear();
  const years = useQuery({
    queryKey: ['school-years'],
    queryFn: ({ signal }) => answer(api.GET('/api/school-years', { signal })),
    enabled: may('organisation.listSchoolYears') && when !== 'now',
    staleTime: 5 * 60_000,
  });
  return when === 'now' ? undefined : years.data?.items.find((year) => year.name === name)?.id;
}
