import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way the curriculum says no. */
export const curriculumErrors = defineRefusals('curriculum', {
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
  classNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy lớp',
    detail: 'Lớp đã bị xoá hoặc ngoài phạm vi của bạn. Hãy tải lại trang.',
  }),
  badChoices: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Môn lựa chọn chưa đúng quy định',
    detail: 'Hãy sửa các điểm dưới đây rồi lưu lại.',
    problems,
  }),
  changedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Môn lựa chọn vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
});
