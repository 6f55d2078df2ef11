import { readFileSync } from 'node:fs';
import { localDate } from '#platform/clock';
import { renderTemplate } from '#platform/documents';
import { formatDate, formatDateTime } from '#platform/i18n';
import { levelNames } from '#rules/gradebook';
import { type PageContent, printedCode, printedMark, type Step } from '../rules/index.ts';
import { decisionWords, honourWords, levelWords, relationWords } from './words.ts';

const source = readFileSync(new URL('./page.typ', import.meta.url), 'utf8');

/** What stands on the page besides the content. */
export interface PageFrame {
  readonly digest: string;
  /** Steps made so far: the confirmations that the page names. */
  readonly steps: readonly Step[];
  readonly publicUrl: string;
  /** Who signs as principal. */
  readonly principal: string;
  readonly at: Date;
}

/** The page as PDF/A-2b, not yet signed. Throws as renderTemplate. */
export function renderPage(content: PageContent, frame: PageFrame): Promise<Uint8Array> {
  return renderTemplate({
    source,
    data: pageData(content, frame),
    address: `${frame.publicUrl}/verify/${content.code}`,
  });
}

function pageData(content: PageContent, { digest, steps, publicUrl, principal, at }: PageFrame) {
  const { pupil, previous } = content;
  const day = localDate(at);
  const [year, month, date] = day.split('-').map(Number);
  const orNone = (value: string | null) => value ?? '';
  const homeroom = steps.find(({ kind }) => kind === 'homeroom');
  return {
    title: `Học bạ ${content.schoolYear}, mã ${printedCode(content.code)}`,
    date: { year, month, day: date },
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    department: content.department,
    school: content.school.name,
    level: levelWords[content.level],
    schoolYear: content.schoolYear,
    className: content.className,
    name: pupil.name,
    version: content.number === 1 ? '' : `Bản số ${content.number}`,
    correction: previous
      ? `Thay bản số ${previous.number} (vân tay ${previous.digest.slice(0, 16)}…). Lí do: ${previous.reason}`
      : '',
    code: printedCode(content.code),
    digest,
    address: `${publicUrl}/verify`,
    photo: 'Ảnh 3 × 4 cm',
    identity: [
      ['Họ và tên', pupil.name],
      ['Giới tính', pupil.sex === 'female' ? 'Nữ' : 'Nam'],
      ['Ngày sinh', formatDate(pupil.birthDate)],
      ['Nơi sinh', orNone(pupil.birthPlace)],
      ['Dân tộc', orNone(pupil.ethnicGroup)],
      ['Mã học sinh', orNone(pupil.sectorCode)],
      ['Số định danh cá nhân', orNone(pupil.identityNumber)],
      ['Chỗ ở hiện nay', orNone(pupil.address)],
      ...content.guardians
        .slice(0, 3)
        .map(({ relation, name }) => [relationWords[relation] ?? 'Người giám hộ', name]),
    ],
    subjects: content.subjects.map((line) =>
      line.exempt
        ? [line.name, '', '', '', '', 'Miễn', '']
        : [
            line.name,
            printedMark(line.semester1),
            printedMark(line.semester2),
            printedMark(line.year),
            printedMark(line.retest),
            orNone(line.comment),
            line.teachers.join(', '),
          ],
    ),
    levels: [
      [
        'Kết quả học tập',
        levelNames[content.academic.semester1],
        levelNames[content.academic.semester2],
        levelNames[content.academic.year],
        '',
      ],
      [
        'Kết quả rèn luyện',
        levelNames[content.conduct.semester1],
        levelNames[content.conduct.semester2],
        levelNames[content.conduct.year],
        content.conduct.afterSummer ? levelNames[content.conduct.afterSummer] : '',
      ],
    ],
    facts: [
      ['Số buổi nghỉ trong năm học', String(content.absentSessions)],
      ['Kết quả cuối năm học', decisionWords(content)],
      ['Danh hiệu', honourWords(content) || 'Không'],
      ['Khen thưởng, giải thưởng, chứng chỉ', content.awards.join('; ') || 'Không'],
    ],
    comment: content.comment,
    homeroom: content.homeroomTeacher,
    homeroomMark: homeroom?.doneAt
      ? `${homeroom.method === 'certificate' ? 'Đã ký số' : 'Đã xác nhận'} ${formatDateTime(homeroom.doneAt)}`
      : '',
    signedOn: `Ngày ${date} tháng ${month} năm ${year}`,
    principal,
    confirmations: steps
      .filter(({ kind, state }) => state === 'done' && (kind === 'subject' || kind === 'homeroom'))
      .map((step) => confirmationLine(content, step)),
  };
}

/** One confirmation in a line: whose, for which subject, when, and by whom in whose place. */
function confirmationLine(content: PageContent, step: Step): string {
  const what =
    step.kind === 'homeroom'
      ? 'Giáo viên chủ nhiệm'
      : (content.subjects.find(({ code }) => code === step.subjectCode)?.name ?? step.subjectCode);
  const when = step.doneAt ? formatDateTime(step.doneAt) : '';
  if (step.method === 'certificate')
    return `${what}: ${step.doneName} ký số ${when}, chứng thư ${step.certificate}`;
  if (step.method === 'standIn')
    return `${what}: ${step.doneName} xác nhận thay ${step.signer} ${when} (${step.note})`;
  return `${what}: ${step.doneName} xác nhận bằng tài khoản ${when}`;
}
