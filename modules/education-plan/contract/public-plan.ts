import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, figures, yearQuery } from './pieces.ts';
import { rowShapes } from './rows.ts';

export const getPublicPlan = defineOperation('educationPlan.getPublicPlan', {
  method: 'GET',
  path: '/api/public/education-plans/{schoolCode}',
  summary: 'Kế hoạch đã công khai của một trường, không cần đăng nhập',
  params: z.object({ schoolCode: z.string().max(60) }),
  query: yearQuery,
  answer: z.object({
    school: z.string(),
    schoolYear: z.string(),
    revision: z.int(),
    publishedOn: day,
    amendmentReason: z.string().nullable(),
    calendar: z.object({ lessonsFrom: day, semester1To: day, semester2From: day, lessonsTo: day }),
    figures: figures.nullable(),
    sections: z.array(z.object({ title: z.string(), body: z.string() })),
    targets: z.array(rowShapes.targets),
    periods: z.array(
      z.object({
        grade: z.int(),
        className: z.string().nullable(),
        subject: z.string(),
        semester1: z.int(),
        semester2: z.int(),
      }),
    ),
    secondSession: z.array(
      z.object({
        grade: z.int(),
        content: z.string(),
        subject: z.string().nullable(),
        periodsPerWeek: z.number(),
        groupSize: z.int(),
        funding: z.string(),
      }),
    ),
    activities: z.array(
      z.object({
        title: z.string(),
        grades: z.string().nullable(),
        startsOn: day,
        endsOn: day,
        place: z.string().nullable(),
      }),
    ),
  }),
});

/** What anybody may read. */
export const publicPlanOperations = [getPublicPlan];
