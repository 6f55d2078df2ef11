import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { DaysAround } from '#platform/i18n';

const Days = createContext<DaysAround | undefined>(undefined);

/** Tells the date fields inside which day it is, and which days somebody means who leaves out the year. */
export function DaysAroundProvider({
  today,
  from,
  to,
  children,
}: {
  today: string;
  from: string | undefined;
  to: string | undefined;
  children: ReactNode;
}) {
  const days = useMemo(() => ({ today, period: from && to ? { from, to } : undefined }), [today, from, to]);
  return <Days value={days}>{children}</Days>;
}

/** Today and the period one works in. Only inside `DaysAroundProvider`. */
export function useDaysAround(): DaysAround {
  const days = useContext(Days);
  if (!days) throw new Error('A date field stands outside DaysAroundProvider');
  return days;
}
