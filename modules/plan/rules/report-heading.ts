/** Head and signature of a unit's report by Nghị định 30/2020/NĐ-CP. The layout puts agencies in capitals. */

export interface ReportingUnit {
  readonly kind: string;
  readonly name: string;
  /** The commune of a school managed by it, the school of a subject team, else the department. */
  readonly parentName: string | null;
  readonly parentKind: string | null;
  readonly departmentName: string;
  /** What the unit has set itself; null: by the rule. */
  readonly place: string | null;
  readonly superior: string | null;
}

export interface ReportHeading {
  readonly superior: string | null;
  readonly agency: string;
  readonly place: string;
  readonly position: string;
}

/** "Sở Giáo dục và Đào tạo tỉnh Điện Biên" → the department, its province with and without its kind. */
function splitDepartment(name: string): { agency: string; province: string; place: string } {
  const match = /^(.*?)\s+((?:tỉnh|thành phố)\s+(.+))$/iu.exec(name.normalize('NFC').trim());
  const plain = /^(Sở Giáo dục và Đào tạo)\s+(.+)$/iu.exec(name.normalize('NFC').trim());
  if (match) return { agency: match[1]!, province: match[2]!, place: match[3]! };
  if (plain) return { agency: plain[1]!, province: `tỉnh ${plain[2]}`, place: plain[2]! };
  return { agency: name, province: '', place: name };
}

/** "Xã Mường Pồn" inside a longer name: "Ủy ban nhân dân xã Mường Pồn". */
function committee(commune: string): string {
  return `Ủy ban nhân dân ${commune.replace(/^(Xã|Phường|Đặc khu)(?=\s)/u, (kind) => kind.toLocaleLowerCase('vi'))}`;
}

function withoutKind(commune: string): string {
  return commune.replace(/^(xã|phường|đặc khu)\s+/iu, '');
}

/**
 * Who issues, under whom, where, and as what the head signs: a school of a commune under the commune's People's
 * Committee, any other school under the department; a commune's report comes from its culture and society office.
 */
export function reportHeading(unit: ReportingUnit): ReportHeading {
  const department = splitDepartment(unit.departmentName);
  const ofCommune = unit.parentKind === 'commune' && unit.parentName !== null;
  const byRule = ((): ReportHeading => {
    switch (unit.kind) {
      case 'department':
        return {
          superior: department.province ? `Ủy ban nhân dân ${department.province}` : null,
          agency: department.agency,
          place: department.place,
          position: 'Giám đốc',
        };
      case 'commune':
        return {
          superior: committee(unit.name),
          agency: 'Phòng Văn hóa - Xã hội',
          place: withoutKind(unit.name),
          position: 'Trưởng phòng',
        };
      case 'school':
        return {
          superior: ofCommune ? committee(unit.parentName ?? '') : department.agency,
          agency: unit.name,
          place: ofCommune ? withoutKind(unit.parentName ?? '') : department.place,
          position: /^trung tâm\s/iu.test(unit.name) ? 'Giám đốc' : 'Hiệu trưởng',
        };
      case 'subjectTeam':
        return {
          superior: unit.parentName,
          agency: unit.name,
          place: department.place,
          position: 'Tổ trưởng',
        };
      default:
        return {
          superior: department.agency,
          agency: unit.name,
          place: department.place,
          position: 'Trưởng phòng',
        };
    }
  })();
  return { ...byRule, place: unit.place ?? byRule.place, superior: unit.superior ?? byRule.superior };
}

/** Roles that sign as head of their unit; a commune's report is signed by the head of its office, by hand. */
const signingRoles = ['departmentLeader', 'divisionHead', 'principal', 'teamLead'];

/**
 * How a report is signed: by the head, or by the deputy for the head ("KT. HIỆU TRƯỞNG", NĐ 30/2020 điều 13); without
 * a name when whoever handed it in does not sign.
 */
export function reportSignature(
  position: string,
  signer: { readonly role: string | null; readonly name: string | null },
): { authority?: string; position: string; name: string } {
  const head = position.toLocaleUpperCase('vi');
  if (signer.role === 'vicePrincipal') {
    return { authority: `KT. ${head}`, position: `PHÓ ${head}`, name: signer.name ?? '' };
  }
  return { position: head, name: signingRoles.includes(signer.role ?? '') ? (signer.name ?? '') : '' };
}

/** A unit as it is addressed: reports to a commune go to its People's Committee. */
export function addresseeName(unit: { readonly kind: string; readonly name: string }): string {
  return unit.kind === 'commune' ? committee(unit.name) : unit.name;
}
