/** Today in Vietnam, YYYY-MM-DD, moved by `days`. */
export function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
    Date.now() + days * 86_400_000,
  );
}
