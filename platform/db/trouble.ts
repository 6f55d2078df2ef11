/**
 * The database cannot be used as it is and a person must act. `message` is one Vietnamese line that
 * says what is wrong and what to do; entry points print it without a stack.
 */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble';
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return code;
  const nested = (error as { errors?: unknown[] } | null)?.errors?.[0];
  return nested ? codeOf(nested) : '';
}

/** Explains why a connection to `url` failed. Never shows the password. Gives the error itself when it is no known case. */
export function connectionTrouble(error: unknown, url: string): Error {
  const { hostname, port, username, pathname } = new URL(url);
  const place = `${hostname}:${port || '5432'}`;
  const database = decodeURIComponent(pathname.slice(1));
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return new DatabaseTrouble(
        `Không kết nối được PostgreSQL tại ${place}: kiểm tra máy chủ đang chạy và địa chỉ trong DATABASE_URL.`,
      );
    case '28P01':
    case '28000':
      return new DatabaseTrouble(
        `PostgreSQL tại ${place} từ chối tài khoản "${username}": kiểm tra tên và mật khẩu trong DATABASE_URL.`,
      );
    case '3D000':
      return new DatabaseTrouble(
        `PostgreSQL tại ${place} chưa có cơ sở dữ liệu "${database}": tạo bằng lệnh CREATE DATABASE "${database}" ENCODING 'UTF8' rồi chạy lại.`,
      );
    case '53100':
    case 'ENOSPC':
      return new DatabaseTrouble('Hết chỗ trên đĩa: giải phóng dung lượng rồi chạy lại.');
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}

const folderProblems: Record<string, string> = {
  EACCES: 'không có quyền đọc hoặc ghi',
  EPERM: 'không có quyền đọc hoặc ghi',
  EROFS: 'ổ đĩa chỉ đọc',
  ENOSPC: 'hết chỗ trên đĩa',
  ENOTDIR: 'một phần đường dẫn không phải thư mục',
  EEXIST: 'đã có một tệp trùng tên',
};

/** Explains a failure to use the data folder `folder`. Gives the error itself when it is no failure of files. */
export function folderTrouble(error: unknown, folder: string): Error {
  const reason = folderProblems[codeOf(error)];
  if (!reason) return error instanceof Error ? error : new Error(String(error));
  return new DatabaseTrouble(
    `Không dùng được thư mục dữ liệu ${folder} (${reason}): sửa lại, hoặc đặt HOABAN_DATA tới thư mục khác.`,
  );
}
