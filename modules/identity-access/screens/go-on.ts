import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery } from '#api';
import { useAddress } from '#platform/ui';
import { ownAddress } from './own-address.ts';

/** Goes on after a step of the sign-in: to the next step that is due, else back to where the person wanted to be. */
export function useGoOn(): (due: { secondFactorDue: boolean; mustChangePassword: boolean }) => Promise<void> {
  const { address } = useAddress();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async (due) => {
    queries.removeQueries(meQuery);
    const back = ownAddress(address.ve);
    if (due.secondFactorDue) await navigate({ to: '/xac-thuc', search: { ve: back } as never });
    else if (due.mustChangePassword) await navigate({ to: '/doi-mat-khau', search: { ve: back } as never });
    else await navigate({ href: back, replace: true });
  };
}
