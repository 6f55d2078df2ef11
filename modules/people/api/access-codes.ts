import { bind } from '#modules/identity-access';
import { findUnit } from '#modules/organisation';
import { renderSlips } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { mayDo } from '#rules/identity-access';
import { activateAccount, addChild, checkCode, makeSlips } from '../actions/access-codes.ts';
import { importScope } from '../actions/import-kinds.ts';
import * as contract from '../contract/access-codes.ts';
import { listSlipGroups } from '../data/access-codes.ts';
import { listMyChildren } from '../data/children.ts';

const who = { pupil: 'Học sinh', guardian: 'Phụ huynh em', staff: 'Giáo viên' } as const;

/** Slips with codes, and what their holders do with them. */
export const accessCodeRoutes: AnyRoute[] = [
  bind(contract.listSlipGroups, async ({ tx, actor, now, query }) => {
    const { unitId, schoolYear } = await importScope(tx, { actor, now }, query.schoolYearId);
    return { items: await listSlipGroups(tx, { unitId, schoolYearId: schoolYear.id, now }) };
  }),
  bind(contract.printSlips, async ({ tx, actor, now, query, body, services }) => {
    const scope = await importScope(tx, { actor, now }, query.schoolYearId);
    const { holder, replace } = body;
    const classId = body.holder === 'staff' ? null : body.classId;
    const slips = await makeSlips(tx, scope, { classId, holder, replace });
    const school = await findUnit(tx, scope.unitId);
    const address = `${services.publicUrl}/kich-hoat`;
    const bytes = await renderSlips({
      heading: `${school!.name} – năm học ${scope.schoolYear.name}`,
      instruction: `Quét mã vuông hoặc mở ${address}, gõ mã này rồi đặt mật khẩu. Mã của riêng bạn: đừng đưa cho người khác.`,
      slips: slips.map(({ fullName, className, code }) => ({
        name: fullName,
        detail: className === null ? who[holder] : `${who[holder]} lớp ${className}`,
        code,
        // After the number sign: browsers do not send it, so no log keeps the code.
        address: `${address}#${code}`,
      })),
    });
    const name = slips[0]!.className ?? 'giao-vien';
    return { fileName: `phieu-kich-hoat-${name}-${holder}.pdf`, mediaType: 'application/pdf', bytes };
  }),
  bind(contract.listMyChildren, async ({ tx, actor }) => ({
    items: await listMyChildren(tx),
    may: ['people.addChild'].filter((operation) => mayDo(operation, actor.role)),
  })),
  bind(contract.addChild, ({ tx, body, ip, now }) => addChild(tx, body.code, { ip, now })),
  bind(contract.checkCode, ({ tx, body, ip, now }) => checkCode(tx, body.code, { ip, now })),
  bind(contract.activateAccount, ({ tx, body, ip, now }) => activateAccount(tx, body, { ip, now })),
];
