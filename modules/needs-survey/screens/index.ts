/** Door to the screens of the needs survey. */
import type { Screen } from '#platform/ui';

/** Answering needs no account: the code of a slip is the key. */
export const openScreens: readonly Screen[] = [
  { path: '/tra-loi', load: () => import('./answering/answering-page.tsx'), words: ['needs-answering'] },
];

const words = ['needs-survey'];

export const screens: readonly Screen[] = [
  {
    path: '/khao-sat',
    load: () => import('./surveys/surveys-page.tsx'),
    words,
    operation: 'needsSurvey.listSurveys',
    rail: { work: 'pupils', name: 'needsSurvey' },
  },
  {
    path: '/khao-sat/moi',
    load: () => import('./surveys/open-survey-page.tsx'),
    words,
    operation: 'needsSurvey.openSurvey',
  },
  {
    path: '/khao-sat/mau',
    load: () => import('./forms/forms-page.tsx'),
    words,
    operation: 'needsSurvey.listForms',
  },
  {
    path: '/khao-sat/mau/$formId',
    load: () => import('./forms/form-page.tsx'),
    words: ['needs-survey', 'needs-answering'],
    operation: 'needsSurvey.getForm',
  },
  {
    path: '/khao-sat/cua-em',
    load: () => import('./answering/mine-page.tsx'),
    words: ['needs-answering'],
    operation: 'needsSurvey.listMine',
    rail: { work: 'pupils', name: 'myNeeds' },
  },
  {
    path: '/khao-sat/$surveyId',
    load: () => import('./surveys/survey-page.tsx'),
    words: ['needs-survey', 'needs-groups'],
    operation: 'needsSurvey.getSurvey',
  },
  {
    path: '/nhom-buoi-2',
    load: () => import('./groups/groups-page.tsx'),
    words: ['needs-groups'],
    operation: 'needsSurvey.listGroups',
    rail: { work: 'pupils', name: 'studyGroups' },
  },
  {
    path: '/nhom-buoi-2/dien',
    load: () => import('./groups/entitlements-page.tsx'),
    words: ['needs-groups'],
    operation: 'needsSurvey.listCandidates',
  },
  {
    path: '/nhom-buoi-2/luot-chon',
    load: () => import('./groups/elective-block-page.tsx'),
    words: ['needs-groups'],
    operation: 'needsSurvey.createElectiveBlock',
  },
  {
    path: '/nhom-buoi-2/$groupId',
    load: () => import('./groups/group-page.tsx'),
    words: ['needs-groups'],
    operation: 'needsSurvey.getGroup',
  },
];
