import type { Actor } from '#modules/identity-access';

/** Who does something and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}
