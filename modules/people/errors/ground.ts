import type { RefusalShape } from '#platform/errors';

/** Refusals about staff, classes and rooms, and those every part of people shares. */
export const groundReasons = {
  changedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Thông tin vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  badCursor: (): RefusalShape => ({
    status: 422,
    title: 'Vị trí trang không đúng',
    detail: 'Hãy tải lại danh sách từ đầu.',
    problems: [{ path: 'cursor', message: 'Vị trí trang không đúng.' }],
  }),
  noSchoolYear: (): RefusalShape => ({
    status: 422,
    title: 'Chưa có năm học này',
    detail: 'Hãy chọn một năm học trong danh sách, hoặc đề nghị Sở lập khung năm học.',
    problems: [{ path: 'schoolYearId', message: 'Không có năm học này.' }],
  }),
  schoolNeeded: (): RefusalShape => ({
    status: 422,
    title: 'Chưa rõ của trường nào',
    detail: 'Hãy chọn một trường trong phạm vi của bạn.',
    problems: [{ path: 'unitId', message: 'Hãy chọn trường.' }],
  }),
};
