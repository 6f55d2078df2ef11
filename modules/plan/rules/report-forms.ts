/** A node of an assignment and its parts, with what was filled in there. */
export interface FormNode {
  readonly assignmentId: string;
  readonly parentId: string | null;
  readonly from: string;
  /** The form in force there; null when none was given. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

/**
 * The forms that stand for an assignment: its own, else those that stand for its parts. Who filled in a form has
 * counted what lies below, so nothing is counted twice.
 */
export function countingForms(rootId: string, nodes: readonly FormNode[]): FormNode[] {
  const parts = Map.groupBy(nodes, (node) => node.parentId);
  const own = nodes.find((node) => node.assignmentId === rootId);
  if (own?.values) return [own];
  return (parts.get(rootId) ?? []).flatMap((part) => countingForms(part.assignmentId, nodes));
}
