import type { FormField } from './form.ts';

/** What shows that a duty is done, as its document says. */
export interface EvidenceSpec {
  readonly indicator?: string | undefined;
  readonly threshold?: number | undefined;
  readonly fields?: readonly FormField[] | undefined;
  readonly documentHint?: string | undefined;
  readonly confirmRole?: string | undefined;
}

export type EvidenceKind = 'indicator' | 'form' | 'document' | 'confirmation';

export const evidenceNames: Record<EvidenceKind, string> = {
  indicator: 'chỉ số do hệ thống tính',
  form: 'phiếu số liệu',
  document: 'tệp văn bản',
  confirmation: 'xác nhận của người phụ trách',
};

/** What is missing in a duty's evidence before it can be published; undefined when nothing. */
export function evidenceFault(
  kind: EvidenceKind,
  spec: EvidenceSpec,
  knownIndicators: readonly string[],
): string | undefined {
  if (kind === 'indicator') {
    if (!spec.indicator || !knownIndicators.includes(spec.indicator))
      return 'Hãy chọn một chỉ số có trong hệ thống.';
    if (spec.threshold === undefined) return 'Hãy đặt ngưỡng để biết khi nào là đạt.';
  }
  if (kind === 'form') {
    const fields = spec.fields ?? [];
    if (fields.length === 0) return 'Phiếu cần ít nhất một ô.';
    if (new Set(fields.map((field) => field.key)).size < fields.length) return 'Hai ô của phiếu trùng mã.';
  }
  return undefined;
}

export interface GivenEvidence {
  readonly kind: EvidenceKind;
}

export interface Parts {
  readonly total: number;
  readonly accepted: number;
  readonly notApplicable: number;
}

/**
 * What is still missing to hand an assignment in; undefined when it is complete. Evidence of the own
 * kind is enough, and so are parts that were all accepted below: nobody types again what the parts gave.
 */
export function missingEvidence(
  kind: EvidenceKind,
  given: readonly GivenEvidence[],
  parts: Parts,
): string | undefined {
  if (given.some((evidence) => evidence.kind === kind)) return undefined;
  if (parts.total > 0 && parts.accepted > 0 && parts.accepted + parts.notApplicable === parts.total)
    return undefined;
  if (parts.total > 0) {
    return `Còn ${parts.total - parts.accepted - parts.notApplicable} phần giao xuống chưa được công nhận, và chưa có ${evidenceNames[kind]} của đơn vị.`;
  }
  return `Hãy thêm ${evidenceNames[kind]} rồi nộp.`;
}
