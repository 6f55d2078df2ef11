import { binder } from '#platform/http';

/** What the organisation must know of who is asking; identity and access knows more. */
export interface UnitActor {
  readonly departmentId: string;
  readonly unitId: string | null;
  readonly scope: 'department' | 'subtree' | 'own' | null;
}

/** Binds a handler to its operation. */
export const bind = binder<UnitActor & { readonly accountId: string }>();
