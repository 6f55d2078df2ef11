/** Door to the screens of the plan. */
import type { Screen } from '#platform/ui';

/** How conflicts of what was done without a network are shown; loaded when there is one. */
export const offlineKinds = () => import('./offline.ts').then((module) => module.offlineKinds);

export const screens: readonly Screen[] = [
  {
    path: '/viec-cua-toi',
    load: () => import('./work/my-work-page.tsx'),
    words: ['work'],
    operation: 'plan.listMyWork',
    rail: { work: 'myWork', name: 'myWork' },
  },
  {
    path: '/viec/$assignmentId',
    load: () => import('./work/assignment-page.tsx'),
    words: ['work'],
    operation: 'plan.getAssignment',
  },
  {
    path: '/cho-duyet',
    load: () => import('./work/approvals-page.tsx'),
    words: ['work'],
    operation: 'plan.listApprovals',
    rail: { work: 'myWork', name: 'approvals' },
  },
  {
    path: '/kho-khan',
    load: () => import('./work/difficulties-page.tsx'),
    words: ['work'],
    operation: 'plan.listDifficulties',
    rail: { work: 'myWork', name: 'difficulties' },
  },
  {
    path: '/bang-theo-doi',
    load: () => import('./overview/board-page.tsx'),
    words: ['overview'],
    operation: 'plan.getBoard',
    rail: { work: 'plan', name: 'board' },
  },
  {
    path: '/lich',
    load: () => import('./overview/calendar-page.tsx'),
    words: ['overview', 'plan-document'],
    operation: 'plan.getCalendar',
    rail: { work: 'plan', name: 'calendar' },
  },
  {
    path: '/ke-hoach',
    load: () => import('./documents/documents-page.tsx'),
    words: ['plan-document'],
    operation: 'plan.listDocuments',
    rail: { work: 'plan', name: 'documents' },
  },
  {
    path: '/ke-hoach/$documentId',
    load: () => import('./documents/document-page.tsx'),
    words: ['plan-document'],
    operation: 'plan.getDocument',
  },
  {
    path: '/chi-so',
    load: () => import('./overview/indicators-page.tsx'),
    words: ['overview'],
    operation: 'plan.listIndicators',
    rail: { work: 'plan', name: 'indicators' },
  },
  {
    path: '/bao-cao',
    load: () => import('./reports/reports-page.tsx'),
    words: ['reports'],
    operation: 'plan.listReports',
    rail: { work: 'reports', name: 'reports' },
  },
  {
    path: '/bao-cao/tong-hop',
    load: () => import('./reports/totals-page.tsx'),
    words: ['reports'],
    operation: 'plan.aggregateReports',
  },
  {
    path: '/bao-cao/tong-hop/so-lieu',
    load: () => import('./reports/totals-rows-page.tsx'),
    words: ['reports'],
    operation: 'plan.listAggregateRows',
  },
  {
    path: '/bao-cao/$reportId',
    load: () => import('./reports/report-page.tsx'),
    words: ['reports'],
    operation: 'plan.getReport',
  },
  {
    path: '/bao-cao/$reportId/so-lieu',
    load: () => import('./reports/report-rows-page.tsx'),
    words: ['reports'],
    operation: 'plan.listReportRows',
  },
  {
    path: '/kiem-tra',
    load: () => import('./inspections/inspections-page.tsx'),
    words: ['inspections', 'organisation'],
    operation: 'plan.listInspections',
    rail: { work: 'plan', name: 'inspections' },
  },
  {
    path: '/kiem-tra/moi',
    load: () => import('./inspections/plan-inspection-page.tsx'),
    words: ['inspections', 'organisation'],
    operation: 'plan.planInspection',
  },
  {
    path: '/kiem-tra/$inspectionId',
    load: () => import('./inspections/inspection-page.tsx'),
    words: ['inspections'],
    operation: 'plan.getInspection',
  },
  {
    path: '/kien-nghi',
    load: () => import('./inspections/findings-page.tsx'),
    words: ['inspections', 'organisation'],
    operation: 'plan.listFindings',
    rail: { work: 'plan', name: 'findings' },
  },
  {
    path: '/van-ban',
    load: () => import('./official-documents/register-page.tsx'),
    words: ['official-documents'],
    operation: 'plan.listOfficialDocuments',
    rail: { work: 'plan', name: 'officialDocuments' },
  },
  {
    path: '/van-ban/moi',
    load: () => import('./official-documents/new-document-page.tsx'),
    words: ['official-documents'],
    operation: 'plan.registerOfficialDocument',
  },
  {
    path: '/van-ban/$documentId',
    load: () => import('./official-documents/document-page.tsx'),
    words: ['official-documents'],
    operation: 'plan.getOfficialDocument',
  },
  {
    path: '/thiet-lap/co-quan',
    load: () => import('./official-documents/agency-page.tsx'),
    words: ['official-documents'],
    operation: 'plan.getAgencySetting',
    // Clusters and subject teams issue no documents.
    unitKinds: ['department', 'division', 'commune', 'school'],
    rail: { work: 'settings', name: 'agency' },
  },
  {
    path: '/cach-bao-tin',
    load: () => import('./notice-settings/notice-settings-page.tsx'),
    words: ['notice-settings'],
    operation: 'plan.getNoticeSettings',
    rail: { work: 'settings', name: 'noticeSettings' },
  },
];
