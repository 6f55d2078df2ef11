import { setFlagsFromString } from 'node:v8';

/**
 * Settings of V8 for a process that searches one timetable, on all its threads: a school is often placed before what is compiled and
 * collected would pay. A function is compiled for speed when it has been called five times as often as usual, by the last compiler,
 * which takes longest, thirty times as often (a seventh off the clock over eight small files), also when one loop runs long; the young
 * generation grows eightfold, not twofold, when much in it survives (a tenth over six); the old one, some twenty megabytes, is not marked
 * beside the search. Long searches are the same.
 */
export function favourShortSearches(): void {
  setFlagsFromString('--invocation-count-for-maglev=2000');
  setFlagsFromString('--invocation-count-for-turbofan=100000');
  setFlagsFromString('--invocation-count-for-osr=20000');
  setFlagsFromString('--semi-space-growth-factor=8');
  setFlagsFromString('--no-incremental-marking');
}
