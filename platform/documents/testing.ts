import { inflateSync } from 'node:zlib';
import { fromBuffer } from 'yauzl';
import type { OfficialDocument } from './official.ts';

/** For tests only: a report with every part an official document can have. */
export function sampleDocument(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    superior: 'Ủy ban nhân dân tỉnh',
    agency: 'Sở Nội vụ',
    number: '12/BC-SNV',
    place: 'Điện Biên',
    date: '2026-02-05',
    kind: 'Báo cáo',
    abstract: 'Kết quả thực hiện nhiệm vụ quý I năm 2026',
    addressee: 'Bộ Nội vụ',
    legalBases: ['Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020'],
    body: [
      { type: 'heading', level: 1, text: 'I. KẾT QUẢ' },
      {
        type: 'paragraph',
        runs: [
          { text: 'Đến nay có ' },
          { text: '32/34 đơn vị', link: 'https://hoaban.example/duties/1?a=1&b=2' },
          { text: ' đã nộp.', bold: true },
        ],
      },
      { type: 'list', items: ['Việc thứ nhất;', [{ text: 'Việc thứ hai.' }]] },
      {
        type: 'table',
        caption: 'Bảng 1. Tổng hợp',
        columns: [
          { title: 'TT', align: 'center' },
          { title: 'Đơn vị' },
          { title: 'Kết quả', align: 'right' },
        ],
        rows: [['1', 'Phòng Một', { text: '94,1%', link: 'https://hoaban.example/rows/1' }]],
      },
    ],
    signature: { authority: 'KT. Giám đốc', position: 'Phó Giám đốc', name: 'Lò Văn Mẫu' },
    recipients: ['Như trên', 'Lưu: VT, VP'],
    ...changes,
  };
}

export interface ReadPdf {
  pages: { text: string; width: number; height: number; links: string[] }[];
  /** Each font once, with whether its outlines are inside the file. */
  fonts: { name: string; embedded: boolean }[];
  /** A sign the fonts have no shape for reads as '\ufffd'. */
  text: string;
}

/** For tests only: reads the text back from a PDF of our own (no object streams, two-byte fonts with ToUnicode). */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const body = raw.slice(from, raw.indexOf('endobj', from));
    const start = body.indexOf('stream\n');
    const head = start < 0 ? body : body.slice(0, start);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const stream = start < 0 ? '' : raw.slice(from + start + 7, from + start + 7 + length);
    const packed = head.includes('/FlateDecode');
    objects.set(match[1]!, {
      head,
      stream: packed ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream,
    });
  }
  const pages = pageOrder(objects).map((id) => readPage(objects, objects.get(id)!.head));
  const fonts = [...objects.values()]
    .filter(({ head }) => /\/Type \/FontDescriptor/.test(head))
    .map(({ head }) => ({
      name: /\/FontName \/(?:[A-Z]{6}\+)?(\S+)/.exec(head)![1]!,
      embedded: /\/FontFile[23] \d+ 0 R/.test(head),
    }));
  return { pages, fonts, text: pages.map((page) => page.text).join('\n') };
}

type Objects = Map<string, { head: string; stream: string }>;

function pageOrder(objects: Objects): string[] {
  const root = [...objects.values()].find(({ head }) => /\/Type \/Catalog/.test(head))!;
  const walk = (id: string): string[] => {
    const { head } = objects.get(id)!;
    const kids = /\/Kids \[([^\]]*)\]/.exec(head);
    return kids ? [...kids[1]!.matchAll(/(\d+) 0 R/g)].flatMap((kid) => walk(kid[1]!)) : [id];
  };
  return walk(/\/Pages (\d+) 0 R/.exec(root.head)![1]!);
}

function readPage(objects: Objects, head: string): ReadPdf['pages'][number] {
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head)!;
  const maps = new Map<string, Map<number, string>>();
  for (const [, name, id] of head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!.head);
    if (unicode) maps.set(name!, readUnicodeMap(objects.get(unicode[1]!)!.stream));
  }
  const annotations = /\/Annots \[([^\]]*)\]/.exec(head)?.[1] ?? '';
  const links = [...annotations.matchAll(/(\d+) 0 R/g)].flatMap((match) => {
    const uri = /\/URI \(([^)]*)\)/.exec(objects.get(match[1]!)!.head);
    return uri ? [uri[1]!] : [];
  });
  const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)![1]!)!.stream;
  let font = new Map<number, string>();
  let text = '';
  let isText = false;
  for (let at = 0; at < content.length; at += 1) {
    if (content[at] === '(') {
      const end = endOfString(content, at);
      // Strings elsewhere name the language of a part, or what it is.
      if (isText) text += toUnicode(unescapeString(content.slice(at + 1, end)), font);
      at = end;
    } else if (isText && content[at] === '<' && /[0-9A-F]/.test(content[at + 1]!)) {
      const end = content.indexOf('>', at);
      text += toUnicode(Buffer.from(content.slice(at + 1, end), 'hex').toString('latin1'), font);
      at = end;
    } else if (content[at] === '/') {
      const name = /^\/(f\d+) /.exec(content.slice(at, at + 9));
      if (name) font = maps.get(name[1]!) ?? new Map();
    } else if (content.startsWith('\nBT\n', at)) isText = true;
    else if (content.startsWith('\nET\n', at)) {
      isText = false;
      text += '\n';
    }
  }
  return { text, width: Math.round(Number(width)), height: Math.round(Number(height)), links };
}

/** Brackets inside a PDF string may stand unescaped as long as they come in pairs. */
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error('A string of the PDF has no end');
}

function unescapeString(string: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return string.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal, sign) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (named[sign] ?? sign),
  );
}

function toUnicode(bytes: string, font: Map<number, string>): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const glyph = bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1);
    text += glyph === 0 ? '\ufffd' : (font.get(glyph) ?? '\ufffd');
  }
  return text;
}

function readUnicodeMap(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, glyph, unicode] of map.matchAll(/<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>/g)) {
    found.set(Number.parseInt(glyph!, 16), Buffer.from(unicode!, 'hex').swap16().toString('utf16le'));
  }
  return found;
}

/** For tests only: the entries of a zip file as text, by name. */
export function readZip(bytes: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const entries = new Map<string, string>();
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (problem, stream) => {
          if (problem) return reject(problem);
          entries.set(entry.fileName, Buffer.concat(await stream.toArray()).toString('utf8'));
          zip.readEntry();
        });
      });
      zip.on('end', () => resolve(entries));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
