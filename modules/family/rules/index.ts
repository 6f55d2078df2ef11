/** Rules of talking with families: hours of quiet, settings. */
export { type QuietHours, tellAt } from './quiet-hours.ts';
export { familySettings, messageDays, messagesPerHour, quietFrom, quietTo } from './settings.ts';
