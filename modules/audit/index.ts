/** Front door of the audit log. Writing it is the database's own work (audit.watch, audit.note): no code can forget it. */
export { auditRoutes, type NamesOf } from './api/index.ts';
export { auditOperations } from './contract.ts';
