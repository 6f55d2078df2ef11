import type { PageContent, Step } from '../rules/index.ts';

/** Namespace of the data form. */
export const formNamespace = 'urn:hoaban:hocba:1';
/** What the signatures of the data form are over. */
export const formId = 'noiDung';

/**
 * The data form of a page: the content field by field, the canonical text it comes from with its digest, and who confirmed what when. Not yet
 * signed; principal and school sign the element with the Id `noiDung`.
 */
export function pageXml(content: PageContent, text: string, digest: string, steps: readonly Step[]): string {
  const { pupil, previous, conduct, academic } = content;
  const body = element('noiDung', { Id: formId, phienBan: content.number, ma: content.code }, [
    element('vanTay', { thuatToan: 'SHA-256' }, digest),
    previous ? element('banTruoc', { so: previous.number, vanTay: previous.digest }, previous.reason) : '',
    element('truong', { ma: content.school.code, so: content.department }, content.school.name),
    element(
      'namHoc',
      { cap: content.level, lop: content.className, khoi: content.grade },
      content.schoolYear,
    ),
    element('hocSinh', {}, [
      element('hoTen', {}, pupil.name),
      element('gioiTinh', {}, pupil.sex),
      element('ngaySinh', {}, pupil.birthDate),
      optional('noiSinh', pupil.birthPlace),
      optional('danToc', pupil.ethnicGroup),
      optional('maHocSinh', pupil.sectorCode),
      optional('soDinhDanh', pupil.identityNumber),
      optional('choO', pupil.address),
      ...content.guardians.map(({ relation, name }) => element('nguoiGiamHo', { quanHe: relation }, name)),
    ]),
    element(
      'monHoc',
      {},
      content.subjects.map((line) =>
        element('mon', { ma: line.code, danhGia: line.judged, ...(line.exempt ? { mien: 'true' } : {}) }, [
          element('ten', {}, line.name),
          optional('hocKi1', line.semester1),
          optional('hocKi2', line.semester2),
          optional('caNam', line.year),
          optional('kiemTraLai', line.retest),
          optional('nhanXet', line.comment),
          ...line.teachers.map((name) => element('giaoVien', {}, name)),
        ]),
      ),
    ),
    element('hocTap', { hocKi1: academic.semester1, hocKi2: academic.semester2, caNam: academic.year }, []),
    element(
      'renLuyen',
      {
        hocKi1: conduct.semester1,
        hocKi2: conduct.semester2,
        caNam: conduct.year,
        ...(conduct.afterSummer ? { sauHe: conduct.afterSummer } : {}),
      },
      [],
    ),
    element('soBuoiNghi', {}, String(content.absentSessions)),
    element(
      'ketQua',
      {
        xet: content.decision,
        cuoiCung: content.outcome,
        ...(content.completes ? { hoanThanh: content.completes } : {}),
      },
      content.retestSubjects.join(' '),
    ),
    optional('danhHieu', content.honour),
    ...content.awards.map((line) => element('khenThuong', {}, line)),
    element('nhanXetChuNhiem', { giaoVien: content.homeroomTeacher }, content.comment),
    element(
      'xacNhan',
      {},
      steps
        .filter(({ state, kind }) => state === 'done' && (kind === 'subject' || kind === 'homeroom'))
        .map((step) =>
          element(
            'nguoi',
            {
              viec: step.kind,
              ...(step.subjectCode ? { mon: step.subjectCode } : {}),
              cach: step.method ?? '',
              luc: step.doneAt ? new Date(step.doneAt).toISOString() : '',
              ...(step.method === 'standIn' ? { thay: step.signer ?? '', liDo: step.note ?? '' } : {}),
            },
            [element('ten', {}, step.doneName ?? ''), optional('chuKy', step.signature)],
          ),
        ),
    ),
    element(
      'duLieuGoc',
      { dinhDang: content.format, maHoa: 'base64' },
      Buffer.from(text, 'utf8').toString('base64'),
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<hocBa xmlns="${formNamespace}">${body}</hocBa>`;
}

function optional(name: string, value: string | null): string {
  return value === null ? '' : element(name, {}, value);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: string | readonly string[],
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return `<${name}${written}>${typeof inside === 'string' ? escaped(inside) : inside.join('')}</${name}>`;
}

/** As XML may hold it; control signs, which XML cannot hold, are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}
