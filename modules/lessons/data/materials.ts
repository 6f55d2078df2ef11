import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Material {
  readonly id: string;
  readonly planId: string;
  readonly kind: 'document' | 'file' | 'link';
  readonly title: string;
  readonly link: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

const columns = sql`id, lesson_plan_id AS "planId", kind, title, link, media_type AS "mediaType", bytes, sha256`;

/** What belongs to a plan, the plan's own file first. */
export async function listMaterials(tx: ReadTx, planId: string): Promise<Material[]> {
  const { rows } =
    await sql<Material>`SELECT ${columns} FROM lessons.material WHERE lesson_plan_id = ${planId}
    ORDER BY kind <> 'document', added_at, id`.execute(tx);
  return rows;
}

export async function selectMaterialOptional(tx: ReadTx, id: string): Promise<Material | undefined> {
  const { rows } = await sql<Material>`SELECT ${columns} FROM lessons.material WHERE id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertMaterial(
  tx: WriteTx,
  plan: { readonly id: string; readonly unitId: string; readonly departmentId: string },
  row: Omit<Material, 'planId'>,
  now: Date,
): Promise<void> {
  await sql`INSERT INTO lessons.material (id, lesson_plan_id, unit_id, department_id, kind, title, link, media_type, bytes, sha256, added_at)
    VALUES (${row.id}, ${plan.id}, ${plan.unitId}, ${plan.departmentId}, ${row.kind}, ${row.title}, ${row.link}, ${row.mediaType}, ${row.bytes},
      ${row.sha256}, ${now})`.execute(tx);
}

/** Links and files of one plan beside another, too: a copied plan keeps its materials. */
export async function copyMaterials(
  tx: WriteTx,
  from: string,
  plan: { readonly id: string; readonly unitId: string; readonly departmentId: string },
  now: Date,
): Promise<void> {
  await sql`INSERT INTO lessons.material (id, lesson_plan_id, unit_id, department_id, kind, title, link, media_type, bytes, sha256, added_at)
    SELECT organisation.uuid_v7(), ${plan.id}, ${plan.unitId}, ${plan.departmentId}, kind, title, link, media_type, bytes, sha256, ${now}
    FROM lessons.material WHERE lesson_plan_id = ${from}`.execute(tx);
}

export async function deleteMaterial(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM lessons.material WHERE id = ${id}`.execute(tx);
}
