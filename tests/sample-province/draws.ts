import { v5 as uuidv5 } from 'uuid';

const houseNamespace = 'b4a1c0de-5e7d-5a3b-8c2f-0d1e2f3a4b5c';

/**
 * Everything "random" of a sample province: the same seed and path always give the same draw, whatever else
 * is drawn before or after, so that a larger province keeps the rows of a smaller one.
 */
export interface Draws {
  /** UUID (version 5) of the row at `path`. */
  id(path: string): string;
  /** Integer from 0 to `below` - 1 for `path`. */
  number(path: string, below: number): number;
  /** One of `list` for `path`. */
  pick<Item>(path: string, list: readonly Item[]): Item;
}

/** Draws of one province; `seed` should name the province as well. */
export function openDraws(seed: string): Draws {
  const namespace = uuidv5(seed, houseNamespace);
  const number = (path: string, below: number) => hash(`${seed}/${path}`) % below;
  return {
    id: (path) => uuidv5(path, namespace),
    number,
    pick(path, list) {
      const item = list[number(path, list.length)];
      if (item === undefined) throw new RangeError(`nothing to pick from for ${path}`);
      return item;
    },
  };
}

/** FNV-1a with a final mix: 32 well-spread bits of `text`. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
