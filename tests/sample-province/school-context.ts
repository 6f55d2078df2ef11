import type { Commune } from '#reference/dien-bien';
import type { Draws } from './draws.ts';
import type { SchoolYearRow, SiteRow, UnitRow } from './rows.ts';
import type { SchoolPlan } from './school-plan.ts';
import type { SchoolUnits } from './unit-rows.ts';

/** What the rows of one school are made from. */
export interface SchoolContext {
  readonly draws: Draws;
  readonly units: SchoolUnits;
  readonly plan: SchoolPlan;
  /** 0, 1 …: place of the school in the province. */
  readonly number: number;
  readonly schoolYear: SchoolYearRow;
  readonly sites: readonly SiteRow[];
  readonly communes: readonly {
    readonly commune: Commune;
    readonly unit: UnitRow;
    readonly villages: readonly string[];
  }[];
  /** Other schools of the cluster with their plans, for teachers who are shared. */
  readonly neighbours: readonly { readonly units: SchoolUnits; readonly plan: SchoolPlan }[];
  /** As far as the year has come, 'YYYY-MM-DD': what would happen later has not happened. */
  readonly until: string;
  /** Account at this path, if it exists: 'account/hieutruong.db-thcs-001'. */
  accountOf(path: string): string | null;
}

/** The columns that every row of a school has. */
export function owned({ units }: SchoolContext): { unit_id: string; department_id: string } {
  return { unit_id: units.unit.id, department_id: units.unit.department_id };
}
