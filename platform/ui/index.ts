/** The design system: what every screen is made of. Knows work and states, no school. */
export { BulkBar } from './data/bulk-bar.tsx';
export { type Column, DataTable, type DataTableProps, type Loading, toggled } from './data/data-table.tsx';
export { FilterChips } from './data/filter-chips.tsx';
export { type HeatCell, HeatMap, type HeatRow } from './data/heat-map.tsx';
export { SearchBox } from './data/search-box.tsx';
export {
  StateBadge,
  StateShape,
  Tag,
  type Tone,
  toneOfState,
  type WorkState,
  workStates,
} from './data/state-badge.tsx';
export { Timeline, type TimelineItem } from './data/timeline.tsx';
export { ConfirmDialog } from './feedback/confirm-dialog.tsx';
export { ConflictDialog } from './feedback/conflict-dialog.tsx';
export { EmptyState } from './feedback/empty-state.tsx';
export { Notice } from './feedback/notice.tsx';
export { ProblemAlert } from './feedback/problem-alert.tsx';
export { ProgressOfWork } from './feedback/progress-of-work.tsx';
export { Toasts, toast, toastProblem } from './feedback/toast.tsx';
export { DateField } from './form/date-field.tsx';
export { DaysAroundProvider } from './form/days-around.tsx';
export { FileDrop, type FileFault, fileFault } from './form/file-drop.tsx';
export { Form } from './form/form.tsx';
export { ProblemList } from './form/problem-list.tsx';
export { type DraftForm, useDraftForm, useKeptForm } from './form/use-draft-form.ts';
export { CurrentLink } from './layout/current-link.tsx';
export { Facts } from './layout/facts.tsx';
export { Page } from './layout/page.tsx';
export { Section } from './layout/section.tsx';
export { SideDrawer } from './layout/side-drawer.tsx';
export { Announcer, announce } from './state/announce.tsx';
export { ApiProblem, type FieldProblem, type ProblemDocument, problemOf } from './state/problem.ts';
export type { Screen } from './state/screen.ts';
export { type Address, mergeAddress, useAddress } from './state/use-address.ts';
export { reportLine, useOnline } from './state/use-online.ts';
export { BanFlower } from './theme/ban-flower.tsx';
export { cssVariables, theme } from './theme/theme.ts';
