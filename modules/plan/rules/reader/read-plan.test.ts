import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUnaccounted } from './account.ts';
import type { PlanDraft, PlanDraftItem } from './draft.ts';
import { readPlan } from './read-plan.ts';
import { listSourceParagraphs, type SourceBlock, type SourceDocument } from './source.ts';
import { summarisePlan } from './summary.ts';

function source(...blocks: (string | string[][])[]): SourceDocument {
  return {
    fileName: 'plan.txt',
    format: 'text',
    notes: [],
    blocks: blocks.map(
      (block): SourceBlock =>
        typeof block === 'string' ? { kind: 'paragraph', text: block } : { kind: 'table', rows: block },
    ),
  };
}

function read(...blocks: (string | string[][])[]): PlanDraft {
  const draft = readPlan(source(...blocks));
  expect(draft.unaccounted).toEqual([]);
  return draft;
}

function textsOf(draft: PlanDraft, kind: PlanDraftItem['kind']): string[] {
  return draft.items.filter((item) => item.kind === kind).map((item) => item.text);
}

const unitsOf = (item: PlanDraftItem | undefined): string[] =>
  item?.responsible.map((unit) => unit.unit) ?? [];
const codesOf = (list: { code: string }[]): string[] => list.map((entry) => entry.code);

const HEAD = ['Điện Biên, ngày 5 tháng 8 năm 2025', 'KẾ HOẠCH CHUYÊN MÔN', 'Năm học 2025-2026'];

describe('the frame of a document', () => {
  test('title, year, place, date and position are found and are not duties', () => {
    const draft = read(
      ...HEAD,
      'I. CHUNG',
      'Lập kế hoạch ôn tập.',
      'Trên đây là kế hoạch của phòng.',
      'Nơi nhận:',
      '- Các trường;',
      'KT. GIÁM ĐỐC',
      'Nguyễn Văn Mẫu',
    );
    expect(draft.facts).toEqual({
      title: 'KẾ HOẠCH CHUYÊN MÔN Năm học 2025-2026',
      schoolYearStart: 2025,
      place: 'Điện Biên',
      signedOn: '2025-08-05',
      signatoryPosition: 'KT. GIÁM ĐỐC',
    });
    expect(draft.notDuty.map((line) => line.reason)).toEqual([
      'placeAndDate',
      'title',
      'schoolYear',
      'closing',
      'recipients',
      'recipients',
      'signature',
      'signature',
    ]);
    expect(textsOf(draft, 'duty')).toEqual(['Lập kế hoạch ôn tập']);
  });

  test('purposes and page numbers are kept with their reason', () => {
    const draft = read(
      ...HEAD,
      'I. MỤC ĐÍCH, YÊU CẦU',
      'Giúp các trường chủ động.',
      '2',
      'II. NHIỆM VỤ',
      'Xếp lớp hợp lý.',
    );
    expect(draft.notDuty.slice(3).map((line) => line.reason)).toEqual(['purpose', 'pageNumber']);
    expect(textsOf(draft, 'duty')).toEqual(['Xếp lớp hợp lý']);
  });

  test('a long line after the signature is reported', () => {
    const draft = read(
      ...HEAD,
      'I. CHUNG',
      'Xếp lớp.',
      'TRƯỞNG PHÒNG',
      'Các trường tiếp tục rà soát đội ngũ và báo cáo số liệu về phòng trước khi năm học kết thúc',
    );
    expect(codesOf(draft.problems)).toEqual(['textAfterClosing']);
  });

  test('a shopping list has no duty of a plan but loses nothing', () => {
    const draft = read('Căn cứ vào nhu cầu', 'TỔNG CỘNG');
    expect(codesOf(draft.problems)).toContain('noDuties');
  });

  test('a page pasted as one line is kept and reported, not cut', () => {
    const draft = read(...HEAD, 'I. CHUNG', 'Xếp lớp. '.repeat(1000));
    expect(codesOf(draft.problems)).toContain('paragraphTooLong');
  });
});

describe('sections', () => {
  test('two sections with one number both stay, told apart by position', () => {
    const draft = read(...HEAD, 'IV. ĐIỀU KIỆN', 'Bố trí kinh phí.', 'IV. TỔ CHỨC', 'Giao việc cho tổ.');
    expect(draft.headings.map((heading) => heading.sectionOrdinals)).toEqual([[1], [2]]);
    expect(draft.items.map((item) => item.sectionOrdinals)).toEqual([[1], [2]]);
    expect(codesOf(draft.notes)).toEqual(['repeatedNumber']);
  });

  test('a heading with nothing under it is heading and duty', () => {
    const draft = read(
      ...HEAD,
      'I. CHUNG',
      '1. Dạy học',
      'Xếp lớp.',
      '2. Tổ chức giải thể thao học sinh',
      'II. RIÊNG',
      'Xếp tổ.',
    );
    expect(draft.headings.filter((heading) => heading.isAlsoItem).map((heading) => heading.marker)).toEqual([
      '2.',
    ]);
    expect(textsOf(draft, 'duty')).toEqual(['Xếp lớp', 'Tổ chức giải thể thao học sinh', 'Xếp tổ']);
  });

  test('letters follow the Vietnamese alphabet and nest under numbers', () => {
    const draft = read(
      ...HEAD,
      'I. CHUNG',
      '1. Một',
      ...['a', 'b', 'c', 'd', 'đ', 'e'].map((letter) => `${letter}) Việc ${letter} cần làm`),
      '2. Hai',
      'Xếp lớp.',
    );
    expect(draft.headings.map((heading) => heading.sectionOrdinals.join('.'))).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.1.3',
      '1.1.4',
      '1.1.5',
      '1.1.6',
      '1.2',
    ]);
    expect(codesOf(draft.notes)).toEqual([]);
  });

  test('solutions serve the duties of their section; "4. Giải pháp" those its label names', () => {
    const draft = read(
      ...HEAD,
      'I. CHUNG',
      '1. Dạy học',
      'Xếp lớp.',
      'Giải pháp:',
      'Họp phụ huynh đầu năm.',
      '2. Ôn tập',
      'Ôn cho lớp 9.',
      'II. RIÊNG',
      '1. Hướng nghiệp sau lớp 9',
      'Gặp từng em.',
      '2. Ôn thi lớp 10',
      'Mở lớp ôn.',
      '3. Giải pháp',
      'Ôn thi lớp 10: Dùng chung tài liệu.',
      'Họp giao ban.',
    );
    const solutions = draft.items.filter((item) => item.kind === 'solution');
    expect(solutions.map((item) => item.solvesOrdinals)).toEqual([[1], [5], [4, 5]]);
    expect(solutions[1]?.label).toBe('Ôn thi lớp 10');
  });

  test('"Nhiệm vụ và giải pháp" is not a heading of solutions', () => {
    const draft = read(...HEAD, 'I. NHIỆM VỤ VÀ GIẢI PHÁP', '1. Dạy học', 'Xếp lớp.');
    expect(textsOf(draft, 'duty')).toEqual(['Xếp lớp']);
  });

  test('a plan without numbers still gives its duties', () => {
    const draft = read(...HEAD, 'Lập kế hoạch ôn tập cho lớp 9.', 'Mở lớp phụ đạo không thu tiền.');
    expect(textsOf(draft, 'duty')).toHaveLength(2);
  });
});

describe('lines', () => {
  test('a duty broken over two paragraphs is one, and claims both', () => {
    const draft = read(...HEAD, 'I. CHUNG', 'Đưa nội dung an toàn giao', 'thông vào bài dạy.', 'Xếp lớp.');
    expect(draft.items[0]).toMatchObject({
      text: 'Đưa nội dung an toàn giao thông vào bài dạy',
      paragraphOrdinals: [5, 6],
    });
    expect(draft.items).toHaveLength(2);
  });

  test.each([
    [
      'Lập kế hoạch năm học; phân công giáo viên chủ nhiệm',
      ['Lập kế hoạch năm học', 'Phân công giáo viên chủ nhiệm'],
    ],
    ['Ghi điểm đúng hạn. Báo cáo mỗi tháng', ['Ghi điểm đúng hạn', 'Báo cáo mỗi tháng']],
    ['Dạy đủ buổi 1, 2. Giữ nền nếp lớp', ['Dạy đủ buổi 1, 2', 'Giữ nền nếp lớp']],
    [
      'Chia nhóm học sinh theo kết quả khảo sát, tổ chức phụ đạo học sinh yếu, bồi dưỡng học sinh giỏi',
      ['Chia nhóm học sinh theo kết quả khảo sát', 'Tổ chức phụ đạo học sinh yếu', 'Bồi dưỡng học sinh giỏi'],
    ],
    [
      'Sử dụng máy tính trong quản lý, tư vấn nghề nghiệp cho học sinh, soạn bài',
      ['Sử dụng máy tính trong quản lý, tư vấn nghề nghiệp cho học sinh, soạn bài'],
    ],
    [
      'Vận động nhiều nguồn (xã hội; tổ chức từ thiện, hỗ trợ học bổng cho học sinh) cho trường',
      ['Vận động nhiều nguồn (xã hội; tổ chức từ thiện, hỗ trợ học bổng cho học sinh) cho trường'],
    ],
    ['Theo kế hoạch của xã, phường; Sở GDĐT', ['Theo kế hoạch của xã, phường; Sở GDĐT']],
  ])('"%s" is cut where a new piece of work begins', (line, pieces) => {
    expect(textsOf(read(...HEAD, 'I. CHUNG', line), 'duty')).toEqual(pieces);
  });

  test('a label is kept on each piece', () => {
    const draft = read(...HEAD, 'I. CHUNG', 'Giữ nền nếp: Điểm danh mỗi buổi; báo cáo em vắng trong ngày.');
    expect(draft.items.map((item) => [item.label, item.text])).toEqual([
      ['Giữ nền nếp', 'Điểm danh mỗi buổi'],
      ['Giữ nền nếp', 'Báo cáo em vắng trong ngày'],
    ]);
  });

  test('units come from the heading, the subject, the label or the nature of the work', () => {
    const draft = read(
      ...HEAD,
      'I. NHIỆM VỤ CẤP THCS',
      'Xếp lớp.',
      'UBND cấp xã bố trí kinh phí.',
      'Sở GDĐT: Điều phối chung.',
      'Phối hợp với UBND cấp huyện sửa phòng học.',
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Nhiệm vụ của tổ/nhóm chuyên môn',
      'Phối hợp với Sở GDĐT tổ chức dự giờ.',
      '2. Phòng Văn hoá – Xã hội',
      'Báo cáo số liệu.',
    );
    expect(draft.items.map(unitsOf)).toEqual([
      ['school'],
      ['communePC'],
      ['department'],
      ['school', 'communePC'],
      ['subjectTeam'],
      ['cultureSocialOffice'],
    ]);
    expect(draft.items[0]).toMatchObject({
      level: 'lowerSecondary',
      responsible: [{ restriction: 'lowerSecondary' }],
    });
    expect(draft.items[3]?.responsible[1]?.note).toContain('cấp huyện');
    expect(codesOf(draft.notes)).toEqual(['districtLegacy']);
  });

  test('evidence fits the work, and each has a definition of done', () => {
    const draft = read(
      ...HEAD,
      'I. CHUNG',
      'Thành lập các cụm chuyên môn mới.',
      'Phụ đạo học sinh yếu miễn phí.',
      'Lập kế hoạch năm học của trường.',
      'Giữ nền nếp lớp học.',
      'Báo cáo kết quả với Sở GDĐT.',
    );
    expect(draft.items.map((item) => item.evidence.kind)).toEqual([
      'indicator',
      'form',
      'document',
      'confirmation',
      'indicator',
    ]);
    expect(draft.items.every((item) => item.evidence.definitionOfDone.endsWith('.'))).toBe(true);
  });
});

describe('the calendar', () => {
  const header = ['Tháng', 'Thực hiện', 'Thực hiện', 'Ghi chú'];

  test('months, works, units and deadlines are read; a row without month goes on', () => {
    const draft = read(...HEAD, 'I. CHUNG', 'Xếp lớp.', 'TRƯỞNG PHÒNG', 'LỊCH CÔNG VIỆC', [
      header,
      [
        '8/2025',
        '- Khai giảng. - Ban hành hướng dẫn; thi khảo sát giáo viên',
        'Sở /Trường UBND cấp xã, PH',
        'Hoàn thành trước 31/8',
      ],
      ['2/2026', '- Hoạt động ngoại khóa', 'UBND xã/phường, tổ', ''],
      ['', '- Ra đề kiểm tra', 'chuyên môn', ''],
    ]);
    const entries = draft.items.filter((item) => item.kind === 'calendarEntry');
    expect(entries.map((entry) => entry.text)).toEqual([
      'Khai giảng',
      'Ban hành hướng dẫn',
      'Thi khảo sát giáo viên',
      'Hoạt động ngoại khóa',
      'Ra đề kiểm tra',
    ]);
    expect(entries[0]?.window).toEqual({
      startsOn: '2025-08-01',
      endsOn: '2025-08-31',
      note: 'Hoàn thành trước 31/8',
    });
    expect(unitsOf(entries[0])).toEqual(['department', 'school', 'communePC', 'guardian']);
    expect(entries[4]?.window).toMatchObject({ startsOn: '2026-02-01', endsOn: '2026-02-28' });
    expect(unitsOf(entries[3])).toEqual(['communePC', 'subjectTeam']);
    expect(unitsOf(entries[4])).toEqual(['communePC', 'subjectTeam']);
    expect(summarisePlan(draft).months).toEqual(['2025-08', '2026-02']);
  });

  test('a deadline inside the month ends the window there', () => {
    const draft = read('LỊCH', [header, ['1/2026', '- Báo cáo', 'Trường', 'Xong trước 20/1']]);
    expect(draft.items[0]?.window.endsOn).toBe('2026-01-20');
  });

  test.each([
    ['T9/2025', ['2025-09']],
    ['Tháng 09 năm 2025', ['2025-09']],
    ['Tháng 9', ['2025-09']],
    ['Tháng 3', ['2026-03']],
    ['12-1/2026', ['2025-12', '2026-01']],
  ])('"%s" is a month', (cell, months) => {
    const draft = read(...HEAD, 'LỊCH', [header, [cell, '- Xếp lớp', 'Trường', '']]);
    expect(summarisePlan(draft).months).toEqual(months);
  });

  test('a calendar without any month is a problem, and nothing is lost', () => {
    const draft = read(...HEAD, 'I. CHUNG', 'Xếp lớp.', 'LỊCH CÔNG VIỆC', [
      header,
      ['', '- Khai giảng', 'Trường', ''],
      ['', '- Thi', 'Sở', ''],
    ]);
    expect(draft.problems).toMatchObject([
      { code: 'calendarWithoutMonths', message: expect.stringContaining('Hãy ghi tháng') },
    ]);
    expect(draft.notDuty.filter((line) => line.reason === 'calendarWithoutMonths')).toHaveLength(3);
  });

  test('a month that does not exist is a problem; its works stay', () => {
    const draft = read(...HEAD, 'LỊCH', [
      header,
      ['8/2025', '- Khai giảng', 'Trường', ''],
      ['13/2025', '- Thi thử', 'Trường', ''],
    ]);
    expect(codesOf(draft.problems)).toEqual(['monthUnreadable']);
    expect(textsOf(draft, 'calendarEntry')).toEqual(['Khai giảng', 'Thi thử']);
  });

  test('another table is kept and reported', () => {
    const draft = read(...HEAD, 'I. CHUNG', 'Xếp lớp.', [
      ['TT', 'Chỉ tiêu'],
      ['1', 'Tỉ lệ lên lớp 99%'],
    ]);
    expect(codesOf(draft.problems)).toEqual(['tableNotRead']);
  });
});

describe('nothing is lost', () => {
  const planted = source(...HEAD, 'I. CHUNG', 'Xếp lớp; lập kế hoạch ôn tập.', 'Mở lớp phụ đạo.', 'LỊCH', [
    ['Tháng', 'Việc', 'Đơn vị', 'Ghi chú'],
    ['9/2025', '- Khai giảng. - Thi khảo sát', 'Trường', ''],
  ]);
  const paragraphs = listSourceParagraphs(planted);

  test.each([
    [
      'an item',
      (draft: PlanDraft) => ({
        ...draft,
        items: draft.items.filter((item) => item.text !== 'Mở lớp phụ đạo'),
      }),
      [6],
    ],
    [
      'one piece of a line',
      (draft: PlanDraft) => ({ ...draft, items: draft.items.filter((item) => item.text !== 'Xếp lớp') }),
      [5],
    ],
    [
      'one work of a month',
      (draft: PlanDraft) => ({ ...draft, items: draft.items.filter((item) => item.text !== 'Thi khảo sát') }),
      [9],
    ],
    ['a heading', (draft: PlanDraft) => ({ ...draft, headings: draft.headings.slice(1) }), [4]],
    ['a refused line', (draft: PlanDraft) => ({ ...draft, notDuty: draft.notDuty.slice(1) }), [1]],
    [
      'a word',
      (draft: PlanDraft) => ({
        ...draft,
        items: draft.items.map((item) => ({ ...item, text: item.text.replace('phụ đạo', '') })),
      }),
      [6],
    ],
  ])('losing %s is noticed', (_, lose, lost) => {
    const draft = readPlan(planted);
    expect(findUnaccounted(paragraphs, draft)).toEqual([]);
    expect(findUnaccounted(paragraphs, lose(draft))).toEqual(lost);
  });

  test('no mixture of lines and rows loses a word', () => {
    const piece = fc.constantFrom(
      'I. CHUNG',
      'II. RIÊNG',
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Dạy học',
      '2. Ôn tập, thi cử',
      '1.1. Chi tiết',
      'a) Kế hoạch',
      'đ) Phong trào',
      'Giải pháp:',
      '* Giải pháp',
      'Nhiệm vụ:',
      'Phân việc:',
      'Sở GDĐT: Điều phối chung, giám sát chất lượng.',
      '- Xếp lớp; mở lớp phụ đạo',
      'và các hoạt động khác',
      'Đưa nội dung an toàn giao',
      'Trên đây là kế hoạch.',
      'TRƯỞNG PHÒNG',
      'Nơi nhận:',
      'LỊCH THÁNG',
      '12',
      '-----',
      'Năm học 2025-2026',
      'v.v. và v.v.',
      '(chưa đóng ngoặc; tổ chức họp',
      'x: y',
      ': ',
      'Hai mươi phần trăm. 20% học sinh; 5 lớp.',
      'Căn cứ Thông tư 22',
      'Điện Biên, ngày 5 tháng 8 năm 2025',
      'KẾ HOẠCH',
      'Ôn. Thi. Nghỉ.',
      'a',
      '1.',
      'I.',
      'A. PHẦN MỘT',
      'và',
      'Học và nâng cao chất lượng các kỳ thi của cả trường',
    );
    const row = fc.array(
      fc.constantFrom(
        '',
        '8/2025',
        '13/2025',
        '- Một việc. - hai việc',
        'Sở/Trường',
        'trước 20/8',
        'Tháng',
        'Ghi chú',
        'tiếp theo của việc',
      ),
      { minLength: 1, maxLength: 5 },
    );
    const table = fc.array(row, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: table }), {
          maxLength: 30,
        }),
        (blocks) => {
          const draft = readPlan(source(...blocks));
          expect(draft.unaccounted).toEqual([]);
          expect(draft.items.map((item) => item.ordinal)).toEqual(draft.items.map((_, index) => index + 1));
        },
      ),
      { numRuns: 400 },
    );
  });
});
