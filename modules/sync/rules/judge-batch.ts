/** What the server remembers of a command that got its answer. */
export interface Remembered {
  readonly id: string;
  readonly hash: string;
}

export interface Numbered extends Remembered {
  /** The device's own number: 1, 2, 3, … in the order the person did things. */
  readonly seq: number;
}

/**
 * `new`: next in order, to be carried out. `repeat`: has its answer, which is given again. `taken`: the number belongs to another
 * command (forged, or a copied device). `gap`: something before it is missing; nothing from here on is carried out.
 */
export type Verdict = 'new' | 'repeat' | 'taken' | 'gap';

/**
 * Judges the commands of one device, which come in ascending order. A device's commands are carried out in the order of its numbers and
 * without a gap, whatever the network does to the messages.
 * `lastSeq`: number of the last command that has its answer. `acknowledgedTo`: up to which number the device holds answers; when that
 * is beyond `lastSeq`, the server was set back to a backup, and numbering goes on where the device stands.
 */
export function judgeBatch(
  { lastSeq, acknowledgedTo }: { lastSeq: number; acknowledgedTo: number },
  known: ReadonlyMap<number, Remembered>,
  commands: readonly Numbered[],
): Verdict[] {
  let next = Math.max(lastSeq, acknowledgedTo) + 1;
  return commands.map(({ seq, id, hash }) => {
    if (seq < next) {
      const first = known.get(seq);
      return first?.id === id && first.hash === hash ? 'repeat' : 'taken';
    }
    if (seq > next) return 'gap';
    next += 1;
    return 'new';
  });
}
