import type { z } from 'zod';
import { formatNumber } from '#platform/i18n';

const units: Readonly<Record<string, string>> = { string: 'kí tự', array: 'mục' };

/** What is wrong with a value, as a person who typed it reads it, where the schema has no words of its own. */
export function faultWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'too_big': {
      const unit = units[issue.origin];
      if (unit) return `Nhiều nhất ${formatNumber(Number(issue.maximum))} ${unit}.`;
      return `${issue.inclusive === false ? 'Phải nhỏ hơn' : 'Nhiều nhất là'} ${formatNumber(Number(issue.maximum))}.`;
    }
    case 'too_small': {
      const unit = units[issue.origin];
      if (unit)
        return issue.minimum === 1
          ? 'Hãy điền mục này.'
          : `Ít nhất ${formatNumber(Number(issue.minimum))} ${unit}.`;
      return `${issue.inclusive === false ? 'Phải lớn hơn' : 'Ít nhất là'} ${formatNumber(Number(issue.minimum))}.`;
    }
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'Hãy điền mục này.';
      if (issue.expected === 'int') return 'Cần một số nguyên.';
      return issue.expected === 'number' ? 'Cần một số.' : 'Giá trị này chưa đúng.';
    case 'invalid_value':
      return 'Giá trị này không có trong các lựa chọn.';
    default:
      return 'Giá trị này chưa đúng.';
  }
}
