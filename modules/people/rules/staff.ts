import type { Problem } from '#platform/errors';
import { findSubject, programmes, type Subject } from '#reference/curriculum-2018';

export const posts = [
  'principal',
  'vicePrincipal',
  'teacher',
  'youthLeader',
  'equipmentOfficer',
  'librarian',
  'clerk',
  'accountant',
  'nurse',
  'counsellor',
  'inclusiveSupport',
  'boardingStaff',
  'other',
] as const;
export type Post = (typeof posts)[number];

export const employments = ['tenured', 'contract', 'visiting'] as const;
export type Employment = (typeof employments)[number];

/** From the lowest to the highest. */
export const qualifications = ['none', 'intermediate', 'college', 'bachelor', 'master', 'doctor'] as const;
export type Qualification = (typeof qualifications)[number];

export const bases = ['trained', 'certified'] as const;
/** trained: by the main training (đào tạo); certified: by a certificate of further training (bồi dưỡng). */
export type Basis = (typeof bases)[number];

/** A subject somebody may teach; strand '' is the whole subject. */
export interface StaffSubject {
  readonly subjectCode: string;
  readonly strand: string;
  readonly lowerLevel: boolean;
  readonly upperLevel: boolean;
  readonly basis: Basis;
}

/** How people in schools call it, for spreadsheets. */
export const postWords: Readonly<Record<Post, string>> = {
  principal: 'Hiệu trưởng',
  vicePrincipal: 'Phó hiệu trưởng',
  teacher: 'Giáo viên',
  youthLeader: 'Tổng phụ trách Đội',
  equipmentOfficer: 'Thiết bị, thí nghiệm',
  librarian: 'Thư viện',
  clerk: 'Văn thư',
  accountant: 'Kế toán',
  nurse: 'Y tế',
  counsellor: 'Tư vấn học sinh',
  inclusiveSupport: 'Hỗ trợ giáo dục người khuyết tật',
  boardingStaff: 'Quản lý nội trú, bán trú',
  other: 'Khác',
};
export const employmentWords: Readonly<Record<Employment, string>> = {
  tenured: 'Biên chế',
  contract: 'Hợp đồng',
  visiting: 'Thỉnh giảng',
};
export const qualificationWords: Readonly<Record<Qualification, string>> = {
  none: 'Chưa qua đào tạo',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  bachelor: 'Đại học',
  master: 'Thạc sĩ',
  doctor: 'Tiến sĩ',
};

/** A subject as the newest programme that knows it has it. */
export function newestSubject(subjectCode: string): Subject | undefined {
  return programmes
    .toReversed()
    .map((programme) => findSubject(programme, subjectCode))
    .find((found) => found !== undefined);
}

/** The name of a subject or of its strand, as the programme has it; an unknown code stays as it is. */
export function subjectName(subjectCode: string, strand = ''): string {
  const subject = newestSubject(subjectCode);
  const part = subject?.strands.find(({ code }) => code === strand);
  if (!subject) return subjectCode;
  return part ? `${subject.name} (${part.name})` : subject.name;
}

const youngest = 18;

function ageOn(birthDate: string, day: string): number {
  const whole = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? whole - 1 : whole;
}

export interface StaffInput {
  readonly birthDate: string;
  readonly joinedOn: string;
  readonly sex: 'female' | 'male';
  readonly infantUntil: string | null;
  readonly subjects: readonly StaffSubject[];
}

/** Every fault in a staff record as typed in; paths are field names ('subjects.0.strand'). Days are 'YYYY-MM-DD'. */
export function staffProblems(input: StaffInput, today: string): Problem[] {
  const found: Problem[] = [];
  if (input.birthDate < '1940-01-01') {
    found.push({ path: 'birthDate', message: 'Năm sinh quá xa. Hãy kiểm tra lại.' });
  } else if (ageOn(input.birthDate, today) < youngest) {
    found.push({ path: 'birthDate', message: `Người làm việc ở trường phải đủ ${youngest} tuổi.` });
  }
  if (ageOn(input.birthDate, input.joinedOn) < 15) {
    found.push({ path: 'joinedOn', message: 'Ngày về trường quá sớm so với ngày sinh.' });
  }
  if (input.infantUntil !== null && input.sex !== 'female') {
    found.push({ path: 'infantUntil', message: 'Chỉ ghi cho nữ giáo viên nuôi con dưới 12 tháng.' });
  }
  return [...found, ...subjectProblems(input.subjects)];
}

function subjectProblems(subjects: readonly StaffSubject[]): Problem[] {
  const keyOf = ({ subjectCode, strand }: StaffSubject) => `${subjectCode}/${strand}`;
  return subjects.flatMap((one, at): Problem[] => {
    const subject = programmes
      .map((programme) => findSubject(programme, one.subjectCode))
      .find((known) => known !== undefined);
    if (!subject) {
      return [{ path: `subjects.${at}.subjectCode`, message: 'Không có môn này trong chương trình.' }];
    }
    const found: Problem[] = [];
    if (one.strand !== '' && !subject.strands.some(({ code }) => code === one.strand)) {
      found.push({ path: `subjects.${at}.strand`, message: `Môn ${subject.name} không có phân môn này.` });
    }
    if (subjects.findIndex((other) => keyOf(other) === keyOf(one)) < at) {
      found.push({ path: `subjects.${at}.subjectCode`, message: 'Môn này đã có trong danh sách.' });
    }
    if (!one.lowerLevel && !one.upperLevel) {
      found.push({ path: `subjects.${at}.lowerLevel`, message: 'Hãy chọn ít nhất một cấp học.' });
    }
    return found;
  });
}

/** Subjects that may be taught with a college degree and a certificate (STF-44: Nghị định 93/2026/NĐ-CP Điều 20). */
const collegeSubjects = new Set(['INF', 'TECH', 'MUS', 'FA', 'ART']);

/** One thing about a staff record to look at. Nothing is refused for it. */
export interface StaffWarning {
  readonly code: 'belowStandard' | 'notTeacherTrained' | 'noSubject' | 'noAccount' | 'noTeam';
  /** The rule obeyed; '' where it is good sense and no rule. */
  readonly rule: string;
  readonly message: string;
}

/** What a school should look at in a staff record. */
export function staffWarnings(member: {
  readonly post: Post;
  readonly qualification: Qualification;
  readonly teacherTrained: boolean;
  readonly teamId: string | null;
  readonly accountId: string | null;
  readonly subjects: readonly { readonly subjectCode: string }[];
}): StaffWarning[] {
  const found: StaffWarning[] = [];
  if (member.post === 'teacher') {
    const rank = qualifications.indexOf(member.qualification);
    const onlyCollegeSubjects =
      member.subjects.length > 0 &&
      member.subjects.every(({ subjectCode }) => collegeSubjects.has(subjectCode));
    if (rank < qualifications.indexOf(onlyCollegeSubjects ? 'college' : 'bachelor')) {
      found.push({
        code: 'belowStandard',
        rule: 'STF-44',
        message: 'Chưa đạt chuẩn trình độ đại học của giáo viên THCS, THPT (Luật Giáo dục, Điều 72).',
      });
    }
    if (!member.teacherTrained) {
      found.push({
        code: 'notTeacherTrained',
        rule: 'STF-44',
        message: 'Chưa có bằng sư phạm hoặc chứng chỉ bồi dưỡng nghiệp vụ sư phạm.',
      });
    }
    if (member.subjects.length === 0) {
      found.push({ code: 'noSubject', rule: '', message: 'Chưa ghi môn dạy được.' });
    }
    if (member.teamId === null)
      found.push({ code: 'noTeam', rule: '', message: 'Chưa thuộc tổ chuyên môn nào.' });
  }
  if (member.accountId === null) {
    found.push({ code: 'noAccount', rule: '', message: 'Chưa có tài khoản.' });
  }
  return found;
}
