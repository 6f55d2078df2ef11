import { z } from 'zod';

/** Schemas that several parts of the plan's contract share. */
export const id = z.uuid();
export const date = z.iso.date();
export const instant = z.string();
export const version = z.int().min(1);
/** '2025-2026'. */
export const schoolYearName = z.string().regex(/^\d{4}-\d{4}$/);
/** The school year that a list is about; absent: the current one. */
export const ofSchoolYear = z.object({ schoolYear: schoolYearName.optional() });
export const note = z.string().trim().max(5000);
export const requiredNote = z.string().trim().min(1).max(5000);

export const dutyKind = z.enum(['duty', 'solution', 'calendarEntry']);
export const schoolLevel = z.enum(['lowerSecondary', 'upperSecondary', 'both']);
export const evidenceKind = z.enum(['indicator', 'form', 'document', 'confirmation']);

/** Who a duty is for. The first nine lead to assignments; the others name partners without an account in the plan. */
export const responsible = z.enum([
  'department',
  'secondaryDivision',
  'communePC',
  'cultureSocialOffice',
  'school',
  'subjectTeam',
  'cluster',
  'teacher',
  'homeroomTeacher',
  'specialisedSchool',
  'ethnicBoardingSchool',
  'provincePC',
  'guardian',
  'vocationalInstitution',
  'enterprise',
]);

export const assignmentState = z.enum([
  'notStarted',
  'inProgress',
  'submitted',
  'returned',
  'accepted',
  'notApplicable',
]);

/** What a person sees: the stored state, or overdue when the deadline has passed before it was handed in. */
export const shownState = z.enum([...assignmentState.options, 'overdue']);

export const formField = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  label: z.string().trim().min(1).max(200),
  type: z.enum(['integer', 'decimal', 'text', 'date', 'boolean']),
  unit: z.string().max(40).optional(),
  required: z.boolean(),
  aggregate: z.enum(['sum', 'average', 'none']),
});

export const evidenceSpec = z.object({
  /** With kind indicator: which one, and the value that settles the duty. */
  indicator: z.string().max(100).optional(),
  threshold: z.number().optional(),
  /** With kind form. */
  fields: z.array(formField).max(40).optional(),
  /** With kind document: what is asked for. */
  documentHint: z.string().max(300).optional(),
  /** With kind confirmation: the role that confirms. */
  confirmRole: z.string().max(40).optional(),
});

export const person = z.object({ id, name: z.string() });
export const unitRef = z.object({ id, name: z.string(), kind: z.string() });

export const stateCounts = z.object({
  total: z.int(),
  notStarted: z.int(),
  inProgress: z.int(),
  submitted: z.int(),
  returned: z.int(),
  accepted: z.int(),
  notApplicable: z.int(),
  overdue: z.int(),
  blocked: z.int(),
});

/** Answer of bulk work: what was asked and what was done. */
export const bulkAnswer = z.object({
  asked: z.int(),
  done: z.int(),
  skipped: z.array(z.object({ id, reason: z.string() })),
});

export const attachment = z.object({
  id,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  uploadedAt: instant,
});
