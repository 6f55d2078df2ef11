import { useMe } from '#api';

/** Gives a function that says which day, YYYY-MM-DD, is `days` after the server's today (which may be rehearsed). */
export function useDayFromNow(): (days: number) => string {
  const { today } = useMe();
  return (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
