/** A page of a collection, as OneRoster 1.2 asks for it (limit, offset). */
export interface PageOf {
  readonly limit: number;
  readonly offset: number;
}

/** Most rows of one page: a page of pupils' marks stays under a megabyte. */
export const mostPerPage = 1000;

/**
 * The Link header (RFC 8288) of a page: first, last, prev and next where there is one. `address` is the absolute address asked for, with
 * its query, which every link keeps but for the place.
 */
export function pageLinks(address: string, { limit, offset }: PageOf, total: number): string {
  const [path = '', query = ''] = address.split('?');
  const kept = query.split('&').filter((part) => part !== '' && !/^(limit|offset)=/.test(part));
  const at = (place: number) => `${path}?${[...kept, `limit=${limit}`, `offset=${place}`].join('&')}`;
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  const links: [string, string][] = [
    ['first', at(0)],
    ['last', at(last)],
  ];
  if (offset > 0) links.push(['prev', at(Math.max(0, offset - limit))]);
  if (offset + limit < total) links.push(['next', at(offset + limit)]);
  return links.map(([rel, url]) => `<${url}>; rel="${rel}"`).join(', ');
}
