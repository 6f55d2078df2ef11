import type { FileAnswer } from '#platform/http';
import { mayDo, type Role } from '#rules/identity-access';
import type { OpenSheet } from '../actions/sheet.ts';
import type { Term } from '../data/terms.ts';
import { cellOf, cellText, placeName, printedDay } from '../rules/index.ts';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A paper to print, as the answer of a download. */
export function paperOf(name: string, format: keyof typeof paperTypes, bytes: Uint8Array): FileAnswer {
  return { fileName: `${name}.${format}`, mediaType: paperTypes[format], bytes };
}

/** Which of these operations the role may use. */
export function mayOf(role: Role | null, operations: readonly string[]): string[] {
  return operations.filter((operation) => mayDo(operation, role));
}

export function termShape({ opensOn, closesOn, lockedAt, note, version }: Term) {
  return { opensOn, closesOn, lockedAt, note, version };
}

/** Why a person cannot enter marks into a sheet now; null: nothing stands in the way. */
export function closedBecause({ ground, mine, state, term }: OpenSheet): string | null {
  if (state === 'locked') return 'Điểm học kì này đã khoá. Muốn sửa, hãy gửi đề nghị sửa điểm.';
  if (mine.length === 0 && ground.assigned.length > 0)
    return 'Cả lớp học môn này theo nhóm môn lựa chọn: giáo viên của nhóm nhập điểm, bạn chỉ xem.';
  if (mine.length === 0) return 'Chỉ giáo viên được phân công dạy môn này ở lớp mới nhập được điểm.';
  if (state === 'open') return null;
  return `Thời gian nhập điểm: từ ${printedDay(term.opensOn)} đến ${printedDay(term.closesOn)}.`;
}

export function sheetShape(sheet: OpenSheet, role: Role | null) {
  const { ground, subject, wanted, columns, rows, elsewhere, term, key, state } = sheet;
  const closed = closedBecause(sheet);
  const mine = sheet.mine.length > 0;
  return {
    class: { id: ground.classId, name: ground.className, grade: ground.grade },
    schoolYear: ground.schoolYear,
    semester: key.semester,
    subject: {
      code: subject.code,
      name: subject.name,
      judged: subject.judged,
      strands: subject.strands.map(({ code, name }) => ({ code, name })),
    },
    term: termShape(term),
    closedBecause: closed,
    columns: wanted.map((place) => {
      const said = columns.get(place);
      return {
        place,
        name: placeName(place),
        form: said?.form ?? null,
        title: said?.title ?? null,
        heldOn: said?.heldOn ?? null,
        strand: said?.strand ?? '',
        version: said?.version ?? 0,
      };
    }),
    rows: rows.map((row) => ({
      pupilId: row.pupilId,
      name: row.name,
      rollNumber: row.rollNumber,
      exemption: row.exemption,
      groupTeacher: row.groupTeacher,
      mine: row.mine.length > 0,
      cells: Object.fromEntries([
        ...wanted.flatMap((place) => {
          const text = cellText(subject.judged, cellOf(row, place));
          return text === '' ? [] : [[place, text] as const];
        }),
        ...(row.comment ? [['comment', row.comment] as const] : []),
      ]),
    })),
    elsewhere: [...elsewhere],
    may: [
      ...(mine && closed === null
        ? mayOf(role, ['gradebook.saveCells', 'gradebook.keepAssessment', 'gradebook.readSheet'])
        : []),
      ...(mine && state === 'locked' ? mayOf(role, ['gradebook.askCorrection']) : []),
      ...mayOf(role, ['gradebook.keepExemption', 'gradebook.addPhrase']),
    ],
  };
}
