import type { Block, OfficialDocument } from '#platform/documents';
import { formatDate } from '#platform/i18n';
import {
  type FindingState,
  findingStateNames,
  type InspectionKind,
  type ItemResult,
  inspectionKindNames,
  itemResultNames,
  type Severity,
  severityNames,
} from '../rules/inspection.ts';

/** What the minutes of an inspection say. */
export interface InspectionMinutes {
  readonly superior: string | null;
  readonly agency: string;
  readonly place: string;
  /** Day of the minutes: of the conclusion, else the day they are printed. */
  readonly date: string;
  readonly kind: InspectionKind;
  readonly purpose: string;
  readonly inspectedUnit: string;
  readonly beganOn: string;
  readonly leader: string;
  readonly members: readonly string[];
  readonly items: readonly { question: string; result: ItemResult; note: string | null }[];
  readonly findings: readonly {
    body: string;
    severity: Severity;
    dueOn: string;
    state: FindingState;
    answer: string | null;
  }[];
  /** Null while the inspection is underway. */
  readonly conclusion: string | null;
  /** Address of the inspection in the app: the rows behind the minutes. */
  readonly address: string;
}

function paragraph(text: string): Block {
  return { type: 'paragraph', runs: [{ text }] };
}

/** Lays out the minutes of an inspection (biên bản kiểm tra) as an official document. */
export function inspectionMinutes(minutes: InspectionMinutes): OfficialDocument {
  const body: Block[] = [
    paragraph(
      `Ngày ${formatDate(minutes.beganOn)}, đoàn kiểm tra của ${minutes.agency} kiểm tra ${inspectionKindNames[minutes.kind]} tại ${minutes.inspectedUnit}.`,
    ),
    { type: 'heading', level: 1, text: 'I. Thành phần đoàn kiểm tra' },
    {
      type: 'list',
      items: [`Trưởng đoàn: ${minutes.leader}`, ...minutes.members.map((name) => `Thành viên: ${name}`)],
    },
    { type: 'heading', level: 1, text: 'II. Nội dung và kết quả kiểm tra' },
    paragraph(minutes.purpose),
    minutes.items.length > 0 ? itemTable(minutes) : paragraph('Không lập danh mục kiểm tra.'),
    { type: 'heading', level: 1, text: 'III. Tồn tại, kiến nghị' },
    minutes.findings.length > 0 ? findingTable(minutes) : paragraph('Không có kiến nghị.'),
    { type: 'heading', level: 1, text: 'IV. Kết luận' },
    paragraph(minutes.conclusion ?? 'Chưa kết luận.'),
    {
      type: 'paragraph',
      runs: [{ text: 'Số liệu gốc: ' }, { text: 'cuộc kiểm tra trên hệ thống', link: minutes.address }],
    },
  ];
  return {
    ...(minutes.superior ? { superior: minutes.superior } : {}),
    agency: minutes.agency,
    number: null,
    place: minutes.place,
    date: minutes.date,
    kind: 'BIÊN BẢN',
    abstract: `Kiểm tra ${inspectionKindNames[minutes.kind]} tại ${minutes.inspectedUnit}`,
    body,
    signature: { position: 'TRƯỞNG ĐOÀN', name: minutes.conclusion === null ? '' : minutes.leader },
    recipients: [minutes.inspectedUnit, 'Đoàn kiểm tra'],
  };
}

function itemTable({ items }: InspectionMinutes): Block {
  return {
    type: 'table',
    columns: [
      { title: 'TT', width: 10, align: 'center' },
      { title: 'Nội dung' },
      { title: 'Kết quả', width: 28, align: 'center' },
      { title: 'Ghi chú' },
    ],
    rows: items.map((item, index) => [
      String(index + 1),
      item.question,
      itemResultNames[item.result],
      item.note ?? '',
    ]),
  };
}

function findingTable({ findings }: InspectionMinutes): Block {
  return {
    type: 'table',
    columns: [
      { title: 'TT', width: 10, align: 'center' },
      { title: 'Tồn tại, kiến nghị' },
      { title: 'Mức độ', width: 24, align: 'center' },
      { title: 'Hạn khắc phục', width: 26, align: 'center' },
      { title: 'Tình hình' },
    ],
    rows: findings.map((finding, index) => [
      String(index + 1),
      finding.body,
      severityNames[finding.severity],
      formatDate(finding.dueOn),
      finding.answer
        ? `${findingStateNames[finding.state]}: ${finding.answer}`
        : findingStateNames[finding.state],
    ]),
  };
}
