import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Finding } from '../rules/index.ts';
import type { Plan } from './plans.ts';

/** What the checks found when the plan was last changed. */
export async function listFindings(tx: ReadTx, planId: string): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    SELECT rule, severity, place, message FROM education_plan.finding WHERE plan_id = ${planId} ORDER BY position`.execute(
    tx,
  );
  return rows;
}

export async function replaceFindings(
  tx: WriteTx,
  plan: Pick<Plan, 'id' | 'unitId' | 'departmentId'>,
  findings: readonly Finding[],
): Promise<void> {
  await sql`DELETE FROM education_plan.finding WHERE plan_id = ${plan.id}`.execute(tx);
  if (findings.length === 0) return;
  await sql`INSERT INTO education_plan.finding (id, plan_id, unit_id, department_id, position, rule, severity, place, message)
    SELECT organisation.uuid_v7(), ${plan.id}, ${plan.unitId}, ${plan.departmentId}, f.position, f.rule, f.severity, f.place, f.message
    FROM jsonb_to_recordset(${JSON.stringify(findings.map((finding, position) => ({ ...finding, position })))}::jsonb)
      f (position smallint, rule text, severity text, place text, message text)`.execute(tx);
}
