import { expect, test } from 'vitest';
import { schoolWeeksProblems } from '#rules/organisation';
import { nationalSchoolYear2025 as frame } from './school-years.ts';

test('the national frame of 2025-2026 with the proposed Tết break keeps its own limits', () => {
  expect(frame.semester1Weeks + frame.semester2Weeks).toBe(35);
  expect(schoolWeeksProblems({ ...frame, breaks: frame.proposedBreaks }, frame)).toEqual([]);
});

test('opening two weeks late breaks the limits', () => {
  expect(
    schoolWeeksProblems({ ...frame, opensOn: '2025-09-19', breaks: frame.proposedBreaks }, frame),
  ).not.toEqual([]);
});
