import type { Block, Cell, OfficialDocument, Run } from '#platform/documents';
import { formatDate, formatNumber } from '#platform/i18n';
import { assignmentLink, reportRowsLink } from '../rules/links.ts';
import { formatShare } from '../rules/numbers.ts';
import {
  type Figure,
  type Narrative,
  narrativeSections,
  type Outcome,
  outcomeNames,
  outcomeOf,
  outcomes,
  type ReportEvidence,
} from '../rules/report.ts';
import { type ReportHeading, reportSignature } from '../rules/report-heading.ts';

export interface ReportPaper {
  readonly reportId: string;
  readonly heading: ReportHeading;
  readonly symbol: string | null;
  /** Day written on the report ('YYYY-MM-DD'). */
  readonly date: string;
  readonly title: string;
  readonly addressee: string | null;
  readonly periodLabel: string;
  readonly asOf: string;
  readonly figures: readonly Figure[];
  readonly evidence: ReportEvidence;
  readonly narrative: Narrative;
  /** Who handed it in; nulls while nobody has. */
  readonly signer: { readonly role: string | null; readonly name: string | null };
  /** Address people reach the server by, without a final slash: every figure links to its rows. */
  readonly publicUrl: string;
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** A figure as it is written, of its measure; '-' where there was nothing to count. */
export function writeFigure(figure: Pick<Figure, 'measure' | 'value'>): string {
  if (figure.value === null) return '-';
  return figure.measure === 'share' ? formatShare(figure.value) : formatNumber(figure.value);
}

interface Chapter {
  readonly key: string;
  readonly title: string;
  readonly body: readonly Block[];
}

/** Numbers the headings of the parts that are there: 1, 2, 3 … */
function numbered(parts: readonly (readonly Block[])[]): Block[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) =>
      part.map((block) =>
        block.type === 'heading' ? { ...block, text: `${at + 1}. ${block.text}` } : block,
      ),
    );
}

/** Lays a report out as an official document: kind BÁO CÁO, figures in tables, then what people wrote. */
export function reportDocument(paper: ReportPaper): OfficialDocument {
  const { figures, evidence } = paper;
  const cell = (figure: Figure | undefined): Cell =>
    figure
      ? { text: writeFigure(figure), link: `${paper.publicUrl}${reportRowsLink(paper.reportId, figure.key)}` }
      : '';
  const of = (group: Figure['group']) => figures.filter((figure) => figure.group === group);

  function outcomeTable(group: 'section' | 'month', first: string): Block[] {
    const lines = [...Map.groupBy(of(group), (figure) => figure.row ?? '')];
    if (lines.length === 0) return [];
    const columns = ['total', ...outcomes] as const;
    return [
      {
        type: 'table',
        columns: [
          { title: first },
          { title: 'Tổng số', align: 'right', width: 16 },
          ...outcomes.map((outcome) => ({
            title: outcomeNames[outcome],
            align: 'right' as const,
            width: 18,
          })),
        ],
        rows: [
          ...lines.map(([line, inLine]) => [
            line,
            ...columns.map((column) => cell(inLine.find((figure) => figure.column === column))),
          ]),
          ['Cộng', ...columns.map((column) => cell(of('total').find((figure) => figure.column === column)))],
        ],
      },
    ];
  }

  function dutyList(title: string, among: readonly Outcome[]): Block[] {
    const duties = evidence.duties.filter(
      (duty) =>
        duty.dueOn >= evidence.from &&
        duty.dueOn <= evidence.to &&
        among.includes(outcomeOf(duty, paper.asOf)),
    );
    if (duties.length === 0) return [];
    return [
      { type: 'heading', level: 2, text: title },
      {
        type: 'table',
        columns: [
          { title: 'Nhiệm vụ' },
          { title: 'Hạn', width: 24, align: 'center' },
          { title: 'Lý do', width: 50 },
        ],
        rows: duties.map((duty) => [
          {
            text: `${duty.code} ${duty.title}`,
            link: `${paper.publicUrl}${assignmentLink(duty.assignmentId)}`,
          },
          formatDate(duty.dueOn),
          duty.note ?? outcomeNames[outcomeOf(duty, paper.asOf)],
        ]),
      },
    ];
  }

  function pairs(title: string, group: 'difficulty' | 'finding' | 'indicator' | 'form'): Block[] {
    const listed = of(group);
    if (listed.length === 0 || listed.every((figure) => group === 'finding' && figure.value === 0)) return [];
    return [
      { type: 'heading', level: 2, text: title },
      {
        type: 'table',
        columns: [
          { title: 'Nội dung' },
          { title: 'Số liệu', align: 'right', width: 30 },
          ...(group === 'indicator'
            ? [
                { title: 'Ngưỡng', align: 'right' as const, width: 24 },
                { title: 'Đạt', align: 'center' as const, width: 18 },
              ]
            : []),
        ],
        rows: listed.map((figure) => [
          figure.row ? `${figure.row}: ${figure.label}` : figure.label,
          cell(figure),
          ...(group === 'indicator'
            ? [
                figure.threshold === null
                  ? ''
                  : writeFigure({ measure: figure.measure, value: figure.threshold }),
                figure.met === null ? '-' : figure.met ? 'Có' : 'Chưa',
              ]
            : []),
        ]),
      },
    ];
  }

  function acceptedList(): Block[] {
    const accepted = evidence.duties.filter(
      ({ state, decidedOn }) =>
        state === 'accepted' && decidedOn !== null && decidedOn >= evidence.from && decidedOn <= evidence.to,
    );
    if (accepted.length === 0) return [];
    return [
      { type: 'heading', level: 2, text: 'Nhiệm vụ được công nhận trong kỳ' },
      {
        type: 'table',
        columns: [{ title: 'Nhiệm vụ' }, { title: 'Ngày công nhận', width: 32, align: 'center' }],
        rows: accepted.map((duty) => [
          {
            text: `${duty.code} ${duty.title}`,
            link: `${paper.publicUrl}${assignmentLink(duty.assignmentId)}`,
          },
          formatDate(duty.decidedOn ?? ''),
        ]),
      },
    ];
  }

  /** A figure inside a sentence, leading to its rows like those in tables. */
  function run(key: string): Run {
    const figure = figures.find((candidate) => candidate.key === key);
    if (!figure) return { text: '0' };
    return {
      text: writeFigure(figure),
      link: `${paper.publicUrl}${reportRowsLink(paper.reportId, key)}`,
    };
  }

  const summary: Block = {
    type: 'paragraph',
    runs: [
      { text: `Số liệu tính đến ngày ${formatDate(paper.asOf)}. Trong ${paper.periodLabel} có ` },
      run('total:total'),
      { text: ' nhiệm vụ đến hạn, trong đó ' },
      run('total:accepted'),
      { text: ' đã được công nhận, ' },
      run('total:late'),
      { text: ' quá hạn, ' },
      run('total:blocked'),
      { text: ' đang vướng; số nhiệm vụ được công nhận trong kỳ là ' },
      run('acceptedInPeriod'),
      { text: '.' },
    ],
  };
  const written = narrativeSections.flatMap(({ key, title }): Chapter[] => {
    const lines = paper.narrative[key].split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) return [];
    return [{ key, title, body: lines.map((text): Block => ({ type: 'paragraph', runs: [{ text }] })) }];
  });
  const computed: Chapter = {
    key: 'figures',
    title: 'Kết quả thực hiện nhiệm vụ',
    body: [
      summary,
      ...outcomeTable('section', 'Phần của kế hoạch'),
      ...outcomeTable('month', 'Tháng'),
      ...numbered([
        acceptedList(),
        dutyList('Nhiệm vụ quá hạn hoặc đang vướng', ['late', 'blocked']),
        dutyList('Nhiệm vụ không áp dụng', ['notApplicable']),
        pairs('Chỉ số', 'indicator'),
        pairs('Số liệu từ phiếu', 'form'),
        pairs('Khó khăn, vướng mắc', 'difficulty'),
        pairs('Kiến nghị sau kiểm tra', 'finding'),
      ]),
    ],
  };
  const chapters = [
    ...written.filter(({ key }) => key === 'general'),
    computed,
    ...written.filter(({ key }) => key !== 'general'),
  ];
  return {
    ...(paper.heading.superior ? { superior: paper.heading.superior } : {}),
    agency: paper.heading.agency,
    number: paper.symbol,
    place: paper.heading.place,
    date: paper.date,
    kind: 'BÁO CÁO',
    abstract: paper.title
      .replace(/^Báo cáo\s+/u, '')
      .replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('vi')),
    ...(paper.addressee ? { addressee: paper.addressee } : {}),
    body: chapters.flatMap(({ title, body }, at): Block[] => [
      { type: 'heading', level: 1, text: `${roman[at]}. ${title}` },
      ...body,
    ]),
    signature: reportSignature(paper.heading.position, paper.signer),
    recipients: paper.addressee ? [paper.addressee] : [],
    landscapeTables: true,
  };
}
