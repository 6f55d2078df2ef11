/**
 * The model of an official document (văn bản hành chính): nine parts of Nghị định 30/2020/NĐ-CP, Điều 8.
 * It knows no layout; the PDF and the Word file are made from the same model.
 */

/** A piece of a line. `link` is an absolute http, https or mailto address; any other is left out, its text kept. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  link?: string;
}

export interface Column {
  title: string;
  /** Millimetres; without it the column gets what its texts need of the rest. */
  width?: number;
  /** Left when left out. */
  align?: 'left' | 'center' | 'right';
}

export type Cell = string | { text: string; link?: string };

export interface Table {
  type: 'table';
  columns: Column[];
  /** One cell for each column, in the columns' order. */
  rows: Cell[][];
  caption?: string;
}

/** Headings carry their own numbering ("I.", "1.", "a)") in the text. */
export type Block =
  | { type: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'list'; items: (string | Run[])[] }
  | Table;

export interface OfficialDocument {
  /** The agency above the issuing one, printed over it. */
  superior?: string;
  /** The issuing agency. */
  agency: string;
  /** Number and symbol without the word "Số:", for example "12/BC-SGDĐT"; null while it has none. */
  number: string | null;
  place: string;
  /** Day of issue, 'YYYY-MM-DD'. */
  date: string;
  /** "BÁO CÁO", "KẾ HOẠCH"…; null for a letter (công văn), whose abstract then stands under the number as "V/v …". */
  kind: string | null;
  abstract: string;
  /** Who it is sent to ("Kính gửi:"); more than one: each on its own line. */
  addressee?: string;
  /** "Căn cứ …", each without its final sign: it is set by the rule (";" and at last "."). */
  legalBases?: string[];
  body: Block[];
  signature: {
    /** For whom it is signed: "TL. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN"… */
    authority?: string;
    position: string;
    /** '' while nobody has signed. */
    name: string;
  };
  /** "Nơi nhận", without dash and final sign; "Lưu: VT" is added when no line says where it is kept. */
  recipients: string[];
  /** Puts tables too wide for the upright page on pages of their own, turned on their side. */
  landscapeTables?: boolean;
}
