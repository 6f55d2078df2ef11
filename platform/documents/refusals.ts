import { defineRefusals } from '#platform/errors';
import { formatNumber } from '#platform/i18n';

/** Every way a file is refused to a person. */
export const refuse = defineRefusals('documents', {
  tooManyTableRows: (rows: number, most: number) => ({
    status: 422,
    title: `Văn bản có ${formatNumber(rows)} dòng bảng, nhiều hơn ${formatNumber(most)} dòng một tệp chứa được.`,
    detail: 'Hãy lọc bớt dữ liệu (theo đơn vị, theo kỳ) hoặc xuất ra tệp Excel.',
  }),
  tooManySheetRows: (sheet: string, most: number) => ({
    status: 422,
    title: `Trang "${sheet}" có nhiều hơn ${formatNumber(most)} dòng.`,
    detail: 'Hãy lọc bớt dữ liệu rồi xuất thành nhiều tệp.',
  }),
  tooManyCells: (cells: number, most: number) => ({
    status: 422,
    title: `Tệp có ${formatNumber(cells)} ô dữ liệu, nhiều hơn ${formatNumber(most)} ô một tệp chứa được.`,
    detail: 'Hãy lọc bớt dữ liệu hoặc bớt cột rồi xuất thành nhiều tệp.',
  }),
  textTooLong: (sheet: string, row: number, column: string) => ({
    status: 422,
    title: `Trang "${sheet}", dòng ${formatNumber(row)}, cột "${column}": nội dung dài hơn một ô Excel chứa được (32.767 ký tự).`,
    detail: 'Hãy rút ngắn nội dung ở mục này rồi xuất lại.',
  }),
  tooSlow: () => ({
    status: 503,
    title: 'Tệp quá lớn nên chưa tạo xong trong thời gian cho phép.',
    detail: 'Hãy lọc bớt dữ liệu rồi xuất lại.',
  }),
  busy: () => ({
    status: 503,
    title: 'Máy chủ đang tạo nhiều tệp cho người khác.',
    detail: 'Hãy đợi một phút rồi xuất lại.',
  }),
  notATable: () => ({
    status: 422,
    title: 'Tệp không phải bảng tính đọc được',
    detail: 'Hãy lưu bảng thành .xlsx (Excel), hoặc .csv, .tsv mã UTF-8, rồi chọn lại.',
  }),
  tableTooLarge: (megabytes: number) => ({
    status: 413,
    title: `Bảng tính lớn hơn ${formatNumber(megabytes)} MB`,
    detail: 'Hãy xóa hình ảnh và các trang tính không dùng, hoặc chia thành nhiều tệp.',
  }),
  tableNotRead: () => ({
    status: 422,
    title: 'Không mở được bảng tính',
    detail: 'Tệp bị hỏng hoặc không phải .xlsx thật. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại.',
  }),
  formulaWithoutValue: (sheet: string, cell: string) => ({
    status: 422,
    title: `Trang "${sheet}", ô ${cell}: công thức chưa có kết quả lưu trong tệp`,
    detail: 'Hãy mở tệp bằng Excel, lưu lại rồi nhập; hoặc thay công thức bằng chính kết quả của nó.',
  }),
  oldWorkbook: () => ({
    status: 422,
    title: 'Đây là bảng tính Excel đời cũ (.xls)',
    detail: 'Hãy mở bằng Excel, chọn Lưu thành (Save As) kiểu "Excel Workbook (.xlsx)" rồi chọn lại.',
  }),
  tableLocked: () => ({
    status: 422,
    title: 'Bảng tính đang đặt mật khẩu',
    detail: 'Hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu rồi chọn lại.',
  }),
  tableTooLong: (sheet: string, rows: number, columns: number) => ({
    status: 422,
    title: `Trang "${sheet}" dài hơn ${formatNumber(rows)} dòng hoặc rộng hơn ${formatNumber(columns)} cột.`,
    detail: 'Hãy xóa dòng, cột thừa hoặc chia thành nhiều tệp rồi chọn lại.',
  }),
  tableTooComplex: () => ({
    status: 422,
    title: 'Bảng tính giải nén ra quá lớn nên không được mở, để bảo vệ máy chủ.',
    detail: 'Hãy chép phần dữ liệu cần dùng sang một bảng tính mới, lưu thành .xlsx rồi chọn lại.',
  }),
  readerBusy: () => ({
    status: 503,
    title: 'Máy chủ đang đọc nhiều tệp của người khác.',
    detail: 'Hãy đợi một phút rồi chọn lại.',
  }),
  tableNotUnicode: () => ({
    status: 422,
    title: 'Bảng không phải mã UTF-8',
    detail: 'Hãy lưu lại bằng "CSV UTF-8" (Excel) rồi chọn lại.',
  }),
});
