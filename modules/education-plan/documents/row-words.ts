import { formatDate } from '#platform/i18n';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import { contentWords, fundingWords, halfWords, testWords, weekdayName } from '../rules/index.ts';

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  content: contentWords,
  funding: fundingWords,
  half: halfWords,
  kind: testWords,
};
const hidden = ['id', 'copiedFrom', 'classId'];

/** A row in one line, for showing what changed: 'Lớp 6, Toán, 72, 68'. */
export function rowInWords(row: Readonly<Record<string, unknown>>, programme: Programme): string {
  return Object.entries(row)
    .filter(([field, value]) => !hidden.includes(field) && value !== null && value !== '')
    .map(([field, value]) => {
      if (field === 'grade') return `lớp ${value}`;
      if (field === 'subjectCode') return findSubject(programme, String(value))?.name ?? String(value);
      if (field === 'weekday') return weekdayName(Number(value));
      if (field === 'startsOn' || field === 'endsOn') return formatDate(String(value));
      return words[field]?.[String(value)] ?? String(value);
    })
    .join(', ');
}
