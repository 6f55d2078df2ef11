/**
 * A code as people type it from a slip, in the form that is hashed: capital letters and digits only, O, I and L as the digits they
 * are mistaken for. '' when it cannot be a code.
 */
export function readAccessCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length >= 6 && code.length <= 40 ? code : '';
}
