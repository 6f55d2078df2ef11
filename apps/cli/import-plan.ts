import { actAs } from '#modules/identity-access';
import { importDocument } from '#modules/plan';
import { openDatabase } from '#platform/db';
import { Refusal } from '#platform/errors';
import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

/** Imports a file as a draft, by the same action as the page does, as the person named. Works beside a running server. */
export async function importPlan(file: {
  bytes: Uint8Array;
  fileName: string;
  username: string;
  schoolYear: string | undefined;
}): Promise<number> {
  const prepared = await prepareDatabase(readConfig(process.env), 'join', (line) => console.error(line));
  const database = openDatabase(prepared.runtimeUrl, { maxConnections: 2 });
  try {
    const now = new Date();
    const answer = await actAs(
      database,
      { username: file.username, operationId: 'plan.importDocument', now },
      (tx, actor) => importDocument(tx, { actor, now }, file),
    );
    console.log(
      answer.alreadyImported
        ? 'Tệp này đã là bản nháp từ trước; không nhập lại.'
        : `Đã nhập thành bản nháp: ${answer.report.duties} nhiệm vụ, ${answer.report.solutions} giải pháp, ${answer.report.calendarEntries} việc trong lịch.`,
    );
    console.log(`Xem và ban hành tại /ke-hoach/${answer.documentId}`);
    return exitStatus.done;
  } catch (error) {
    if (error instanceof Refusal) throw badInput(`${error.shape.title}. ${error.shape.detail}`);
    throw error;
  } finally {
    await database.close();
    await prepared.close();
  }
}
