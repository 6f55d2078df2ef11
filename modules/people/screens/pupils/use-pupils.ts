import { useQuery } from '@tanstack/react-query';
import { answer, api, useSchoolYear } from '#api';
import type { ClassChoice } from './pupil-words.ts';

/** The id of the school year chosen on top, for what is read; undefined while it is the current one (the server knows that). */
export function useChosenYearId(): { yearId: string | undefined; ready: boolean } {
  const { name, when } = useSchoolYear();
  const years = useQuery({
    queryKey: ['school-years'],
    queryFn: ({ signal }) => answer(api.GET('/api/school-years', { signal })),
    staleTime: 5 * 60_000,
    enabled: when !== 'now',
  });
  if (when === 'now') return { yearId: undefined, ready: true };
  const yearId = years.data?.items.find((year) => year.name === name)?.id;
  return { yearId, ready: yearId !== undefined };
}

/** The classes of the own school, in the year given or the current one; empty until they are known. */
export function useClasses(schoolYearId?: string): readonly ClassChoice[] {
  const list = useQuery({
    queryKey: ['pupils', 'classes', schoolYearId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/people/pupils', {
          params: { query: { limit: 1, ...(schoolYearId ? { schoolYearId } : {}) } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
  return list.data?.classes ?? [];
}
