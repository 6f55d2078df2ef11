import type { TFunction } from 'i18next';
import type { operations } from '#api';
import { formatNumber } from '#platform/i18n';
import type { Tone } from '#platform/ui';
import { formatShare } from '../../rules/numbers.ts';
import { outcomes } from '../../rules/report.ts';

type Answer<Name extends 'listReports' | 'getReport' | 'aggregateReports'> =
  operations[`plan.${Name}`]['responses'][200]['content']['application/json'];

export type ReportList = Answer<'listReports'>;
export type ReportDetail = Answer<'getReport'>;
export type Totals = Answer<'aggregateReports'>;
export type Period = ReportList['period'];
export type Narrative = ReportDetail['narrative'];
export type ReportState = ReportDetail['report']['state'];
/** A figure of one report, or of several added up. */
export type Figure = ReportDetail['figures'][number] & {
  readonly units?: number;
  readonly unitsMet?: number;
};

export const reportTones: Readonly<Record<ReportState | 'missing' | 'awaited', Tone>> = {
  missing: 'late',
  awaited: 'none',
  draft: 'none',
  submitted: 'accent',
  returned: 'due',
  accepted: 'done',
};

/** Columns of the tables of duties: all of them, then by outcome. */
export const columns = ['total', ...outcomes] as const;

export const columnTones: Readonly<Record<(typeof columns)[number], Tone>> = {
  total: 'none',
  accepted: 'done',
  submitted: 'accent',
  late: 'late',
  blocked: 'due',
  open: 'wait',
  notApplicable: 'none',
};

/** A period in the reader's language; the server's label is Vietnamese. School years begin in August. */
export function periodName(period: Pick<Period, 'kind' | 'start'>, t: TFunction): string {
  const [year, month] = period.start.split('-').map(Number) as [number, number];
  const first = month >= 7 ? year : year - 1;
  const schoolYear = `${first}-${first + 1}`;
  switch (period.kind) {
    case 'month':
      return t('reports:period.month', { month, year });
    case 'semester':
      return t(month >= 7 ? 'reports:period.semester1' : 'reports:period.semester2', { schoolYear });
    default:
      return t('reports:period.year', { schoolYear });
  }
}

/** What a figure is called in the reader's language; names out of the plan stay as they were written. */
export function figureName(figure: Figure, t: TFunction): string {
  switch (figure.group) {
    case 'total':
      return figure.column === 'total' ? t('reports:figures.due') : t(`reports:column.${figure.column}`);
    case 'section':
    case 'month':
      return `${figure.row}: ${t(`reports:column.${figure.column}`)}`;
    case 'acceptedInPeriod':
      return t('reports:figures.acceptedInPeriod');
    case 'difficulty':
    case 'finding':
      return t(`reports:${figure.group}.${figure.key.slice(figure.key.indexOf(':') + 1)}`);
    case 'form':
      return `${figure.row}: ${figure.label}`;
    default:
      return figure.label;
  }
}

/** A figure as it is written, of its measure; a dash where there was nothing to count. */
export function figureText(figure: Pick<Figure, 'measure' | 'value'>): string {
  if (figure.value === null) return '–';
  return figure.measure === 'share' ? formatShare(figure.value) : formatNumber(figure.value);
}

/** Splits an address of the app with its query for a Link. */
export function linkTo(address: string): { to: string; search: never } {
  const [to = '', query = ''] = address.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(query)) as never };
}
