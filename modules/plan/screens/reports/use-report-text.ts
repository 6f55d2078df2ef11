import { useEffect, useState } from 'react';
import { answer, api, useCommand } from '#api';
import { useDraftForm } from '#platform/ui';
import type { Narrative, ReportDetail } from './report-words.ts';

type Parts = Pick<ReportDetail['report'], 'title' | 'symbol' | 'version'> & { readonly narrative: Narrative };

/** Title, symbol and text as the form holds them, with the version they were taken from. */
export interface TextValues extends Record<string, unknown> {
  readonly version: number;
  readonly title: string;
  readonly symbol: string;
  readonly general: string;
  readonly results: string;
  readonly shortcomings: string;
  readonly nextPeriod: string;
  readonly proposals: string;
}

function valuesOf({ title, symbol, version, narrative }: Parts): TextValues {
  return { version, title, symbol: symbol ?? '', ...narrative };
}

/**
 * The text of a report in the hands of its author: a draft survives leaving the page and is saved over the version it
 * was begun from, so that somebody else's words are never overwritten unseen.
 */
export function useReportText(detail: ReportDetail) {
  const { report } = detail;
  const saved = valuesOf({ ...report, narrative: detail.narrative });
  const form = useDraftForm<TextValues>(`report.${report.id}`, saved);
  const isChanged = (Object.keys(saved) as (keyof TextValues)[]).some(
    (key) => key !== 'version' && form.values[key] !== saved[key],
  );
  const [touched, setTouched] = useState(form.restored);
  const save = useCommand({
    run: ({ version, title, symbol, ...narrative }: TextValues, init) =>
      answer(
        api.PATCH('/api/plan/reports/{reportId}', {
          params: { path: { reportId: report.id } },
          body: { version, title, symbol: symbol.trim() || null, narrative: narrative as Narrative },
          ...init,
        }),
      ),
    refreshes: [['plan', 'report', report.id]],
    onDone: ({ version }, sent) => {
      setTouched(false);
      form.clear({ ...sent, version });
    },
  });

  // What somebody else saved meanwhile shows at once as long as nothing was typed here.
  useEffect(() => {
    if (!touched && form.values.version < saved.version) form.clear(saved);
  });

  return {
    form,
    save,
    isChanged,
    restored: form.restored && touched && isChanged,
    change: (name: keyof TextValues & string, value: string) => {
      setTouched(true);
      form.change(name, value as never);
    },
    /** Drops what was typed for what is saved. */
    take: (theirs: Parts) => {
      setTouched(false);
      form.clear(valuesOf(theirs));
      save.reset();
    },
  };
}

export type TextOfReport = ReturnType<typeof useReportText>;
