/** An address of ours from the `ve` of a link; anything that leads elsewhere becomes the first page. */
export function ownAddress(given: string | undefined): string {
  // '//host' and '/\host' lead to another site.
  return given && /^\/(?![/\\])/.test(given) && !given.startsWith('/dang-nhap') ? given : '/';
}
