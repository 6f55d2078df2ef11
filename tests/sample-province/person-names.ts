import type { Draws } from './draws.ts';

/** Parts from which invented people of one group are named. */
interface NamePool {
  /** Share in percent; the shares of all pools make 100. */
  readonly share: number;
  readonly families: readonly string[];
  readonly men: { readonly middles: readonly string[]; readonly given: readonly string[] };
  readonly women: { readonly middles: readonly string[]; readonly given: readonly string[] };
}

/** Common names of the four largest groups among people who work in the schools of the north-west. */
export const namePools: readonly NamePool[] = [
  {
    share: 38,
    families: ['Lò', 'Quàng', 'Cà', 'Tòng', 'Lường', 'Vì', 'Bạc', 'Điêu', 'Lèo', 'Mào', 'Khoàng', 'Hà'],
    men: {
      middles: ['Văn'],
      given: [
        'Pánh',
        'Ín',
        'Hặc',
        'Chung',
        'Xương',
        'Thoan',
        'Pâng',
        'Inh',
        'Ngoan',
        'Dũng',
        'Hưởng',
        'Thiết',
      ],
    },
    women: {
      middles: ['Thị'],
      given: ['Ọi', 'Phương', 'Xuân', 'Dung', 'Inh', 'Ánh', 'Hặc', 'Thoan', 'Pâng', 'Kiêm', 'Nga', 'Thương'],
    },
  },
  {
    share: 30,
    families: ['Giàng', 'Vàng', 'Sùng', 'Thào', 'Mùa', 'Hạng', 'Vừ', 'Lầu', 'Cứ', 'Hờ', 'Ly', 'Chang'],
    men: {
      middles: ['A'],
      given: ['Dơ', 'Tủa', 'Chứ', 'Lử', 'Của', 'Sính', 'Dế', 'Dình', 'Phử', 'Lềnh', 'Trừ', 'Súa'],
    },
    women: {
      middles: ['Thị'],
      given: ['Mỷ', 'Dợ', 'Sua', 'Pàng', 'Chừ', 'Dở', 'Xía', 'Mảy', 'Ninh', 'Gầu', 'Dí', 'Ca'],
    },
  },
  {
    share: 24,
    families: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Bùi', 'Đỗ', 'Vũ', 'Đặng', 'Ngô', 'Phan', 'Dương', 'Đinh'],
    men: {
      middles: ['Quang', 'Đình', 'Hữu'],
      given: [
        'Khải',
        'Lâm',
        'Nhuận',
        'Toản',
        'Vinh',
        'Thuận',
        'Kha',
        'Trọng',
        'Duy',
        'Hiển',
        'Bách',
        'Tuyên',
      ],
    },
    women: {
      middles: ['Thị', 'Thu', 'Thanh'],
      given: ['Hường', 'Nhài', 'Thoa', 'Duyên', 'Thắm', 'Liễu', 'Mơ', 'Bích', 'Hiên', 'Trúc', 'Vân', 'Uyên'],
    },
  },
  {
    share: 8,
    families: ['Lường', 'Quàng', 'Cụt', 'Moong', 'Ven', 'Lò'],
    men: { middles: ['Văn'], given: ['Thong', 'Phanh', 'Xuyên', 'Lả', 'Khăm', 'Bun'] },
    women: { middles: ['Thị'], given: ['Phanh', 'Xoan', 'Lả', 'Bun', 'Khăm', 'Thưa'] },
  },
];

/** An invented person's full name (family, middle, given) for `path`. */
export function personName(draws: Draws, path: string): string {
  let left = draws.number(`${path}/group`, 100);
  const pool = namePools.find((candidate) => {
    left -= candidate.share;
    return left < 0;
  });
  if (!pool) throw new RangeError('the shares of the name pools do not make 100');
  const side = draws.number(`${path}/gender`, 2) === 0 ? pool.men : pool.women;
  const family = draws.pick(`${path}/family`, pool.families);
  const middle = draws.pick(`${path}/middle`, side.middles);
  const given = draws.pick(`${path}/given`, side.given);
  return `${family} ${middle} ${given}`;
}
