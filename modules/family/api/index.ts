import type { AnyRoute } from '#platform/http';
import { announcementRoutes } from './announcements.ts';
import { messageRoutes } from './messages.ts';

/** Every operation of school and family bound to what carries it out. */
export const familyRoutes: AnyRoute[] = [...announcementRoutes, ...messageRoutes];
