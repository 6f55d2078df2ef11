/** Where a survey stands at a moment: it opens and closes by the clock alone. Moments are ISO strings or dates. */
export function surveyState(
  { opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string },
  now: Date,
): 'waiting' | 'open' | 'closed' {
  if (Date.parse(closesAt) <= now.getTime()) return 'closed';
  return Date.parse(opensAt) > now.getTime() ? 'waiting' : 'open';
}
