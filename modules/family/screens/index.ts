/** Door to the screens of school and family. */
import type { Screen } from '#platform/ui';

const words = ['family'];

export const screens: readonly Screen[] = [
  {
    path: '/gia-dinh',
    load: () => import('./home/home-page.tsx'),
    words,
    operation: 'people.listMyChildren',
    rail: { work: 'myWork', name: 'familyHome' },
  },
  {
    path: '/gia-dinh/ket-qua/$pupilId',
    load: () => import('./home/book-page.tsx'),
    words: ['family', 'gradebook'],
    operation: 'gradebook.getFamilyBook',
  },
  {
    path: '/thong-bao',
    load: () => import('./notices/notices-page.tsx'),
    words,
    operation: 'family.listReceived',
    rail: { work: 'pupils', name: 'announcements' },
  },
  {
    path: '/thong-bao/soan',
    load: () => import('./notices/write-page.tsx'),
    words,
    operation: 'family.createAnnouncement',
  },
  {
    path: '/thong-bao/$announcementId',
    load: () => import('./notices/notice-page.tsx'),
    words,
    operation: 'family.getAnnouncement',
  },
  {
    path: '/tin-nhan',
    load: () => import('./messages/threads-page.tsx'),
    words,
    operation: 'family.listThreads',
    rail: { work: 'pupils', name: 'messages' },
  },
  {
    path: '/tin-nhan/cua-truong',
    load: () => import('./messages/school-threads-page.tsx'),
    words,
    operation: 'family.listSchoolThreads',
    rail: { work: 'pupils', name: 'schoolThreads' },
  },
  {
    path: '/tin-nhan/$threadId',
    load: () => import('./messages/thread-page.tsx'),
    words,
    operation: 'family.getThread',
  },
];
