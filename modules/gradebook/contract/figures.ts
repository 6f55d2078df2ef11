import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { equityDimensions } from '../rules/index.ts';
import { id, ofSchool, ofYear, subjectCode } from './pieces.ts';

const counts = z.array(z.int());

/** 1 and 2: the semesters; 0: the year. */
const period = z.coerce.number().pipe(z.union([z.literal(0), z.literal(1), z.literal(2)]));
const distribution = z.object({
  code: subjectCode,
  name: z.string(),
  judged: z.enum(['score', 'comment']),
  /** Mean of the averages with two decimals; null: none yet. */
  mean: z.number().nullable(),
  /** Averages under 3.5, under 5.0, under 6.5, under 8.0, from 8.0. */
  bands: counts,
  /** Đạt, Chưa đạt. */
  comments: counts,
});

export const getFigures = defineOperation('gradebook.getFigures', {
  method: 'GET',
  path: '/api/gradebook/figures',
  summary: 'Thống kê kết quả trong phạm vi của tôi theo lớp, khối, trường hoặc xã, và phân bố điểm theo môn',
  query: ofYear.extend({
    period,
    by: z.enum(['class', 'grade', 'school', 'commune', 'all']),
  }),
  answer: z.object({
    schoolYear: z.string(),
    groups: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        pupils: z.int(),
        /** Tốt, Khá, Đạt, Chưa đạt. */
        academic: counts,
        conduct: counts,
        /** Giỏi, Xuất sắc. */
        honours: counts,
        /** promoted, retest, summerTraining, retained. */
        decisions: counts,
        computedAt: z.string(),
      }),
    ),
    subjects: z.array(distribution),
    may: z.array(z.string()),
  }),
});

export const downloadFigures = defineOperation('gradebook.downloadFigures', {
  method: 'GET',
  path: '/api/gradebook/figures/workbook',
  summary: 'Thống kê kết quả và phân bố điểm theo môn ra Excel',
  query: ofYear.extend({ period, by: z.enum(['class', 'grade', 'school', 'commune', 'all']) }),
  answersFile: true,
});

const equity = ofYear.extend({
  period,
  /**
   * all: everything in reach; above: grades of a school, or communes; base: classes of a school, or schools; teacher: of a subject, for the
   * heads of a school.
   */
  by: z.enum(['all', 'above', 'base', 'teacher']),
  dimension: z.enum(equityDimensions),
  /** academic, conduct, or the code of a subject. */
  measure: z.union([z.literal('academic'), z.literal('conduct'), subjectCode]),
});

export const getEquity = defineOperation('gradebook.getEquity', {
  method: 'GET',
  path: '/api/gradebook/figures/equity',
  summary: 'Kết quả theo giới, dân tộc, hộ nghèo, nội trú, khuyết tật; số nhỏ được ẩn',
  query: equity,
  answer: z.object({
    schoolYear: z.string(),
    /** Counts below it are hidden. */
    least: z.int(),
    /** Words of the outcomes in order; the last: no result yet. */
    outcomes: z.array(z.string()),
    groups: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        parts: z.array(
          z.object({
            part: z.string(),
            name: z.string(),
            /** Null: hidden. */
            pupils: z.int().nullable(),
            outcomes: z.array(z.int().nullable()),
          }),
        ),
      }),
    ),
    subjects: z.array(z.object({ code: subjectCode, name: z.string() })),
  }),
});

export const downloadEquity = defineOperation('gradebook.downloadEquity', {
  method: 'GET',
  path: '/api/gradebook/figures/equity/workbook',
  summary: 'Kết quả theo giới, dân tộc, hoàn cảnh ra Excel, số nhỏ được ẩn',
  query: equity,
  answersFile: true,
});

export const computeFigures = defineOperation('gradebook.computeFigures', {
  method: 'POST',
  path: '/api/gradebook/figures/compute',
  summary: 'Tính lại thống kê kết quả của trường từ điểm đang có',
  body: ofSchool,
  answer: z.object({ pupils: z.int() }),
});

export const getTeacherFigures = defineOperation('gradebook.getTeacherFigures', {
  method: 'GET',
  path: '/api/gradebook/figures/teachers',
  summary: 'Phân bố điểm theo giáo viên và môn: hiệu trưởng xem cả trường, giáo viên xem của mình',
  query: ofYear.extend({ period }),
  answer: z.object({
    schoolYear: z.string(),
    rows: z.array(distribution.extend({ staffId: id, teacher: z.string(), classes: z.array(z.string()) })),
  }),
});

export const figureOperations = [
  getFigures,
  downloadFigures,
  getEquity,
  downloadEquity,
  computeFigures,
  getTeacherFigures,
];
