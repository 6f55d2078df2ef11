/**
 * The 54 ethnic groups (dân tộc) of Việt Nam with their official codes.
 * Source: Quyết định 121-TCTK/PPCĐ ngày 02/3/1979 of the General Statistics Office, "Danh mục các thành phần dân tộc Việt Nam";
 * spelling as the national databases write it today. `otherNames`: spellings and names of branches that people write.
 */
export interface EthnicGroup {
  /** Two digits, '01' to '54'. */
  readonly code: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

const lines = `
01|Kinh|Việt
02|Tày|Thổ Tày; Ngạn; Phén; Thu Lao; Pa Dí
03|Thái|Thái Đen; Thái Trắng; Tày Khao; Tày Đăm; Tày Mười; Tày Thanh; Táy Đăm; Táy Khao
04|Hoa|Hán; Triều Châu; Phúc Kiến; Quảng Đông; Hải Nam; Xạ Phang; Xạ Phạng
05|Khơ-me|Khmer; Khơ Me; Miên; Khơ Me Krôm
06|Mường|Mol; Mual; Mọi Bi; Ao Tá
07|Nùng|Nùng Xuồng; Nùng Giang; Nùng An; Phàn Sình; Nùng Cháo; Nùng Lòi; Quý Rịn
08|Mông|H'Mông; Hmông; H Mông; Hơ Mông; Mèo; Mẹo; Mông Trắng; Mông Hoa; Mông Đen; Mông Đỏ; Mông Xanh; Mông Lềnh; Na Miểo
09|Dao|Mán; Dao Đỏ; Dao Tiền; Dao Quần Trắng; Dao Khâu; Dao Quần Chẹt; Động; Xá Mán
10|Gia-rai|Jrai; Giơ Rai; Chơ Rai; Tơ Buăn; Hơ Bau; Hdrung
11|Ngái|Xín; Lê; Đản; Khách Gia
12|Ê-đê|Rađê; Rha Đê; Rơ Đê; Đê; Kpạ; Krung; Mđhur
13|Ba-na|Bahnar; Bơ Nâm; Gơ Lar; Rơ Ngao; Kriêm; Rơ Lơng
14|Xơ-đăng|Xê Đăng; Sơ Đăng; Sedang; Xơ Teng; Hà Lăng; Mơ Nâm; Ca Dong
15|Sán Chay|Cao Lan; Sán Chỉ; Sán Chí; Mán Cao Lan; Hờn Bạn; Cao Lan - Sán Chỉ
16|Cơ-ho|K'Ho; Kơ Ho; Koho; Xrê; Nốp; Cơ Don; Lạch
17|Chăm|Chàm; Chiêm Thành; Hroi; Chăm Hroi
18|Sán Dìu|Sán Déo; Trại; Trại Đất; Mán Quần Cộc
19|Hrê|Chăm Rê; Thạch Bích; Hre
20|Mnông|M'Nông; Mơ Nông; Pnông; Preh; Gar; Chil
21|Ra-glai|Raglay; Ra Glay; Rai; Hai; Noong
22|Xtiêng|Stiêng; S'Tiêng; Xa Điêng; Xa Chiêng
23|Bru - Vân Kiều|Bru; Vân Kiều; Măng Coong; Tri; Khùa; Bru Vân Kiều
24|Thổ|Kẹo; Mọn; Cuối; Họ; Đan Lai; Ly Hà; Tày Poọng
25|Giáy|Nhắng; Dẩng; Pầu Thìn; Pu Nà; Cùi Chu; Xa
26|Cơ-tu|Katu; Ca Tu; K'Tu; Cao; Hạ; Phương
27|Gié - Triêng|Gié Triêng; Giẻ Triêng; Giẻ - Triêng; Gié; Triêng; Đgiéh; Ve; Bnoong
28|Mạ|Châu Mạ; Mạ Ngăn; Mạ Xốp; Mạ Tô; Mạ Krung
29|Khơ-mú|Khơ Mú; Khmú; Kơ Mụ; Khơ Mụ; Khờ Mú; Kmụ; Kưm Mụ; Xá Cẩu; Mứn Xen; Pu Thênh; Tềnh; Tày Hạy
30|Co|Cor; Col; Cùa; Trầu
31|Tà-ôi|Ta Ôi; Tôi Ôi; Pa Cô; Pa Hi; Ba Hi
32|Chơ-ro|Châu Ro; Dơ Ro; Chrau
33|Kháng|Xá Khao; Xá Súa; Xá Đón; Xá Dẩng; Xá Hốc; Xá Ái; Xá Bung; Quảng Lâm
34|Xinh-mun|Xinh Mun; Sinh Mun; Puộc; Pụa; Xá
35|Hà Nhì|Hà Nhi; U Ní; Xá U Ní; Hà Nhì Cồ Chồ; Hà Nhì La Mí; Hà Nhì Đen
36|Chu-ru|Churu; Chơ Ru; Chu
37|Lào|Lào Bốc; Lào Nọi; Là Bốc
38|La Chí|Cù Tê; La Quả
39|La Ha|Xá Khắc; Phlắc; Khlá
40|Phù Lá|Bồ Khô Pạ; Mu Di Pạ; Xá Phó; Phó; Phổ; Va Xơ Lao
41|La Hủ|Lao; Pu Đang; Khù Xung; Cò Xung; Khả Quy
42|Lự|Lừ; Nhuồn Duôn; Mun Di
43|Lô Lô|Mùn Di; Lô Lô Đen; Lô Lô Hoa
44|Chứt|Sách; Mày; Rục; Mã Liềng; A Rem; Tu Vang; Pa Leng; Xơ Lang; Tơ Hung; Chà Củi; Tắc Củi; U Mo; Xá Lá Vàng
45|Mảng|Mảng Ư
46|Pà Thẻn|Pà Hưng; Tống; Pá Hưng
47|Cơ Lao|Cờ Lao; Co Lao; Ke Lao
48|Cống|Xắm Khống; Mấng Nhé; Xá Xeng
49|Bố Y|Chủng Chá; Trọng Gia; Tu Dí; Tu Dìn
50|Si La|Xi La; Cù Dề Xừ; Khả Pẻ
51|Pu Péo|Ka Bèo; Pen Ti Lô Lô
52|Brâu|Brao
53|Ơ Đu|Ơ Đủ; Tày Hạt
54|Rơ Măm|Rơ Mâm`;

export const ethnicGroups: readonly EthnicGroup[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', others = ''] = line.split('|');
    return { code, name, otherNames: others.split('; ') };
  });

const nameByCode = new Map(ethnicGroups.map(({ code, name }) => [code, name]));

/** The official name of a code ('08' gives 'Mông'); undefined for a code that is none. */
export function ethnicGroupName(code: string): string | undefined {
  return nameByCode.get(code);
}

/** Case, spaces, hyphens and apostrophes do not tell groups apart; marks of tone and vowel do. */
function spelling(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, '');
}

/** Without marks: what a keyboard without Vietnamese leaves. */
function bare(text: string): string {
  return spelling(text).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** Codes by written form; a form that two groups share leads to the one whose official name it is, else to none. */
function indexBy(write: (text: string) => string): ReadonlyMap<string, string | null> {
  const index = new Map<string, string | null>();
  for (const namesOf of [(group: EthnicGroup) => [group.name], (group: EthnicGroup) => group.otherNames]) {
    const round = new Map<string, string | null>();
    for (const group of ethnicGroups) {
      for (const form of namesOf(group).map(write)) {
        const known = round.get(form);
        round.set(form, known === undefined || known === group.code ? group.code : null);
      }
    }
    for (const [form, code] of round) if (!index.has(form)) index.set(form, code);
  }
  return index;
}

const bySpelling = indexBy(spelling);
const byBareForm = indexBy(bare);

/**
 * The code of what somebody wrote: the official name, another name, the name without marks, or the code itself ('8', '08');
 * a leading "dân tộc" does not disturb. Undefined when it is none of them or could be two.
 */
export function findEthnicGroup(written: string): string | undefined {
  const text = written
    .normalize('NFC')
    .trim()
    .replace(/^(?:dân tộc|dan toc|dt\.?)\s+/iu, '');
  if (/^\d{1,2}$/.test(text))
    return nameByCode.has(text.padStart(2, '0')) ? text.padStart(2, '0') : undefined;
  return bySpelling.get(spelling(text)) ?? byBareForm.get(bare(text)) ?? undefined;
}
