import {
  type SettingForm,
  type SettingProblem,
  type SettingValue,
  settingProblems,
  type Words,
} from '../rules/index.ts';

/** The texts of a form's fields by name: 'value', 'value.month', 'value.lower.upper'. */
export type SettingTexts = Record<string, string>;

const write = (number: number): string => String(Number(number.toFixed(6))).replace('.', ',');

function read(text: string): number {
  const trimmed = text.trim();
  return trimmed === '' ? Number.NaN : Number(trimmed.replace(',', '.'));
}

/** Every number of a form with the name of its field. */
function cellsOf(form: SettingForm): { name: string; keys: readonly string[] }[] {
  if (form.kind === 'row') return form.fields.map(({ key }) => ({ name: `value.${key}`, keys: [key] }));
  if (form.kind !== 'table') return [{ name: 'value', keys: [] }];
  return form.rows.flatMap((row) =>
    form.columns.map((column) => ({
      name: `value.${row.key}.${column.key}`,
      keys: [row.key, column.key],
    })),
  );
}

/** What the list of faults calls the field of each number of a row or table. */
export function cellLabels(form: SettingForm, language: keyof Words): Record<string, string> {
  if (form.kind === 'row') {
    return Object.fromEntries(form.fields.map(({ key, label }) => [`value.${key}`, label[language]]));
  }
  if (form.kind !== 'table') return {};
  return Object.fromEntries(
    form.rows.flatMap((row) =>
      form.columns.map((column) => [
        `value.${row.key}.${column.key}`,
        `${row.label[language]}, ${column.label[language]}`,
      ]),
    ),
  );
}

/** A value as people type it: 0.5 as '50' percent, [7, 1] as '7; 1'. The value fits the form. */
export function textsOf(form: SettingForm, value: SettingValue): SettingTexts {
  switch (form.kind) {
    case 'choice':
      return { value: String(value) };
    case 'numbers':
      return { value: (value as readonly number[]).map(write).join('; ') };
    case 'percent':
      return { value: write((value as number) * 100) };
    default:
      return Object.fromEntries(
        cellsOf(form).map(({ name, keys }) => {
          const cell = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
          return [name, write(cell as number)];
        }),
      );
  }
}

/** What was typed as a value, and every fault of it by field. A text that is no number is a fault, not a guess. */
export function readTexts(
  form: SettingForm,
  texts: SettingTexts,
): { value: SettingValue; problems: SettingProblem[] } {
  const text = texts.value ?? '';
  let value: SettingValue;
  if (form.kind === 'choice') value = text;
  else if (form.kind === 'number') value = read(text);
  else if (form.kind === 'percent') value = read(text) / 100;
  else if (form.kind === 'numbers') {
    // A comma parts whole numbers; between others it is the decimal comma.
    const parts = text.split(form.step === 1 ? /[;,\s]+/ : /[;\s]+/).filter((part) => part !== '');
    value = parts.map(read);
  } else if (form.kind === 'row') {
    value = Object.fromEntries(form.fields.map(({ key }) => [key, read(texts[`value.${key}`] ?? '')]));
  } else {
    value = Object.fromEntries(
      form.rows.map((row) => [
        row.key,
        Object.fromEntries(
          form.columns.map(({ key }) => [key, read(texts[`value.${row.key}.${key}`] ?? '')]),
        ),
      ]),
    );
  }
  const problems = settingProblems(form, value).map(({ path, message }) => ({
    path: path === '' ? 'value' : `value.${path}`,
    message,
  }));
  return { value, problems };
}
