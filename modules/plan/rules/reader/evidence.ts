import type {
  ConfirmingRole,
  EvidenceProposal,
  FormField,
  IndicatorId,
  ResponsibleUnit,
  UnitCode,
} from './draft.ts';
import { canonicalSpelling } from './vietnamese.ts';

const count = (key: string, label: string, unit: string): FormField => ({
  key,
  label,
  type: 'integer',
  unit,
  required: true,
  aggregate: 'sum',
});
const amount = (key: string, label: string): FormField => ({
  key,
  label,
  type: 'integer',
  unit: 'đồng',
  required: true,
  aggregate: 'sum',
});
const percent = (key: string, label: string): FormField => ({
  key,
  label,
  type: 'decimal',
  unit: '%',
  required: true,
  aggregate: 'average',
});
const heldOn: FormField = {
  key: 'heldOn',
  label: 'Ngày tổ chức',
  type: 'date',
  required: true,
  aggregate: 'none',
};
const result: FormField = {
  key: 'result',
  label: 'Kết quả nổi bật',
  type: 'text',
  required: false,
  aggregate: 'none',
};

/** Indicators the platform computes by itself: nobody reports them. The first pattern that fits decides. */
const INDICATORS: [RegExp, IndicatorId, string][] = [
  [
    /phân công chuyên viên.*cụm|cụm.*có chuyên viên phụ trách/u,
    'organisation.clusterSpecialists',
    'Mọi cụm chuyên môn đều có chuyên viên phụ trách.',
  ],
  [
    /thành lập (?:các )?cụm|lập cụm chuyên môn|kiện toàn cụm/u,
    'organisation.clusterCoverage',
    'Mọi trường đều thuộc một cụm chuyên môn.',
  ],
  [
    /phân công trách nhiệm|phân công rõ|giao nhiệm vụ cho/u,
    'plan.dutiesWithOwner',
    'Mọi nhiệm vụ được giao đều có người chịu trách nhiệm.',
  ],
  [/chỉ đạo chung/u, 'plan.dutiesAcknowledged', 'Mọi đơn vị được giao đã xác nhận nhận nhiệm vụ.'],
  [
    /báo cáo (?:kết quả|định kỳ|tiến độ|tình hình)|chế độ báo cáo/u,
    'plan.reportsOnTime',
    'Các kỳ báo cáo đều nộp đúng hạn.',
  ],
  [
    /khó khăn, vướng mắc|tháo gỡ (?:khó khăn|vướng mắc)|giải quyết (?:khó khăn|vướng mắc)/u,
    'plan.difficultiesAnswered',
    'Mọi khó khăn, vướng mắc gửi lên đều được trả lời đúng hạn.',
  ],
  [
    /ban hành .*(?:hướng dẫn|văn bản|chỉ thị|công văn)|^hướng dẫn (?:xây dựng|các trường|thực hiện|lập)/u,
    'plan.guidanceIssued',
    'Văn bản hướng dẫn đã ban hành và gửi tới các đơn vị.',
  ],
  [
    /kiểm tra,? giám sát|giám sát chất lượng|(?:tổ chức )?kiểm tra, đánh giá định kỳ|kiểm tra đầu năm|kiểm tra nội bộ/u,
    'plan.findingsClosed',
    'Mọi kiến nghị sau kiểm tra đều được khắc phục và đóng.',
  ],
  [
    /(?:xây dựng|lập|ban hành|hoàn thiện|công khai)[^.;]*kế hoạch giáo dục (?:của )?(?:nhà )?trường/u,
    'educationPlan.publishedByDeadline',
    'Kế hoạch giáo dục nhà trường được duyệt và công khai đúng hạn.',
  ],
];

/** Things that can be counted. Fields are what a unit fills in; sums and averages go up the tree. */
const FORMS: [RegExp, FormField[], string][] = [
  [
    /học sinh giỏi|hsg|mũi nhọn/u,
    [
      count('pupils', 'Số học sinh được bồi dưỡng', 'học sinh'),
      count('periods', 'Số tiết đã dạy', 'tiết'),
      count('prizes', 'Số giải đạt được', 'giải'),
    ],
    'Các đội học sinh giỏi học đủ số tiết theo kế hoạch và có kết quả thi.',
  ],
  [
    /phụ đạo|học sinh yếu|chưa đạt/u,
    [
      count('pupilsListed', 'Số học sinh cần phụ đạo', 'học sinh'),
      count('pupilsTaught', 'Số học sinh đã học', 'học sinh'),
      count('pupilsImproved', 'Số học sinh tiến bộ', 'học sinh'),
    ],
    'Mọi học sinh chưa đạt yêu cầu được phụ đạo miễn phí và được ghi nhận tiến bộ.',
  ],
  [
    /thi thử/u,
    [
      heldOn,
      count('candidates', 'Số học sinh dự thi thử', 'học sinh'),
      {
        key: 'averageScore',
        label: 'Điểm trung bình',
        type: 'decimal',
        unit: 'điểm',
        required: true,
        aggregate: 'average',
      },
    ],
    'Kỳ thi thử tổ chức xong và có bảng phân tích kết quả.',
  ],
  [
    /tổ chức (?:thi tốt nghiệp|thi tuyển sinh|tuyển sinh)/u,
    [count('candidates', 'Số thí sinh', 'thí sinh'), percent('passed', 'Tỉ lệ đỗ')],
    'Kỳ thi, kỳ tuyển sinh diễn ra an toàn, đúng quy chế và công bố kết quả.',
  ],
  [
    /ôn tập|ôn thi/u,
    [
      count('groups', 'Số nhóm ôn tập', 'nhóm'),
      count('pupils', 'Số học sinh tham gia', 'học sinh'),
      count('periods', 'Số tiết đã ôn', 'tiết'),
    ],
    'Học sinh được ôn tập theo nhóm năng lực, đủ số tiết đã định.',
  ],
  [
    /học bạ số|ký số học bạ|hồ sơ điện tử/u,
    [
      count('transcriptsDue', 'Số học bạ phải lập', 'học bạ'),
      count('transcriptsSigned', 'Số học bạ đã ký số', 'học bạ'),
    ],
    'Học bạ số được lập và ký đủ, đúng hạn.',
  ],
  [
    /khảo sát/u,
    [
      count('pupilsAsked', 'Số học sinh được khảo sát', 'học sinh'),
      count('answers', 'Số phiếu trả lời', 'phiếu'),
      { key: 'finishedOn', label: 'Ngày khảo sát xong', type: 'date', required: true, aggregate: 'none' },
    ],
    'Khảo sát xong và kết quả được dùng để xếp lớp, xếp lịch.',
  ],
  [
    /2 buổi\/ngày|buổi 2|buổi hai/u,
    [
      count('classes', 'Số lớp học 2 buổi/ngày', 'lớp'),
      count('pupils', 'Số học sinh học 2 buổi/ngày', 'học sinh'),
      {
        key: 'freeOfCharge',
        label: 'Không thu tiền buổi 2',
        type: 'boolean',
        required: true,
        aggregate: 'none',
      },
    ],
    'Lịch 2 buổi/ngày chạy đúng quy định, không quá tải.',
  ],
  [
    /tập huấn|bồi dưỡng (?:đội ngũ|giáo viên|gv|ppdh)|tự bồi dưỡng|bồi dưỡng, tập huấn/u,
    [count('courses', 'Số lớp tập huấn', 'lớp'), count('teachers', 'Số giáo viên hoàn thành', 'người')],
    'Giáo viên trong danh sách hoàn thành lớp tập huấn.',
  ],
  [
    /sinh hoạt (?:chuyên môn|cụm|chuyên đề|theo)|(?:tổ chức|báo cáo) chuyên đề|chuyên đề (?:cụm|shcm|liên trường)/u,
    [count('meetings', 'Số buổi sinh hoạt', 'buổi'), count('teachers', 'Số lượt giáo viên dự', 'lượt')],
    'Các buổi sinh hoạt diễn ra đủ theo kế hoạch, có biên bản.',
  ],
  [
    /dự giờ/u,
    [count('observations', 'Số tiết dự giờ', 'tiết')],
    'Mỗi giáo viên được dự giờ, góp ý đủ số tiết theo kế hoạch.',
  ],
  [
    /hướng nghiệp|phân luồng|tư vấn tuyển sinh|định hướng nghề|tiếp tục học thpt|học nghề/u,
    [
      count('pupilsAdvised', 'Số học sinh được tư vấn', 'học sinh'),
      count('pupilsTotal', 'Tổng số học sinh thuộc diện', 'học sinh'),
    ],
    'Mỗi học sinh cuối cấp được tư vấn hướng nghiệp ít nhất một lần.',
  ],
  [
    /tham quan|trải nghiệm|ngoại khóa/u,
    [count('activities', 'Số hoạt động', 'hoạt động'), count('pupils', 'Số lượt học sinh tham gia', 'lượt')],
    'Hoạt động trải nghiệm được tổ chức an toàn, đúng kế hoạch.',
  ],
  [
    /stem|câu lạc bộ|clb/u,
    [
      count('clubs', 'Số câu lạc bộ, chủ đề STEM', 'đơn vị'),
      count('pupils', 'Số học sinh tham gia', 'học sinh'),
    ],
    'Câu lạc bộ, bài học STEM hoạt động đều trong năm.',
  ],
  [
    /khkt|khoa học kỹ thuật/u,
    [count('projects', 'Số đề tài', 'đề tài'), count('prizes', 'Số giải', 'giải')],
    'Các đề tài khoa học kỹ thuật hoàn thành và dự thi.',
  ],
  [
    /phổ cập|pcgd|xmc/u,
    [count('households', 'Số hộ đã điều tra', 'hộ'), percent('completion', 'Tỉ lệ dữ liệu đã cập nhật')],
    'Dữ liệu phổ cập đầy đủ và đơn vị được công nhận đạt chuẩn.',
  ],
  [
    /bán trú|nội trú|ăn trưa|ăn uống/u,
    [
      count('pupilsInNeed', 'Số học sinh có nhu cầu', 'học sinh'),
      count('pupilsServed', 'Số học sinh được phục vụ', 'học sinh'),
    ],
    'Học sinh có nhu cầu được ở, ăn bán trú an toàn.',
  ],
  [
    /khuyết tật|hòa nhập/u,
    [
      count('pupils', 'Số học sinh khuyết tật học hòa nhập', 'học sinh'),
      count('individualPlans', 'Số kế hoạch giáo dục cá nhân', 'kế hoạch'),
    ],
    'Mỗi học sinh khuyết tật có kế hoạch giáo dục cá nhân được thực hiện.',
  ],
  [
    /miễn giảm|hoàn cảnh khó khăn|hỗ trợ học liệu|yếu thế/u,
    [
      count('pupilsEligible', 'Số học sinh thuộc diện', 'học sinh'),
      count('pupilsSupported', 'Số học sinh đã được hỗ trợ', 'học sinh'),
    ],
    'Học sinh thuộc diện đều nhận được hỗ trợ theo quy định.',
  ],
  [
    /huy động|xã hội hóa|quỹ khuyến học|quỹ học bổng/u,
    [amount('received', 'Giá trị huy động được'), count('donors', 'Số đơn vị, cá nhân đóng góp', 'đơn vị')],
    'Nguồn lực huy động được công khai và sử dụng đúng mục đích.',
  ],
  [
    /kinh phí|ngân sách|dự toán/u,
    [amount('planned', 'Kinh phí dự toán'), amount('allocated', 'Kinh phí được bố trí')],
    'Dự toán được duyệt và kinh phí được bố trí.',
  ],
  [
    /vận động học sinh|duy trì sĩ số|ra lớp/u,
    [
      count('pupilsMissing', 'Số học sinh chưa ra lớp', 'học sinh'),
      count('pupilsReturned', 'Số học sinh đã trở lại', 'học sinh'),
    ],
    'Học sinh vắng được vận động trở lại, sĩ số được giữ vững.',
  ],
  [
    /đại hội tdtt|hội khỏe|thể thao|hội thi|giải thi đấu|đội tuyển|phong trào|giao lưu/u,
    [heldOn, count('participants', 'Số người tham gia', 'người'), result],
    'Hoạt động diễn ra đúng kế hoạch và có kết quả.',
  ],
  [
    /học liệu|kho bài giảng|ngân hàng câu hỏi|bài giảng|tài liệu/u,
    [count('items', 'Số học liệu đã duyệt', 'học liệu')],
    'Học liệu được duyệt và đưa lên kho dùng chung.',
  ],
  [
    /thiết chế văn hóa/u,
    [count('uses', 'Số lượt sử dụng', 'lượt')],
    'Nhà văn hóa, sân bãi địa phương được dùng cho hoạt động giáo dục.',
  ],
  [
    /kiểm tra (?:giữa|cuối) (?:học )?(?:kỳ|năm)|thi học kỳ|đánh giá giữa/u,
    [
      percent('scoresEntered', 'Tỉ lệ điểm đã nhập'),
      { key: 'finishedOn', label: 'Ngày hoàn thành', type: 'date', required: true, aggregate: 'none' },
    ],
    'Bài kiểm tra chấm xong và điểm được nhập đủ.',
  ],
  [
    /phân loại|phân hóa|phân nhóm/u,
    [
      count('groups', 'Số nhóm học sinh', 'nhóm'),
      { key: 'groupedOn', label: 'Ngày chia nhóm', type: 'date', required: true, aggregate: 'none' },
    ],
    'Học sinh được chia nhóm theo năng lực, có ngày và căn cứ.',
  ],
  [
    /năng lực số|trí tuệ nhân tạo|(?<!\p{L})ai(?!\p{L})/u,
    [
      count('people', 'Số giáo viên, học sinh tham gia', 'người'),
      percent('reached', 'Tỉ lệ đạt mức yêu cầu'),
    ],
    'Giáo viên, học sinh được đánh giá năng lực số và dùng công cụ an toàn.',
  ],
  [
    /hoàn thành chương trình|dạy học theo kế hoạch/u,
    [percent('classesFinished', 'Tỉ lệ lớp hoàn thành chương trình')],
    'Các lớp hoàn thành chương trình đúng khung thời gian.',
  ],
];

const DOCUMENTS: [RegExp, string, string][] = [
  [
    /kế hoạch giáo dục nhà trường/u,
    'Kế hoạch giáo dục nhà trường',
    'Kế hoạch giáo dục nhà trường được duyệt và công khai.',
  ],
  [
    /kế hoạch phát triển nghề nghiệp|ppd(?!\p{L})/u,
    'Kế hoạch phát triển nghề nghiệp cá nhân',
    'Mỗi giáo viên có kế hoạch phát triển nghề nghiệp được tổ duyệt.',
  ],
  [
    /phương án|tuyển sinh/u,
    'Phương án, kế hoạch tuyển sinh',
    'Phương án tuyển sinh được phê duyệt và công bố.',
  ],
  [/dự thảo|quyết định|cấu trúc/u, 'Dự thảo văn bản', 'Dự thảo hoàn thành và đã lấy ý kiến.'],
  [
    /(?:xây dựng|lập|điều chỉnh|thực hiện)[^.]*kế hoạch|^kế hoạch/u,
    'Kế hoạch',
    'Kế hoạch được lập, được duyệt và gửi tới người thực hiện.',
  ],
  [/báo cáo|tổng kết|sơ kết|rút kinh nghiệm/u, 'Báo cáo', 'Báo cáo được duyệt và nộp đúng hạn.'],
  [
    /phân công|điều động|kiện toàn|sắp xếp|điều tiết/u,
    'Quyết định hoặc bảng phân công',
    'Có quyết định hoặc bảng phân công được ký.',
  ],
  [/công khai/u, 'Biên bản hoặc thông báo công khai', 'Nội dung được công khai, có ngày và nơi công khai.'],
  [/bàn giao|hồ sơ/u, 'Hồ sơ, biên bản bàn giao', 'Hồ sơ đủ, biên bản có chữ ký hai bên.'],
  [/tham mưu|đề xuất|chỉ thị|văn bản/u, 'Văn bản tham mưu', 'Văn bản tham mưu đã trình cấp có thẩm quyền.'],
  [
    /phối hợp|kết nối|liên kết/u,
    'Biên bản hoặc quy chế phối hợp',
    'Có quy chế hoặc biên bản phối hợp được hai bên ký.',
  ],
];

const CONFIRMING_ROLES: Partial<Record<UnitCode, ConfirmingRole>> = {
  teacher: 'teamLead',
  homeroomTeacher: 'principal',
  subjectTeam: 'principal',
  school: 'principal',
  cluster: 'clusterLead',
  communePC: 'communeOfficer',
  cultureSocialOffice: 'communeOfficer',
  secondaryDivision: 'divisionHead',
  department: 'specialist',
};

/**
 * Proposes how to know that a duty is done: a computed indicator where one truly fits, else a form for what can be
 * counted, else a document, else a confirmation by the person who can see it. A reviewer may change it.
 */
export function proposeEvidence(
  text: string,
  label: string | undefined,
  responsible: ResponsibleUnit[],
): EvidenceProposal {
  const spelled = canonicalSpelling(text).toLowerCase();
  for (const [pattern, indicatorId, definitionOfDone] of INDICATORS) {
    if (pattern.test(spelled)) return { kind: 'indicator', indicatorId, definitionOfDone };
  }
  const isPlanning = /^(?:\P{L}*)(?:\S+ ){0,4}?(?:xây dựng|lập|hướng dẫn)\s(?:\S+ )?kế hoạch/u.test(spelled);
  const isDrafting = /^(?:khởi động )?(?:dự thảo|điều chỉnh|sửa đổi)/u.test(spelled);
  const byText = isPlanning || isDrafting ? undefined : findForm(spelled);
  if (byText) return byText;
  for (const [pattern, documentName, definitionOfDone] of DOCUMENTS) {
    if (pattern.test(spelled)) return { kind: 'document', documentName, definitionOfDone };
  }
  const byLabel = label ? findForm(canonicalSpelling(label).toLowerCase()) : undefined;
  if (byLabel) return byLabel;
  const role =
    responsible.map((unit) => CONFIRMING_ROLES[unit.unit]).find((known) => known !== undefined) ??
    'specialist';
  return { kind: 'confirmation', role, definitionOfDone: CONFIRMED_BY[role] };
}

const CONFIRMED_BY: Record<ConfirmingRole, string> = {
  divisionHead: 'Trưởng phòng xác nhận việc đã thực hiện, kèm dẫn chứng.',
  specialist: 'Chuyên viên phụ trách xác nhận việc đã thực hiện, kèm dẫn chứng.',
  communeOfficer: 'Phòng Văn hóa - Xã hội xác nhận việc đã thực hiện, kèm dẫn chứng.',
  principal: 'Hiệu trưởng xác nhận việc đã thực hiện, kèm dẫn chứng.',
  teamLead: 'Tổ trưởng chuyên môn xác nhận việc đã thực hiện, kèm dẫn chứng.',
  clusterLead: 'Cụm trưởng xác nhận việc đã thực hiện, kèm dẫn chứng.',
};

/** The form whose key word stands first in the text: what a duty names first is what it is about. */
function findForm(spelled: string): EvidenceProposal | undefined {
  const found = FORMS.map((form) => ({ form, at: spelled.search(form[0]) })).filter(({ at }) => at >= 0);
  found.sort((left, right) => left.at - right.at);
  const form = found[0]?.form;
  return form && { kind: 'form', fields: form[1].map((field) => ({ ...field })), definitionOfDone: form[2] };
}
