import { announcementOperations } from './contract/announcements.ts';
import { messageOperations } from './contract/messages.ts';

/** What the API of school and family accepts and says. */
export * from './contract/announcements.ts';
export * from './contract/messages.ts';

/** Every operation of school and family. */
export const familyOperations = [...announcementOperations, ...messageOperations];
