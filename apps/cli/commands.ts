/** What a command's file offers: does the work and gives the exit status. Throws OperatorMessage to say no. */
export interface CommandModule {
  run(parameters: readonly string[]): Promise<number>;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  /** One line, Vietnamese with the English term. */
  readonly summary: string;
  readonly details?: string;
  /** Loaded when asked for: a command starts without the others' packages. */
  readonly load: () => Promise<CommandModule>;
}

/** Every command of the program; each is a file beside this one. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    usage: 'start',
    summary: 'Chạy Hoa Ban (start): cơ sở dữ liệu, việc nền và trang web trên một cổng.',
    details:
      'Lần đầu nạp tỉnh mẫu (HOABAN_DEMO=no để bỏ qua). --without-web: chỉ chạy API. Ctrl-C dừng tất cả.',
    load: () => import('./start.ts'),
  },
  {
    name: 'dev',
    usage: 'dev',
    summary: 'Chạy để phát triển (development): tự nạp lại khi sửa mã, cả máy chủ và trang web.',
    load: () => import('./dev.ts'),
  },
  {
    name: 'test',
    usage: 'test [đường dẫn]',
    summary: 'Kiểm tra mã rồi chạy mọi phép thử (test); nêu đường dẫn để chạy một phần.',
    load: () => import('./test.ts'),
  },
  {
    name: 'check',
    usage: 'check',
    summary: 'Kiểm tra kiểu, quy tắc viết và quy tắc phụ thuộc (check).',
    load: () => import('./check.ts'),
  },
  {
    name: 'bench',
    usage:
      'bench [--plan | --nation | --school | --gradebook | --sync | --transcript | --timetable [--quick] [PHẦN…]]',
    summary: 'Đo tốc độ (bench) trên cơ sở dữ liệu tạm; ghi kết quả vào bench/RESULTS.md.',
    details:
      'Không tham số: đo tất cả, với một tỉnh và ba tỉnh nhỏ. --plan chỉ đo phần kế hoạch; --nation cũng vậy nhưng nạp đủ 34 tỉnh (khoảng mười phút, vài GB trong thư mục tạm); --school chỉ đo phần nhà trường, --gradebook chỉ đo sổ điểm, --sync chỉ đo đồng bộ, --transcript chỉ đo ký học bạ, --timetable đo phần xếp thời khóa biểu (bench/RESULTS-timetable.md; khoảng một giờ trên máy rỗi, --quick vài phút; kể tên phần để chỉ đo phần đó: vietnam fet long xhstt school editor speed province).\nHOABAN_BENCH_PLAN: thêm một tệp kế hoạch của bạn để đo.',
    load: () => import('./bench.ts'),
  },
  {
    name: 'migrate',
    usage: 'migrate',
    summary: 'Đưa cơ sở dữ liệu về cấu trúc mới nhất (migrate).',
    load: () => import('./migrate.ts'),
  },
  {
    name: 'seed',
    usage: 'seed',
    summary: 'Nạp tỉnh mẫu (seed) vào cơ sở dữ liệu còn trống.',
    load: () => import('./seed.ts'),
  },
  {
    name: 'people',
    usage: 'people import --school=MÃ --kind=pupils|staff|classes --as=TÊN TỆP [--dry-run] [--json]',
    summary:
      'Nhập học sinh, cán bộ hoặc lớp của một trường từ Excel, .csv (import); chuyển năm học mọi trường (roll-over).',
    details:
      'people roll-over --all --dry-run|--execute --as=TÊN: chuyển mọi trường sang năm học mới; --dry-run chỉ xem trước.\nCòn dòng lỗi thì không ghi gì. Loại "lớp" nhập trước, rồi cán bộ, học sinh. Nhập lại cùng tệp không đổi gì.',
    load: () => import('./people.ts'),
  },
  {
    name: 'plan',
    usage: 'plan import TỆP [--dry-run] [--json] [--as=TÊN]',
    summary:
      'Đọc tệp kế hoạch (plan import) .docx, .txt, .md; --dry-run chỉ xem trước, --json in một đối tượng JSON.',
    load: () => import('./plan.ts'),
  },
  {
    name: 'assess',
    usage: 'assess TỆP.json --json',
    summary:
      'Tính kết quả học tập, rèn luyện, lên lớp (assess) theo Thông tư 22/2021; không cần cơ sở dữ liệu.',
    load: () => import('./assess.ts'),
  },
  {
    name: 'timetable',
    usage:
      'timetable solve TỆP --format fet|xhstt|json [--seconds N] [--seed S] [--threads T] [--json] [--out TỆP] [--checkpoint TỆP] [--prefer wishes|comfort]',
    summary: 'Xếp thời khóa biểu (timetable solve) từ tệp; check chấm một thời khóa biểu có sẵn.',
    details:
      'timetable check TỆP LỜI_GIẢI --format fet|xhstt|json [--json]: chấm lời giải theo cách tính của định dạng.\ntimetable explain TỆP: nêu các quy định mâu thuẫn khiến không thể xếp đủ.\ntimetable province THƯ_MỤC [--seconds N] [--threads T] [--out THƯ_MỤC]: xếp mọi trường có tệp .fet, .json trong thư mục, mỗi trường N giây, T trường cùng lúc; bị dừng hay mất điện thì chạy lại đúng lệnh, trường đã xong không xếp lại.\n--checkpoint TỆP (fet, json): giữ thời khóa biểu tốt nhất trong tệp; bị dừng giữa chừng thì chạy lại lệnh là xếp tiếp từ đó.\n--prefer comfort (fet): giáo viên ít tiết trống, ít buổi đến trường, ít buổi chỉ một tiết; đổi lại bỏ bớt mong muốn có trọng số dưới 100 % trong tệp. --prefer wishes: mong muốn trong tệp được xét trước. Không nói gì: wishes, trừ tệp hai buổi (mỗi “ngày” trong tệp là một buổi) thì comfort.\n--json in đúng một đối tượng JSON. Không cần cơ sở dữ liệu, không cần máy chủ. Tệp sai: mã thoát 2.',
    load: () => import('./timetable.ts'),
  },
  {
    name: 'organisation',
    usage: 'organisation template TỆP.xlsx | import TỆP [--dry-run] [--json]',
    summary: 'Lập Sở và nhập xã, trường (organisation) từ bảng tính; template ghi tệp mẫu để điền.',
    details:
      'Tỉnh thật: HOABAN_DEMO=no npm start, rồi organisation template, điền tệp, organisation import, admin create.\nNhập lại cùng tệp không đổi gì; có chỗ sai thì nêu hết từng ô và không ghi gì (mã thoát 2).',
    load: () => import('./organisation.ts'),
  },
  {
    name: 'signatures',
    usage: 'signatures check TỆP.pdf --trust CHỨNG_THƯ.pem [--json]',
    summary:
      'Kiểm tra mọi chữ ký số của một tệp PDF (signatures), không cần mạng; mã thoát 1 khi có chữ ký sai.',
    details: '--trust: chứng thư của cơ quan được tin, PEM hoặc DER; nêu nhiều lần được.',
    load: () => import('./signatures.ts'),
  },
  {
    name: 'exchange',
    usage:
      'exchange sector --as=TÊN --kind=pupils|staff [--format=xlsx|csv] [--out=TỆP] [--dry-run] [--json]',
    summary: 'Xuất dữ liệu của một trường cho CSDL ngành (exchange sector), theo mẫu của Sở.',
    details: '--as là người ở văn phòng trường. Dòng còn lỗi không được xuất và được đếm; --dry-run chỉ đếm.',
    load: () => import('./exchange.ts'),
  },
  {
    name: 'transcript',
    usage: 'transcript verify THƯ_MỤC|TỆP [--trust CHỨNG_THƯ.pem] [--json]',
    summary:
      'Kiểm tra học bạ số (transcript verify): chuỗi các bản và mọi chữ ký, không cần mạng, không cần cơ sở dữ liệu.',
    details:
      'THƯ_MỤC hoặc .zip: bản lưu trữ; TỆP: một trang PDF hoặc XML. --trust: chứng thư của cơ quan được tin.',
    load: () => import('./transcript.ts'),
  },
  {
    name: 'admin',
    usage: 'admin create TÊN --name "HỌ TÊN" --department MÃ',
    summary: 'Lập tài khoản quản trị đầu tiên (admin) của một Sở; in mật khẩu một lần.',
    load: () => import('./admin.ts'),
  },
  {
    name: 'backup',
    usage: 'backup TỆP',
    summary: 'Sao lưu (back up) toàn bộ dữ liệu và tệp đính kèm vào một tệp.',
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    usage: 'restore TỆP [--replace]',
    summary: 'Khôi phục (restore) từ tệp sao lưu; --replace để thay dữ liệu đang có.',
    load: () => import('./restore.ts'),
  },
  {
    name: 'doctor',
    usage: 'doctor',
    summary: 'Xem tình trạng (doctor): Node, PostgreSQL, cấu trúc dữ liệu, đĩa.',
    load: () => import('./doctor.ts'),
  },
];
