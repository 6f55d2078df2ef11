/** Checking a filled evidence form against its fields, and adding forms up. */

export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly type: 'integer' | 'decimal' | 'text' | 'date' | 'boolean';
  readonly unit?: string | undefined;
  readonly required: boolean;
  readonly aggregate: 'sum' | 'average' | 'none';
}

export type FormValue = number | string | boolean;

interface FormProblem {
  readonly path: string;
  readonly message: string;
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** A number as people here write it: 1.234,5 or 1234.5; points between groups of three digits are no decimal points. */
function readNumber(text: string): number {
  const written = text.trim();
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(written)) {
    return Number(written.replaceAll('.', '').replace(',', '.'));
  }
  return /^-?\d+([.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
}

function readValue(field: FormField, value: unknown): { value: FormValue } | { fault: string } {
  switch (field.type) {
    case 'integer':
    case 'decimal': {
      const number = typeof value === 'string' ? readNumber(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) return { fault: 'Phải là số' };
      if (field.type === 'integer' && !Number.isInteger(number)) return { fault: 'Phải là số nguyên' };
      if (Math.abs(number) > 1e12) return { fault: 'Số quá lớn' };
      if (number < 0) return { fault: 'Không được âm' };
      return { value: number };
    }
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { fault: 'Chọn Có hoặc Không' };
    case 'date': {
      const valid = typeof value === 'string' && datePattern.test(value) && !Number.isNaN(Date.parse(value));
      return valid && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
        ? { value }
        : { fault: 'Phải là ngày có thật' };
    }
    case 'text':
      if (typeof value !== 'string') return { fault: 'Phải là chữ' };
      return value.length > 5000 ? { fault: 'Dài quá 5.000 chữ' } : { value: value.trim() };
  }
}

/**
 * Reads what a person filled in. Gives the clean values, or every fault at once (path = field key; the page puts the label before it).
 * Unknown keys are faults: nothing that was typed is dropped silently.
 */
export function readForm(
  fields: readonly FormField[],
  given: Readonly<Record<string, unknown>>,
): { values: Record<string, FormValue> } | { problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const values: Record<string, FormValue> = {};
  const known = new Set(fields.map((field) => field.key));
  for (const key of Object.keys(given)) {
    if (!known.has(key)) problems.push({ path: key, message: `Phiếu không có ô “${key}”.` });
  }
  for (const field of fields) {
    const value = given[field.key];
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
      if (field.required) problems.push({ path: field.key, message: 'Chưa điền.' });
      continue;
    }
    const read = readValue(field, value);
    if ('fault' in read) problems.push({ path: field.key, message: `${read.fault}.` });
    else values[field.key] = read.value;
  }
  return problems.length > 0 ? { problems } : { values };
}

/** Adds forms of several units up, field by field; fields that do not aggregate are left out. */
export function aggregateForms(
  fields: readonly FormField[],
  forms: readonly Readonly<Record<string, unknown>>[],
): { key: string; label: string; value: number; units: number }[] {
  return fields
    .filter((field) => field.aggregate !== 'none')
    .map((field) => {
      const numbers = forms.map((form) => form[field.key]).filter((value) => typeof value === 'number');
      const sum = numbers.reduce((total, value) => total + value, 0);
      const value = field.aggregate === 'average' && numbers.length > 0 ? sum / numbers.length : sum;
      return { key: field.key, label: field.label, value, units: numbers.length };
    });
}
