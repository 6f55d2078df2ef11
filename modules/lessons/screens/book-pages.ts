/** Pages of the class books, loaded together. */
export { default as BooksPage } from './log/books-page.tsx';
export { default as ClassWeekPage } from './log/class-week-page.tsx';
export { default as GroupLogPage } from './log/group-log-page.tsx';
export { default as GroupsPage } from './log/groups-page.tsx';
export { default as ProgressPage } from './log/progress-page.tsx';
