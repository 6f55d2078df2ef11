import { v7 as uuidv7 } from 'uuid';
import type { ReadTx, WriteTx } from '#platform/db';
import { cleanFileName, recogniseFile, storeFile, type UnacceptableFile } from '#platform/files';
import type { LessonPlan } from '../data/lesson-plans.ts';
import {
  deleteMaterial,
  insertMaterial,
  listMaterials,
  type Material,
  selectMaterialOptional,
} from '../data/materials.ts';
import { lessonErrors } from '../errors.ts';
import type { Acting } from './place.ts';
import { readPlan, stepsOf } from './write-plan.ts';

const mostMaterials = 30;
const refusals: Readonly<Record<UnacceptableFile, string>> = {
  empty: 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp rồi gửi lại.',
  oldOffice:
    'Tệp Word, Excel đời cũ hoặc đang đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu thành .docx hoặc .xlsx rồi gửi lại.',
  macros: 'Tệp có chứa macro nên không được nhận. Hãy lưu thành .docx hoặc .xlsx rồi gửi lại.',
  damaged: 'Tệp bị hỏng, không mở được. Hãy kiểm tra lại tệp rồi gửi lại.',
  unknown:
    'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) và ảnh (PNG, JPEG, WebP). Bài trình chiếu hãy lưu thành PDF.',
};

async function openPlan(tx: ReadTx, acting: Acting, planId: string): Promise<LessonPlan> {
  const plan = await readPlan(tx, planId);
  if (!stepsOf(acting, plan).includes('save')) throw lessonErrors.notNow(plan.state);
  if ((await listMaterials(tx, planId)).length >= mostMaterials)
    throw lessonErrors.tooManyMaterials(mostMaterials);
  return plan;
}

/**
 * Keeps a file with a plan: the plan itself written in Word (`document`, also PDF; a later one takes the place of the earlier), or a
 * digital material. The content is stored before the row.
 * @throws Refusal lessons.planNotFound, notNow, fileRefused, tooManyMaterials
 */
export async function addFile(
  tx: WriteTx,
  acting: Acting,
  filesFolder: string,
  planId: string,
  file: { readonly kind: 'document' | 'file'; readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Material> {
  const plan = await openPlan(tx, acting, planId);
  const recognised = await recogniseFile(file.bytes);
  if (typeof recognised === 'string') throw lessonErrors.fileRefused(refusals[recognised]);
  const { kind, mediaType, extensions } = recognised;
  if (file.kind === 'document' && kind !== 'docx' && kind !== 'pdf') {
    throw lessonErrors.fileRefused('Bài soạn là tệp Word (.docx) hoặc PDF. Hãy chọn lại tệp.');
  }
  const given = cleanFileName(file.fileName, `bai-day.${extensions[0]}`);
  const fitting = extensions.some((extension) => given.toLowerCase().endsWith(`.${extension}`));
  const sha256 = await storeFile(filesFolder, file.bytes);
  if (file.kind === 'document') {
    for (const old of await listMaterials(tx, planId))
      if (old.kind === 'document') await deleteMaterial(tx, old.id);
  }
  const material = {
    id: uuidv7(),
    kind: file.kind,
    title: fitting ? given : `${given}.${extensions[0]}`,
    ...{ link: null, mediaType, bytes: file.bytes.length, sha256 },
  };
  await insertMaterial(tx, plan, material, acting.now);
  return { ...material, planId };
}

/** Adds the address of a digital material. @throws Refusal lessons.planNotFound, notNow, tooManyMaterials */
export async function addLink(
  tx: WriteTx,
  acting: Acting,
  planId: string,
  { title, link }: { title: string; link: string },
): Promise<Material> {
  const plan = await openPlan(tx, acting, planId);
  const material = {
    id: uuidv7(),
    kind: 'link' as const,
    title,
    link,
    mediaType: null,
    bytes: null,
    sha256: null,
  };
  await insertMaterial(tx, plan, material, acting.now);
  return { ...material, planId };
}

/** @throws Refusal lessons.materialNotFound, notNow */
export async function removeMaterial(tx: WriteTx, acting: Acting, materialId: string): Promise<void> {
  const material = await selectMaterialOptional(tx, materialId);
  if (!material) throw lessonErrors.materialNotFound();
  const plan = await readPlan(tx, material.planId);
  if (!stepsOf(acting, plan).includes('save')) throw lessonErrors.notNow(plan.state);
  await deleteMaterial(tx, materialId);
}
