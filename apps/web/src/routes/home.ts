import type { Me } from '#api';
import { areasFor } from '../frame/areas.ts';

/** The page a role opens on: the department its board, everybody else the own work; without those the first page there is. */
export function homeOf(me: Me): string {
  const may = (operation: string) => me.permissions.includes(operation);
  const pages = areasFor(may, me.role?.unit.kind).flatMap((area) => area.pages);
  const isDepartment = ['departmentLeader', 'divisionHead', 'specialist'].includes(me.role?.role ?? '');
  const wanted = isDepartment ? 'board' : 'myWork';
  return (pages.find((page) => page.name === wanted) ?? pages[0])?.to ?? '/ca-nhan';
}
