import type { Decision, Honour } from '../rules/index.ts';

/** As the papers of the school say it. */
export const decisionNames: Readonly<Record<Decision, string>> = {
  promoted: 'Lên lớp',
  retest: 'Kiểm tra lại',
  summerTraining: 'Rèn luyện hè',
  retained: 'Ở lại lớp',
};
export const honourNames: Readonly<Record<Honour, string>> = {
  excellent: 'Học sinh Giỏi',
  outstanding: 'Học sinh Xuất sắc',
};
