import type { RefusalShape } from '#platform/errors';
import { formatNumber } from '#platform/i18n';

/** Refusals about spreadsheets on their way in. */
export const importReasons = {
  importNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy lần nhập này',
    detail: 'Lần nhập không thuộc trường bạn hoặc đã bỏ. Hãy chọn lại tệp.',
  }),
  importClosed: (): RefusalShape => ({
    status: 409,
    title: 'Lần nhập này đã xong hoặc đã bỏ',
    detail: 'Muốn nhập tiếp, hãy chọn lại tệp.',
  }),
  importChanged: (): RefusalShape => ({
    status: 409,
    title: 'Bảng đang nhập vừa được sửa ở nơi khác',
    detail: 'Hãy tải lại trang để xem bản mới rồi làm tiếp.',
  }),
  importStale: (): RefusalShape => ({
    status: 409,
    title: 'Dữ liệu của trường vừa thay đổi, chưa nhập gì',
    detail: 'Người khác vừa nhập hoặc sửa hồ sơ. Hãy xem lại bản xem trước mới rồi bấm nhập.',
  }),
  importFaulty: (faulty: number): RefusalShape => ({
    status: 422,
    title: `Còn ${formatNumber(faulty)} dòng có lỗi phải sửa, chưa nhập gì`,
    detail: 'Hãy sửa các ô được đánh dấu, hoặc chọn nhập các dòng đúng và để lại dòng lỗi.',
  }),
  importEmpty: (): RefusalShape => ({
    status: 422,
    title: 'Không có dòng nào để nhập',
    detail: 'Mọi dòng đã giống dữ liệu đang có, hoặc đều bị để lại.',
  }),
  headingsNotFound: (titles: readonly string[]): RefusalShape => ({
    status: 422,
    title: 'Không tìm thấy dòng tiêu đề của bảng',
    detail: `Cần một dòng có tên các cột, ví dụ: ${titles.join(', ')}. Hãy kiểm tra đã chọn đúng loại danh sách, hoặc dùng tệp mẫu.`,
  }),
  sheetEmpty: (): RefusalShape => ({
    status: 422,
    title: 'Bảng chưa có dòng dữ liệu nào',
    detail: 'Hãy ghi dữ liệu dưới dòng tiêu đề rồi chọn lại tệp.',
  }),
  garbledSheet: (sample: string): RefusalShape => ({
    status: 422,
    title: 'Chữ trong bảng bị lỗi phông',
    detail: `Ví dụ "${sample}" không phải Unicode, TCVN3 hay VNI. Hãy chuyển bảng sang Unicode rồi chọn lại.`,
  }),
  kindNotTaken: (): RefusalShape => ({
    status: 422,
    title: 'Chưa nhập được loại danh sách này',
    detail: 'Hãy chọn học sinh, cán bộ hoặc lớp.',
  }),
  otherSchool: (code: string): RefusalShape => ({
    status: 403,
    title: `Người nhập không làm việc ở trường mã "${code}"`,
    detail: 'Hãy nêu đúng mã trường, hoặc tên đăng nhập của hiệu trưởng, văn thư trường đó.',
  }),
  unknownColumn: (): RefusalShape => ({
    status: 422,
    title: 'Cột chọn chưa đúng',
    detail: 'Mỗi nội dung chỉ lấy từ một cột. Hãy tải lại trang và chọn lại.',
  }),
};
