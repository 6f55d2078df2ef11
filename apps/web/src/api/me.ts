import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { forgetSchoolYear } from './chosen-year.ts';
import { answer, api } from './client.ts';
import { isLineFault, keptMe, leaveOffline, takeUpOffline } from './offline.ts';
import type { operations } from './schema.gen.ts';

export type Me = operations['identity.me']['responses'][200]['content']['application/json'];
export type RoleHeld = Me['roles'][number];

/** Who is signed in; refused with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      const me = await answer(api.GET('/api/me', { signal }));
      void takeUpOffline(me);
      return me;
    } catch (error) {
      const kept = isLineFault(error) ? await keptMe() : undefined;
      if (kept) return kept;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** Who is signed in. Only on pages behind the sign-in, where it is already known. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the role in use may do an operation; what it may not do is not shown, or disabled with the reason. */
export function useMay(): (operation: string) => boolean {
  const { permissions } = useMe();
  return useCallback((operation: string) => permissions.includes(operation), [permissions]);
}

/** Takes up another of the person's roles and opens its first page. */
export function useSwitchRole() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (roleId: string) => answer(api.POST('/api/me/role', { body: { roleId } })),
    onSuccess: async () => {
      // Another role sees other rows: nothing read before may stay on the screen.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
      await queries.refetchQueries(meQuery);
      await navigate({ to: '/' });
    },
  });
}

/** Ends the session on the server, forgets everything read and opens the sign-in page. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      await answer(api.POST('/api/sign-out'));
      await leaveOffline();
    },
    onSuccess: async () => {
      sessionStorage.clear();
      forgetSchoolYear();
      await navigate({ to: '/dang-nhap' });
      queries.clear();
    },
  });
}
