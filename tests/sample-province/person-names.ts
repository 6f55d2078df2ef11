import type { Draws } from './draws.ts';
import { drawGroup, type EthnicShares, staffShares } from './ethnic-shares.ts';

/** Parts from which invented people of one group are named. */
interface NamePool {
  /** Code of the group in the national list. */
  readonly ethnicGroup: string;
  readonly families: readonly string[];
  readonly men: { readonly middles: readonly string[]; readonly given: readonly string[] };
  readonly women: { readonly middles: readonly string[]; readonly given: readonly string[] };
}

/** An invented person. */
export interface Person {
  readonly name: string;
  readonly sex: 'female' | 'male';
  readonly ethnicGroup: string;
}

/** Of a hundred people drawn without a given sex. */
const womenPercent = 58;

const words = (text: string): readonly string[] => text.split(' ');

/** Names as they are common in the province, by ethnic group. */
export const namePools: readonly NamePool[] = [
  {
    // Thái
    ethnicGroup: '03',
    families: words('Lò Quàng Cà Tòng Lường Vì Bạc Điêu Lèo Mào Khoàng Hà'),
    men: {
      middles: words('Văn'),
      given: words(
        'Pánh Ín Hặc Chung Xương Thoan Pâng Inh Ngoan Dũng Hưởng Thiết Bun Chiến Cương Diện Đôi Hiêng Hoan Kiểm Lả Lún Nọi Panh Phanh Tâm Thịnh Tiên Toàn Tướng Un Xôm Yêu',
      ),
    },
    women: {
      middles: words('Thị'),
      given: words(
        'Ọi Phương Xuân Dung Inh Ánh Hặc Thoan Pâng Kiêm Nga Thương Bóng Chiên Diên Duyên Hiệp Hồng Huyền Khuyên Lả Loan Mai Nhung Oanh Phong Sương Thanh Thiêm Tươi Vân Xoan Yến',
      ),
    },
  },
  {
    // Mông
    ethnicGroup: '08',
    families: words('Giàng Vàng Sùng Thào Mùa Hạng Vừ Lầu Cứ Hờ Ly Chang Tráng Lý Phàng Ma'),
    men: {
      middles: words('A'),
      given: words(
        'Dơ Tủa Chứ Lử Của Sính Dế Dình Phử Lềnh Trừ Súa Chìa Chu Công Dè Dia Giống Hồng Khua Ký Lâu Minh Nếnh Páo Phình Sà Sếnh Sử Tàng Thắng Thành Và',
      ),
    },
    women: {
      middles: words('Thị'),
      given: words(
        'Mỷ Dợ Sua Pàng Chừ Dở Xía Mảy Ninh Gầu Dí Ca Bầu Chá Chía Dếnh Dua Kía Lia Máy Mị Nhè Pà Sai Sênh Sinh Súng Thanh Và Xó Xua',
      ),
    },
  },
  {
    // Kinh
    ethnicGroup: '01',
    families: words('Nguyễn Trần Lê Phạm Bùi Đỗ Vũ Đặng Ngô Phan Dương Đinh'),
    men: {
      middles: words('Quang Đình Hữu'),
      given: words(
        'Khải Lâm Nhuận Toản Vinh Thuận Kha Trọng Duy Hiển Bách Tuyên An Bình Cảnh Đức Đăng Hải Hoàng Khôi Kiên Long Nam Nghĩa Nhân Phong Phúc Quân Sơn Tài Thái Tùng Việt',
      ),
    },
    women: {
      middles: words('Thị Thu Thanh'),
      given: words(
        'Hường Nhài Thoa Duyên Thắm Liễu Mơ Bích Hiên Trúc Vân Uyên An Chi Diệp Giang Hà Hân Hiền Hương Lan Linh Ly Mai My Ngân Ngọc Nhi Quỳnh Thảo Trâm Trang Yến',
      ),
    },
  },
  {
    // Khơ Mú
    ethnicGroup: '29',
    families: words('Lường Quàng Cụt Moong Ven Lò'),
    men: {
      middles: words('Văn'),
      given: words('Thong Phanh Xuyên Lả Khăm Bun Ánh Chiên Hoàng Lún May Quý Thoong Tính Xeo'),
    },
    women: {
      middles: words('Thị'),
      given: words('Phanh Xoan Lả Bun Khăm Thưa Ban Chăn Hoan Lan May Nọi Ón Pâng Thơm Xuân'),
    },
  },
  {
    // Dao
    ethnicGroup: '09',
    families: words('Tẩn Chảo Phàn Lý Triệu Bàn Chẻo'),
    men: {
      middles: words('A Láo Sài'),
      given: words('Tả Sinh Lụ Pu Chiêu Phin Hin San Quẩy Chòi Diu Khé'),
    },
    women: {
      middles: words('Mùi Sử Thị'),
      given: words('Mẩy Pham Chản Lai Cói Nải Mán Liều Ghến Phim Sểnh Tá'),
    },
  },
  {
    // Lào
    ethnicGroup: '37',
    families: words('Lò Lường Vì Lầu Quàng'),
    men: {
      middles: words('Văn Khăm'),
      given: words('Xổm Pọm Đôi Bun Hương Phanh Ún Thoong Sẻn May'),
    },
    women: {
      middles: words('Thị'),
      given: words('Phát Bua Chăn Đeng Hom Kham Pheng Súc Thoong Viên'),
    },
  },
  {
    // Kháng
    ethnicGroup: '33',
    families: words('Lò Quàng Hoàng Lường Tòng'),
    men: {
      middles: words('Văn'),
      given: words('Xiêng Ngoan Liên Hịa Tướng Un Pản Xương Chốm Hinh'),
    },
    women: {
      middles: words('Thị'),
      given: words('Chướng Én Hưa Lún Mên Ngoan Ơn Pản Thạch Xiên'),
    },
  },
  {
    // Hà Nhì
    ethnicGroup: '35',
    families: words('Pờ Khoàng Chang Lỳ Sừng Vù Phùng Ky'),
    men: {
      middles: words('Xè Gì Gạ Cà Pó Hùng'),
      given: words('Chừ Xá Hừ Lòng Sinh Tư Po Go Xuân Hù'),
    },
    women: {
      middles: words('Xó Mỳ Lò Pì Thị'),
      given: words('Nu Pứ De Me Xe Nhù Sơ Mé Xa Bư'),
    },
  },
  {
    // Hoa
    ethnicGroup: '04',
    families: words('Thàng Lồ Vần Hồ Chíu Tải'),
    men: {
      middles: words('A Seo'),
      given: words('Sinh Phử Hồ Páo Chín Sì Quẩy Cú'),
    },
    women: {
      middles: words('Thị Seo'),
      given: words('Mẩy Dín Chư Sín Phủng Nhìn Lìn Mủi'),
    },
  },
  {
    // Xinh Mun
    ethnicGroup: '34',
    families: words('Vì Lò Lường Quàng'),
    men: {
      middles: words('Văn'),
      given: words('Piếng Hôm Tánh Xiên Nươi Pinh Lương Phòm'),
    },
    women: {
      middles: words('Thị'),
      given: words('Xuôi Lẻ Bình Pâng Hôm Nươi Yên Tươi'),
    },
  },
  {
    // Tày
    ethnicGroup: '02',
    families: words('Hoàng Nông Hà Ma Lương'),
    men: {
      middles: words('Văn Đức'),
      given: words('Thuyết Khuê Bằng Cường Hợp Luyện Tuấn Nghiệp'),
    },
    women: {
      middles: words('Thị'),
      given: words('Lệ Ngoan Bằng Thêu Chanh Diễm Nguyệt Viên'),
    },
  },
  {
    // Mường
    ethnicGroup: '06',
    families: words('Bùi Quách Đinh Bạch'),
    men: {
      middles: words('Văn'),
      given: words('Nhiệm Quyển Thăng Chức Hiệu Dậu Thực Tịnh'),
    },
    women: {
      middles: words('Thị'),
      given: words('Nhiên Dịu Hằng Quyến Thìn Ngần Tâm Thủy'),
    },
  },
  {
    // Nùng
    ethnicGroup: '07',
    families: words('Nông Hoàng Lương Vi Lục'),
    men: {
      middles: words('Văn'),
      given: words('Thìn Sáy Bảo Lập Phủ Coóng Thiện Đại'),
    },
    women: {
      middles: words('Thị'),
      given: words('Sáy Lành Bế Niềm Thắng Noọng Huệ Lưu'),
    },
  },
  {
    // Cống
    ethnicGroup: '48',
    families: words('Lò Chảo Nạ Hù'),
    men: {
      middles: words('Văn'),
      given: words('Nhúng Đin Phạ Thàng Pâng Ly Hoang Xôm'),
    },
    women: {
      middles: words('Thị'),
      given: words('Nhít Đương Phạ Thành Pâng Ly Hoan Kiên'),
    },
  },
  {
    // Si La
    ethnicGroup: '50',
    families: words('Hù Lỳ Pờ Giàng'),
    men: {
      middles: words('Chà Cố'),
      given: words('Lai Tư Sinh Khao Thái Gạ Chính Hoa'),
    },
    women: {
      middles: words('Cố Cà'),
      given: words('Loàn Xơ Nhù Pó Sụ Lé Chờ Phé'),
    },
  },
];

const poolOf: ReadonlyMap<string, NamePool> = new Map(namePools.map((pool) => [pool.ethnicGroup, pool]));

/** An invented person for `path` out of people with these shares; `sex` when it is already known. */
export function drawPerson(draws: Draws, path: string, shares: EthnicShares, sex?: Person['sex']): Person {
  const ethnicGroup = drawGroup(draws, `${path}/group`, shares);
  const drawn = sex ?? (draws.number(`${path}/sex`, 100) < womenPercent ? 'female' : 'male');
  return { name: nameIn(draws, path, ethnicGroup, drawn), sex: drawn, ethnicGroup };
}

/** A full name (family, middle, given) for `path`; `family` when it is inherited. */
export function nameIn(
  draws: Draws,
  path: string,
  ethnicGroup: string,
  sex: Person['sex'],
  family?: string,
): string {
  const pool = poolOf.get(ethnicGroup);
  if (!pool) throw new RangeError(`no names for the ethnic group ${ethnicGroup}`);
  const side = sex === 'male' ? pool.men : pool.women;
  const middle = draws.pick(`${path}/middle`, side.middles);
  const given = draws.pick(`${path}/given`, side.given);
  return `${family ?? draws.pick(`${path}/family`, pool.families)} ${middle} ${given}`;
}

/** The invented person of an account of somebody who works. */
export function workingPerson(draws: Draws, path: string): Person {
  return drawPerson(draws, path, staffShares);
}
