import type { Sheet } from '#platform/documents';
import type { PupilStatus } from '../rules/pupil.ts';
import { outcomeWords, sexWords, statusWords, transferStateWords } from '../rules/pupil-words.ts';
import type { Outcome } from '../rules/roll-over.ts';

interface ListedPupil {
  readonly fullName: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly sectorCode: string | null;
  readonly status: PupilStatus;
  readonly className: string | null;
  readonly communeName: string | null;
  readonly village: string | null;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
}

/** The list of pupils as a sheet; nothing sensitive (identity number, ethnic group, circumstances) leaves by it. */
export function pupilSheet(pupils: readonly ListedPupil[]): Sheet {
  return {
    name: 'Học sinh',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Họ và tên', kind: 'text', width: 28 },
      { title: 'Ngày sinh', kind: 'date', width: 12 },
      { title: 'Giới tính', kind: 'text', width: 10 },
      { title: 'Mã định danh ngành', kind: 'text', width: 18 },
      { title: 'Lớp', kind: 'text', width: 10 },
      { title: 'Xã, phường', kind: 'text', width: 22 },
      { title: 'Bản, thôn, tổ', kind: 'text', width: 22 },
      { title: 'Người liên hệ', kind: 'text', width: 26 },
      { title: 'Điện thoại', kind: 'text', width: 14 },
      { title: 'Tình trạng', kind: 'text', width: 22 },
    ],
    rows: pupils.map((pupil, at) => [
      at + 1,
      pupil.fullName,
      pupil.birthDate,
      sexWords[pupil.sex],
      pupil.sectorCode ?? '',
      pupil.className ?? '',
      pupil.communeName ?? '',
      pupil.village ?? '',
      pupil.guardianName ?? '',
      pupil.guardianPhone ?? '',
      statusWords[pupil.status],
    ]),
  };
}

interface ListedTransfer {
  readonly pupilName: string;
  readonly grade: number;
  readonly unitName: string;
  readonly toUnitName: string;
  readonly reason: string;
  readonly state: keyof typeof transferStateWords;
  readonly askedAt: string;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

/** The register of transfers as a sheet; days as days of Việt Nam. */
export function transferSheet(
  transfers: readonly ListedTransfer[],
  dayOf: (instant: string) => string,
): Sheet {
  return {
    name: 'Chuyển trường',
    columns: [
      { title: 'Học sinh', kind: 'text', width: 28 },
      { title: 'Khối', kind: 'integer', width: 8 },
      { title: 'Trường gửi', kind: 'text', width: 32 },
      { title: 'Trường nhận', kind: 'text', width: 32 },
      { title: 'Lý do', kind: 'text', width: 36 },
      { title: 'Ngày đề nghị', kind: 'date', width: 14 },
      { title: 'Kết quả', kind: 'text', width: 14 },
      { title: 'Ngày trả lời', kind: 'date', width: 14 },
      { title: 'Ghi chú', kind: 'text', width: 30 },
    ],
    rows: transfers.map((transfer) => [
      transfer.pupilName,
      transfer.grade,
      transfer.unitName,
      transfer.toUnitName,
      transfer.reason,
      dayOf(transfer.askedAt),
      transferStateWords[transfer.state],
      transfer.decidedAt ? dayOf(transfer.decidedAt) : '',
      transfer.decisionNote ?? '',
    ]),
  };
}

interface ListedStep {
  readonly fullName: string;
  readonly fromClass: string;
  readonly outcome: Outcome;
  readonly toClass: string | null;
  readonly reason: string | null;
}

/** Where every pupil would go, one line each. */
export function rollOverSheet(steps: readonly ListedStep[]): Sheet {
  return {
    name: 'Dự kiến lên lớp',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Họ và tên', kind: 'text', width: 28 },
      { title: 'Lớp hiện nay', kind: 'text', width: 14 },
      { title: 'Kết quả', kind: 'text', width: 24 },
      { title: 'Lớp năm học mới', kind: 'text', width: 16 },
      { title: 'Lý do', kind: 'text', width: 40 },
    ],
    rows: steps.map((step, at) => [
      at + 1,
      step.fullName,
      step.fromClass,
      outcomeWords[step.outcome],
      step.toClass ?? '',
      step.reason ?? '',
    ]),
  };
}
