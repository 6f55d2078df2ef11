/** States of a plan and the steps between them (CUR-30, CUR-32; CV 5512/BGDĐT-GDTrH). */
export type PlanState = 'draft' | 'proposed' | 'approved' | 'acknowledged' | 'published' | 'superseded';
export type TeamState = 'draft' | 'proposed' | 'returned' | 'accepted';
export type PlanStep = 'propose' | 'approve' | 'return' | 'acknowledge' | 'publish' | 'amend' | 'edit';

const from: Readonly<Record<PlanStep, readonly PlanState[]>> = {
  edit: ['draft', 'proposed'],
  propose: ['draft'],
  approve: ['proposed'],
  return: ['proposed', 'approved'],
  acknowledge: ['approved'],
  publish: ['approved', 'acknowledged'],
  amend: ['published'],
};

const heads = ['principal', 'vicePrincipal'];
const office = [...heads, 'clerk'];
const commune = ['communeLeader', 'communeOfficer'];
const department = ['departmentLeader', 'divisionHead', 'specialist'];

/**
 * Whether somebody acting in `role` may take a step now: the school's office drafts and proposes, its head approves, publishes and
 * amends, the level that manages the school (GOV: commune for lower secondary, department for the others) takes note or returns.
 */
export function mayStep(
  step: PlanStep,
  plan: { readonly state: PlanState; readonly managedBy: string | null },
  role: string | null,
): boolean {
  if (role === null || !from[step].includes(plan.state)) return false;
  const above = plan.managedBy === 'communePC' ? commune : department;
  switch (step) {
    case 'edit':
    case 'propose':
      return office.includes(role);
    case 'approve':
      return role === 'principal';
    case 'return':
      return plan.state === 'proposed' ? role === 'principal' : above.includes(role);
    case 'acknowledge':
      return above.includes(role);
    case 'publish':
    case 'amend':
      return heads.includes(role);
  }
}

/** What stands between a plan and its approval; empty: nothing. */
export function approvalProblems(
  findings: readonly { readonly severity: string }[],
  teams: readonly { readonly name: string; readonly state: TeamState }[],
  warningsReason: string | null,
): { path: string; message: string }[] {
  const mustFix = findings.filter(({ severity }) => severity === 'mustFix').length;
  const warnings = findings.length - mustFix;
  const open = teams.filter(({ state }) => state !== 'accepted');
  return [
    ...(mustFix > 0
      ? [{ path: '', message: `Còn ${mustFix} lỗi phải sửa. Xem mục Kiểm tra và sửa hết trước khi duyệt.` }]
      : []),
    ...(open.length > 0
      ? [{ path: '', message: `Chưa duyệt phần của: ${open.map(({ name }) => name).join(', ')}.` }]
      : []),
    ...(warnings > 0 && !warningsReason?.trim()
      ? [{ path: 'warningsReason', message: `Còn ${warnings} cảnh báo: hãy ghi lí do và cách xử lí.` }]
      : []),
  ];
}
