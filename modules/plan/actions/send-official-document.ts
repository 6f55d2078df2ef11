import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { listAccountsHolding, tellPeople } from '../data/announcements.ts';
import {
  isInForce,
  isNumberUsed,
  lockLastNumber,
  type OfficialRow,
  supersedeOfficial,
  updateOfficialRow,
} from '../data/official-documents.ts';
import { insertRecipients, listRecipients } from '../data/official-recipients.ts';
import { countUndisposed, listSilentUnits } from '../data/opinions.ts';
import { planErrors } from '../errors.ts';
import { officialDocumentLink } from '../rules/links.ts';
import { type OfficialState, officialKinds, takesOpinions, writeSymbol } from '../rules/official-document.ts';
import type { Acting } from './acting.ts';
import { selectAgency } from './agency.ts';
import { lockOfficial } from './draft-official-document.ts';

/** Who of a unit gets its post. */
const postRoles = [
  'departmentLeader',
  'divisionHead',
  'communeLeader',
  'communeOfficer',
  'principal',
  'vicePrincipal',
  'clerk',
  'teamLead',
  'specialist',
];

interface Moved {
  readonly state: OfficialState;
  readonly version: number;
}

async function tellUnits(
  tx: WriteTx,
  { actor, now }: Acting,
  unitIds: readonly string[],
  announcement: { kind: string; title: string; body: string; link: string },
): Promise<void> {
  const readers = await listAccountsHolding(tx, unitIds, postRoles, localDate(now));
  await tellPeople(
    tx,
    readers.filter((accountId) => accountId !== actor.accountId),
    actor.departmentId,
    { ...announcement, now },
  );
}

async function recipientsOf(tx: WriteTx, row: OfficialRow): Promise<string[]> {
  const units = await listRecipients(tx, row.unitId, {
    kinds: row.recipientKinds,
    unitIds: row.recipientUnitIds,
  });
  return units.map((unit) => unit.id);
}

/**
 * Sends a draft to its recipients for opinions through the day `until`; done again, it moves that day and asks
 * the recipients added meanwhile. Units that were asked before are not told twice.
 */
export async function collectOpinions(
  tx: WriteTx,
  acting: Acting,
  documentId: string,
  input: { version: number; until: string },
): Promise<Moved & { units: number }> {
  const row = await lockOfficial(tx, acting, documentId, 'plan.collectOpinions', input);
  const today = localDate(acting.now);
  // A running collection may be ended as of yesterday; a new one needs at least today.
  const shortened = row.state === 'collecting' && row.commentUntil !== null && input.until < row.commentUntil;
  if (input.until < today && !shortened) throw planErrors.opinionDateTooEarly();
  const units = await recipientsOf(tx, row);
  if (units.length === 0) throw planErrors.noRecipients();
  if (row.files === 0) throw planErrors.noDocumentFile();
  await updateOfficialRow(tx, documentId, {
    state: 'collecting',
    collecting: { until: input.until, since: acting.now },
  });
  const asked = await insertRecipients(tx, documentId, units, 'opinion', acting.now);
  await tellUnits(tx, acting, asked, {
    kind: 'officialDocument',
    title: `Góp ý dự thảo đến hết ngày ${formatDate(input.until)}`,
    body: row.abstract,
    link: officialDocumentLink(documentId),
  });
  return { state: 'collecting', version: row.version + 1, units: asked.length };
}

/** A collection under way ends by its day or by the last answer; every comment has been disposed of. */
async function checkOpinions(tx: WriteTx, row: OfficialRow, today: string): Promise<void> {
  if (takesOpinions(row, today)) {
    const silent = await listSilentUnits(tx, row.id);
    if (silent.length > 0) throw planErrors.stillCollecting(formatDate(row.commentUntil!), silent.length);
  }
  const undisposed = await countUndisposed(tx, row.id);
  if (undisposed > 0) throw planErrors.opinionsUndisposed(undisposed);
}

async function chooseNumber(
  tx: WriteTx,
  row: OfficialRow,
  input: { issuedOn: string; number?: number | undefined },
  write: (number: number) => string,
): Promise<number> {
  const year = Number(input.issuedOn.slice(0, 4));
  const last = await lockLastNumber(tx, row.unitId, year, row.kind);
  if (input.number !== undefined) {
    const used = await isNumberUsed(tx, { unitId: row.unitId, year, kind: row.kind, number: input.number });
    if (used) throw planErrors.numberTaken(write(input.number));
    return input.number;
  }
  if (last && input.issuedOn < last.issuedOn) {
    throw planErrors.numberOutOfOrder(last.symbol, formatDate(last.issuedOn));
  }
  const number = (last?.number ?? 0) + 1;
  if (number > 99_999) throw planErrors.numberTaken(write(number));
  return number;
}

/**
 * Issues a document: gives it the next number of its kind in the year (from 01), or the one already given on
 * paper, writes its symbol (NĐ 30/2020), sends it to its recipients and puts the document it replaces out of force.
 */
export async function issueOfficialDocument(
  tx: WriteTx,
  acting: Acting,
  documentId: string,
  input: {
    version: number;
    issuedOn: string;
    signatoryName: string;
    signatoryPosition: string;
    number?: number | undefined;
  },
): Promise<Moved & { number: number; symbol: string; units: number }> {
  const row = await lockOfficial(tx, acting, documentId, 'plan.issueOfficialDocument', input);
  const today = localDate(acting.now);
  if (input.issuedOn > today) throw planErrors.issuedInFuture();
  if (row.files === 0) throw planErrors.noDocumentFile();
  await checkOpinions(tx, row, today);
  if (row.replacesId && !(await isInForce(tx, row.replacesId, row.unitId))) {
    throw planErrors.replacedNotIssued();
  }
  const agency = await selectAgency(tx, row.unitId);
  const section =
    row.draftingUnitKind === 'division' ? (await selectAgency(tx, row.draftingUnitId)).abbreviation : null;
  const write = (number: number) => writeSymbol(row.kind, number, agency.abbreviation, section);
  const number = await chooseNumber(tx, row, input, write);
  const symbol = write(number);
  const units = await recipientsOf(tx, row);
  await updateOfficialRow(tx, documentId, {
    state: 'issued',
    issue: {
      number,
      symbol,
      issuedOn: input.issuedOn,
      issuedBy: acting.actor.accountId,
      signatoryName: input.signatoryName,
      signatoryPosition: input.signatoryPosition,
    },
  });
  if (row.replacesId) await supersedeOfficial(tx, row.replacesId);
  const told = await insertRecipients(tx, documentId, units, 'carryOut', acting.now);
  await tellUnits(tx, acting, told, {
    kind: 'officialDocument',
    title: `${officialKinds[row.kind].name} ${symbol} ngày ${formatDate(input.issuedOn)}`,
    body: row.abstract,
    link: officialDocumentLink(documentId),
  });
  return { state: 'issued', version: row.version + 1, number, symbol, units: told.length };
}

/** Cancels a draft with a reason; units asked for an opinion hear of it. */
export async function cancelOfficialDocument(
  tx: WriteTx,
  acting: Acting,
  documentId: string,
  input: { version: number; reason: string },
): Promise<Moved> {
  const row = await lockOfficial(tx, acting, documentId, 'plan.cancelOfficialDocument', input);
  await updateOfficialRow(tx, documentId, { state: 'cancelled', stateNote: input.reason });
  if (row.state === 'collecting') {
    await tellUnits(tx, acting, await recipientsOf(tx, row), {
      kind: 'officialDocument',
      title: 'Dự thảo đã hủy, không cần góp ý nữa',
      body: row.abstract,
      link: officialDocumentLink(documentId),
    });
  }
  return { state: 'cancelled', version: row.version + 1 };
}

/** Takes an issued document out of force with a reason; its number stays used. */
export async function revokeOfficialDocument(
  tx: WriteTx,
  acting: Acting,
  documentId: string,
  input: { version: number; reason: string },
): Promise<Moved> {
  const row = await lockOfficial(tx, acting, documentId, 'plan.revokeOfficialDocument', input);
  await updateOfficialRow(tx, documentId, { state: 'revoked', stateNote: input.reason });
  await tellUnits(tx, acting, await recipientsOf(tx, row), {
    kind: 'officialDocument',
    title: `Thu hồi văn bản ${row.symbol}`,
    body: input.reason,
    link: officialDocumentLink(documentId),
  });
  return { state: 'revoked', version: row.version + 1 };
}
