import { canonicalSpelling, wholeWord } from './vietnamese.ts';

/**
 * Verbs that begin a piece of work. After a comma only these start a new duty: many other words (giáo dục, kiểm tra,
 * hướng nghiệp) are as often the next noun of a list.
 */
const AFTER_COMMA = `xây dựng|tổ chức|bồi dưỡng|phụ đạo|ôn tập|công khai|phân rõ|bố trí|huy động|hỗ trợ|tư vấn|kết nối|
phân công|tăng cường|chú trọng|phân bổ|điều phối|giám sát|duy trì|vận động|khảo sát|dự toán|thành lập|triển khai|
thực hiện|sử dụng|nâng cao|khai thác|khuyến khích|chia sẻ|xác định|đề xuất|lập kế hoạch|rà soát|sắp xếp lớp|
phân loại|xếp lớp|theo dõi|báo cáo|ban hành|điều chỉnh|ưu tiên|kịp thời|đa dạng hóa|phối hợp|phổ biến|tham gia|
điều động|đánh giá kết quả|ổn định|bàn giao|kiện toàn|hoàn thành|hướng dẫn|tham mưu|bảo đảm đánh giá|kết hợp đánh giá|
đảm bảo đánh giá|tuyên truyền|nghiên cứu|phát hiện|kiểm tra việc`;
/** Verbs that begin a duty after a sentence end or a semicolon, or at the start of a clause after its subject. */
const CLAUSE_START = `${AFTER_COMMA}|kiểm tra|thảo luận|cập nhật|tập huấn|đổi mới|ứng dụng|đẩy mạnh|tạo điều kiện|lồng ghép|tích hợp|quản lý|
trao đổi|chuẩn bị|rèn|dạy|giảng dạy|đảm bảo|bảo đảm|quan tâm|tiếp tục|phát triển|phân hóa|điều tiết|liên kết|mời|cử|
áp dụng|lập|nắm|chủ trì|chủ động|chỉ đạo|khởi động|tổng kết|thi|giao lưu|tuyển sinh|thống kê|lấy ý kiến|dùng|kết hợp|
rút kinh nghiệm|sinh hoạt|dự giờ|tự học|đăng ký|ký kết|nộp|gửi|xét|duyệt|phê duyệt|trình|mở|giao|thu thập|lựa chọn|
hướng nghiệp|tư vấn|vệ sinh|mua sắm|sửa chữa|đề nghị|biểu dương|khen thưởng|nhân rộng|tiếp nhận|giải quyết|trả lời|
đưa|giữ|làm|ghi|nhập|đối chiếu|bổ sung|chấm|coi|in|phát|chốt|khóa|gặp|thăm|viết|soạn|đọc|học|dành`;

const oneLine = (pattern: string): string => pattern.replace(/\s*\n\s*/gu, '');
const STARTS_AFTER_COMMA = new RegExp(`^(?:${oneLine(AFTER_COMMA)})(?![\\p{L}])`, 'iu');
const STARTS_CLAUSE = new RegExp(`^(?:${oneLine(CLAUSE_START)})(?![\\p{L}])`, 'iu');
/** "tổ chức xã hội" is somebody, not something to do; "ôn tập" alone may be an object too. */
const NOUN_AFTER_ALL =
  /^(?:tổ chức (?:xã hội|chính trị|đoàn thể|cá nhân|lớp học)|hướng dẫn của|theo dõi và|thực hiện theo)/iu;
const FIRST_VERB = wholeWord(oneLine(CLAUSE_START));

export function startsDutyAfterComma(text: string): boolean {
  const spelled = canonicalSpelling(text).trim();
  return STARTS_AFTER_COMMA.test(spelled) && !NOUN_AFTER_ALL.test(spelled);
}

export function startsClause(text: string): boolean {
  return (
    STARTS_CLAUSE.test(canonicalSpelling(text).trim()) && !NOUN_AFTER_ALL.test(canonicalSpelling(text).trim())
  );
}

/** The words before the first verb: "Sở GDĐT và UBND cấp xã" of "Sở GDĐT và UBND cấp xã phối hợp …"; may be empty. */
export function textBeforeVerb(text: string): string {
  const spelled = canonicalSpelling(text);
  const at = FIRST_VERB.exec(spelled)?.index;
  return at === undefined ? '' : spelled.slice(0, at).trim();
}
