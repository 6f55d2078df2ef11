/** Door to the screens of the plan. */
import type { Screen } from '#platform/ui';

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
];
