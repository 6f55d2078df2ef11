import type { AssignmentState } from './assignment.ts';
import { isOpen } from './assignment.ts';
import type { FormField } from './form.ts';
import { type Direction, meetsThreshold } from './indicator.ts';
import { assignmentLink, difficultyLink, inspectionLink } from './links.ts';

/**
 * The figures of a report. Each is made of rows, and only of rows: asking for the rows of a figure gives exactly
 * those it was counted from. Days are 'YYYY-MM-DD'.
 */

export interface ReportDuty {
  readonly assignmentId: string;
  readonly code: string;
  readonly title: string;
  readonly section: string;
  readonly state: AssignmentState;
  readonly dueOn: string;
  readonly blocked: boolean;
  /** Reason of what does not apply, or the last thing said when it was returned. */
  readonly note: string | null;
  readonly decidedOn: string | null;
}

export interface ReportDifficulty {
  readonly id: string;
  readonly title: string;
  readonly raisedOn: string;
  readonly answeredOn: string | null;
  readonly state: 'open' | 'answered' | 'closed';
}

export interface ReportFinding {
  readonly id: string;
  readonly inspectionId: string;
  readonly body: string;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly state: 'open' | 'resolved' | 'closed';
}

export interface ReportIndicator {
  readonly indicator: string;
  readonly name: string;
  readonly direction: Direction;
  readonly threshold: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly assignmentId: string;
  readonly code: string;
}

export interface ReportForm {
  readonly assignmentId: string;
  readonly code: string;
  readonly title: string;
  readonly field: FormField;
  /** Whose figure: the unit itself or a part below it. */
  readonly from: string;
  readonly value: number;
}

/** What a unit's report for a period is computed from; frozen when the report is handed in. */
export interface ReportEvidence {
  readonly from: string;
  readonly to: string;
  /** The day as of which states are told. */
  readonly asOf: string;
  readonly duties: readonly ReportDuty[];
  readonly difficulties: readonly ReportDifficulty[];
  readonly findings: readonly ReportFinding[];
  readonly indicators: readonly ReportIndicator[];
  readonly forms: readonly ReportForm[];
}

export const outcomes = ['accepted', 'submitted', 'late', 'blocked', 'open', 'notApplicable'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeNames: Record<Outcome, string> = {
  accepted: 'Đã công nhận',
  submitted: 'Đã nộp, chờ duyệt',
  late: 'Quá hạn',
  blocked: 'Đang vướng',
  open: 'Đang làm, còn hạn',
  notApplicable: 'Không áp dụng',
};

/** Exactly one outcome for every duty, so that the outcomes add up to the total. */
export function outcomeOf(duty: ReportDuty, asOf: string): Outcome {
  if (!isOpen(duty.state)) return duty.state as 'accepted' | 'submitted' | 'notApplicable';
  if (duty.blocked) return 'blocked';
  return duty.dueOn < asOf ? 'late' : 'open';
}

export interface ReportRow {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly link: string;
  /** What the row adds to the figure: 1 where rows are counted; null where nothing could be counted. */
  readonly amount: number | null;
}

export type FigureGroup =
  | 'total'
  | 'section'
  | 'month'
  | 'acceptedInPeriod'
  | 'difficulty'
  | 'finding'
  | 'indicator'
  | 'form';

export interface Figure {
  /** The same for the same thing in every unit's report, so that reports can be added up. */
  readonly key: string;
  readonly group: FigureGroup;
  /** Line and column of the table it stands in; null where the label says all. */
  readonly row: string | null;
  readonly column: string | null;
  readonly label: string;
  readonly measure: 'count' | 'sum' | 'average' | 'share';
  readonly value: number | null;
  /** For averages and shares: what is divided by what, so that several units add up truly. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly threshold: number | null;
  readonly met: boolean | null;
}

interface MadeFigure {
  readonly figure: Figure;
  readonly rows: readonly ReportRow[];
}

function counted(
  key: string,
  group: FigureGroup,
  place: { row?: string; column?: string; label: string },
  rows: readonly ReportRow[],
): MadeFigure {
  return {
    figure: {
      key,
      group,
      row: place.row ?? null,
      column: place.column ?? null,
      label: place.label,
      measure: 'count',
      value: rows.length,
      numerator: null,
      denominator: null,
      threshold: null,
      met: null,
    },
    rows,
  };
}

function written(day: string): string {
  return day.split('-').reverse().join('/');
}

function dutyRow(duty: ReportDuty, asOf: string): ReportRow {
  const reason = duty.note ? ` · ${duty.note}` : '';
  return {
    id: duty.assignmentId,
    title: `${duty.code} ${duty.title}`,
    detail: `${outcomeNames[outcomeOf(duty, asOf)]} · hạn ${written(duty.dueOn)}${reason}`,
    link: assignmentLink(duty.assignmentId),
    amount: 1,
  };
}

function dutyFigures(evidence: ReportEvidence): MadeFigure[] {
  const { asOf } = evidence;
  const due = evidence.duties.filter((duty) => duty.dueOn >= evidence.from && duty.dueOn <= evidence.to);
  const rowsOf = (duties: readonly ReportDuty[]) => duties.map((duty) => dutyRow(duty, asOf));

  function table(
    group: 'section' | 'month',
    duties: readonly ReportDuty[],
    lineOf: (duty: ReportDuty) => string,
  ): MadeFigure[] {
    return [...Map.groupBy(duties, lineOf)].flatMap(([line, inLine]) => [
      counted(
        `${group}:${line}:total`,
        group,
        { row: line, column: 'total', label: `${line}: tổng số` },
        rowsOf(inLine),
      ),
      ...outcomes.map((outcome) =>
        counted(
          `${group}:${line}:${outcome}`,
          group,
          { row: line, column: outcome, label: `${line}: ${outcomeNames[outcome]}` },
          rowsOf(inLine.filter((duty) => outcomeOf(duty, asOf) === outcome)),
        ),
      ),
    ]);
  }

  const acceptedInPeriod = evidence.duties.filter(
    ({ state, decidedOn }) =>
      state === 'accepted' && decidedOn !== null && decidedOn >= evidence.from && decidedOn <= evidence.to,
  );
  return [
    counted('total:total', 'total', { column: 'total', label: 'Nhiệm vụ đến hạn trong kỳ' }, rowsOf(due)),
    ...outcomes.map((outcome) =>
      counted(
        `total:${outcome}`,
        'total',
        { column: outcome, label: outcomeNames[outcome] },
        rowsOf(due.filter((duty) => outcomeOf(duty, asOf) === outcome)),
      ),
    ),
    ...table('section', due, (duty) => duty.section),
    ...(evidence.from.slice(0, 7) === evidence.to.slice(0, 7)
      ? []
      : table(
          'month',
          due.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
          (duty) => `${duty.dueOn.slice(5, 7)}/${duty.dueOn.slice(0, 4)}`,
        )),
    counted(
      'acceptedInPeriod',
      'acceptedInPeriod',
      { label: 'Nhiệm vụ được công nhận trong kỳ' },
      rowsOf(acceptedInPeriod),
    ),
  ];
}

function difficultyFigures(evidence: ReportEvidence): MadeFigure[] {
  const within = (day: string | null) => day !== null && day >= evidence.from && day <= evidence.to;
  const rows = (fits: (difficulty: ReportDifficulty) => boolean): ReportRow[] =>
    evidence.difficulties.filter(fits).map((difficulty) => ({
      id: difficulty.id,
      title: difficulty.title,
      detail: `Nêu ngày ${written(difficulty.raisedOn)}${difficulty.answeredOn ? `, trả lời ngày ${written(difficulty.answeredOn)}` : ''}`,
      link: difficultyLink(difficulty.id),
      amount: 1,
    }));
  return [
    counted(
      'difficulty:raised',
      'difficulty',
      { label: 'Khó khăn nêu trong kỳ' },
      rows((d) => within(d.raisedOn)),
    ),
    counted(
      'difficulty:answered',
      'difficulty',
      { label: 'Khó khăn được trả lời trong kỳ' },
      rows((d) => within(d.answeredOn)),
    ),
    counted(
      'difficulty:open',
      'difficulty',
      { label: 'Khó khăn còn chờ trả lời' },
      rows((d) => d.state === 'open'),
    ),
  ];
}

function findingFigures(evidence: ReportEvidence): MadeFigure[] {
  const rows = (fits: (finding: ReportFinding) => boolean): ReportRow[] =>
    evidence.findings.filter(fits).map((finding) => ({
      id: finding.id,
      title: finding.body,
      detail: `Hạn khắc phục ${written(finding.dueOn)}`,
      link: inspectionLink(finding.inspectionId),
      amount: 1,
    }));
  return [
    counted(
      'finding:total',
      'finding',
      { label: 'Kiến nghị sau kiểm tra' },
      rows(() => true),
    ),
    counted(
      'finding:closed',
      'finding',
      { label: 'Đã khắc phục xong' },
      rows((f) => f.state === 'closed'),
    ),
    counted(
      'finding:resolved',
      'finding',
      { label: 'Đã báo khắc phục, chờ xác nhận' },
      rows((f) => f.state === 'resolved'),
    ),
    counted(
      'finding:open',
      'finding',
      { label: 'Chưa khắc phục' },
      rows((f) => f.state === 'open'),
    ),
  ];
}

/** One figure per indicator, however many duties it proves; the strictest of their thresholds counts. */
function indicatorFigures(evidence: ReportEvidence): MadeFigure[] {
  return [...Map.groupBy(evidence.indicators, (row) => row.indicator)].flatMap(([indicator, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const strictest = first.direction === 'atLeast' ? Math.max : Math.min;
    const threshold = strictest(...rows.map((row) => row.threshold));
    const figure: Figure = {
      key: `indicator:${indicator}`,
      group: 'indicator',
      row: null,
      column: null,
      label: first.name,
      measure: first.value !== null && first.denominator === null ? 'sum' : 'share',
      value: first.value,
      numerator: first.numerator,
      denominator: first.denominator,
      threshold,
      met: first.value === null ? null : meetsThreshold(first.direction, first.value, threshold),
    };
    return [
      {
        figure,
        rows: rows.map((row) => ({
          id: row.assignmentId,
          title: `${row.code} ${row.name}`,
          detail: `Ngưỡng ${row.threshold}`,
          link: assignmentLink(row.assignmentId),
          amount: row.value,
        })),
      },
    ];
  });
}

function formFigures(evidence: ReportEvidence): MadeFigure[] {
  const summed = evidence.forms.filter(({ field }) => field.aggregate !== 'none');
  return [...Map.groupBy(summed, (form) => `form:${form.code}:${form.field.key}`)].flatMap(([key, forms]) => {
    const [first] = forms;
    if (!first) return [];
    const sum = forms.reduce((total, form) => total + form.value, 0);
    const average = first.field.aggregate === 'average';
    const unit = first.field.unit ? ` (${first.field.unit})` : '';
    return [
      {
        figure: {
          key,
          group: 'form' as const,
          row: `${first.code} ${first.title}`,
          column: first.field.key,
          label: `${first.field.label}${unit}`,
          measure: average ? ('average' as const) : ('sum' as const),
          value: average ? sum / forms.length : sum,
          numerator: average ? sum : null,
          denominator: average ? forms.length : null,
          threshold: null,
          met: null,
        },
        rows: forms.map((form) => ({
          id: form.assignmentId,
          title: form.from,
          detail: `${first.field.label}${unit}`,
          link: assignmentLink(form.assignmentId),
          amount: form.value,
        })),
      },
    ];
  });
}

function makeFigures(evidence: ReportEvidence): MadeFigure[] {
  return [
    ...dutyFigures(evidence),
    ...difficultyFigures(evidence),
    ...findingFigures(evidence),
    ...indicatorFigures(evidence),
    ...formFigures(evidence),
  ];
}

/** Every figure of a report, in the order of the document. */
export function computeFigures(evidence: ReportEvidence): Figure[] {
  return makeFigures(evidence).map(({ figure }) => figure);
}

/** A figure with the rows it is made of; undefined when the report has no such figure. */
export function selectFigure(
  evidence: ReportEvidence,
  key: string,
): { figure: Figure; rows: readonly ReportRow[] } | undefined {
  return makeFigures(evidence).find(({ figure }) => figure.key === key);
}

export interface AggregatedFigure extends Figure {
  /** Units whose report has the figure. */
  readonly units: number;
  /** For indicators: units that reach their threshold. */
  readonly unitsMet: number;
}

/**
 * Adds the figures of several units up. Shares and averages are divided anew from what they were divided of; a
 * share whose parts are not known has no total.
 */
export function addUp(reports: readonly (readonly Figure[])[]): AggregatedFigure[] {
  const added = [...Map.groupBy(reports.flat(), (figure) => figure.key).values()].flatMap((figures) => {
    const [first] = figures;
    if (!first) return [];
    const sum = (of: 'value' | 'numerator' | 'denominator') =>
      figures.reduce((total, figure) => total + (figure[of] ?? 0), 0);
    const divided = first.measure === 'share' || first.measure === 'average';
    const denominator = sum('denominator');
    return [
      {
        ...first,
        value: divided ? (denominator > 0 ? sum('numerator') / denominator : null) : sum('value'),
        numerator: divided ? sum('numerator') : null,
        denominator: divided ? denominator : null,
        threshold: null,
        met: null,
        units: figures.length,
        unitsMet: figures.filter(({ met }) => met === true).length,
      },
    ];
  });
  // A month that only a later unit has would otherwise stand after the months of all units before it.
  const monthOf = (figure: Figure) => `${figure.row?.slice(3)}-${figure.row?.slice(0, 2)}`;
  return [
    ...added.filter((figure) => figure.group !== 'month'),
    ...added
      .filter((figure) => figure.group === 'month')
      .sort((a, b) => monthOf(a).localeCompare(monthOf(b))),
  ];
}

export const narrativeSections = [
  { key: 'general', title: 'Tình hình chung' },
  { key: 'results', title: 'Kết quả nổi bật' },
  { key: 'shortcomings', title: 'Hạn chế và nguyên nhân' },
  { key: 'nextPeriod', title: 'Nhiệm vụ trọng tâm kỳ tới' },
  { key: 'proposals', title: 'Kiến nghị, đề xuất' },
] as const;

export type Narrative = Readonly<Record<(typeof narrativeSections)[number]['key'], string>>;

/** What a new report says before anybody wrote in it: from the duties ahead and the difficulties not answered. */
export function firstNarrative(
  ahead: readonly { readonly code: string; readonly title: string; readonly dueOn: string }[],
  openDifficulties: readonly { readonly title: string }[],
): Narrative {
  return {
    general: '',
    results: '',
    shortcomings: '',
    nextPeriod: ahead.map((duty) => `${duty.code} ${duty.title} (hạn ${written(duty.dueOn)})`).join('\n'),
    proposals: openDifficulties.map((difficulty) => `Đề nghị trả lời: ${difficulty.title}`).join('\n'),
  };
}
