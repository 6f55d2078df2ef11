import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way staffing says no. */
export const staffingErrors = defineRefusals('staffing', {
  noSchoolYear: (name: string) => ({
    status: 404,
    title: `Không có năm học ${name}`,
    detail: 'Hãy chọn năm học trong danh sách ở đầu trang.',
  }),
  noSchool: () => ({
    status: 422,
    title: 'Chưa rõ là trường nào',
    detail: 'Vai trò đang dùng không thuộc một trường. Hãy chọn một trường trong phạm vi của bạn.',
  }),
  schoolOutOfReach: () => ({
    status: 403,
    title: 'Trường ngoài phạm vi của bạn',
    detail: 'Chỉ hiệu trưởng, phó hiệu trưởng và văn thư của trường phân công được. Hãy đổi vai trò.',
  }),
  badRows: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Phân công chưa lưu được',
    detail: 'Hãy sửa các điểm dưới đây rồi lưu lại. Chưa có ô nào được lưu.',
    problems,
  }),
  cellsChangedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Có ô vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  planChangedMeanwhile: (current: unknown): RefusalShape => ({
    status: 409,
    title: 'Phân công vừa thay đổi',
    detail: 'Hãy xem lại phân công mới nhất rồi công bố.',
    facts: { current },
  }),
  nothingToPublish: () => ({
    status: 422,
    title: 'Chưa có phân công nào để công bố',
    detail: 'Hãy phân công giảng dạy trước.',
  }),
  staffNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy người này trong trường',
    detail: 'Hãy tải lại trang và chọn lại.',
  }),
  badDuty: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Nhiệm vụ kiêm nhiệm chưa đúng quy định',
    detail: 'Hãy sửa các điểm dưới đây rồi lưu lại.',
    problems,
  }),
  dutyHeldAlready: () => ({
    status: 409,
    title: 'Người này đã giữ nhiệm vụ đó trong năm học',
    detail: 'Hãy sửa nhiệm vụ đang có.',
  }),
  dutyNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy nhiệm vụ',
    detail: 'Nhiệm vụ đã bị xoá hoặc ngoài phạm vi của bạn. Hãy tải lại trang.',
  }),
  dutyChangedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Nhiệm vụ vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
});
