/** Whether a text from outside is a UUID in its usual form, of any version: what a column of that type takes. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
