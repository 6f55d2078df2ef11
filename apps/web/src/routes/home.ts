import type { Me } from '#api';
import { areasFor } from '../frame/areas.ts';

/** The page a role opens on: the department its board, who looks after the system the accounts, everybody else the own work; else the first page. */
export function homeOf(me: Me): string {
  const may = (operation: string) => me.permissions.includes(operation);
  const pages = areasFor(may, me.role?.unit.kind).flatMap((area) => area.pages);
  const role = me.role?.role ?? '';
  const isDepartment = ['departmentLeader', 'divisionHead', 'specialist'].includes(role);
  const wanted = isDepartment ? 'board' : role === 'systemAdmin' ? 'accounts' : 'myWork';
  return (pages.find((page) => page.name === wanted) ?? pages[0])?.to ?? '/ca-nhan';
}
