/** What a setting is: a figure of the rules that somebody decides, with where it comes from and what it does. */

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** One of several, by the key that is stored. */
export interface SettingPart {
  readonly key: string;
  readonly label: Words;
}

interface Limits {
  readonly min: number;
  readonly max: number;
  /** Values are multiples of it: 1 for whole numbers. */
  readonly step: number;
}

interface Measure extends Limits {
  /** What is counted: 'ngày', 'tiết mỗi tuần'. */
  readonly unit: Words;
}

/**
 * The shape of a value and how it is typed. `percent` keeps a share (0.5 is shown as 50%); `numbers` keeps one to `most`
 * different numbers; `row` a number for each field; `table` a number for each row and column.
 */
export type SettingForm =
  | ({ readonly kind: 'number' } & Measure)
  | ({ readonly kind: 'percent' } & Limits)
  | ({ readonly kind: 'numbers'; readonly most: number } & Measure)
  | { readonly kind: 'choice'; readonly options: readonly SettingPart[] }
  | ({ readonly kind: 'row'; readonly fields: readonly SettingPart[] } & Measure)
  | ({
      readonly kind: 'table';
      readonly rows: readonly SettingPart[];
      readonly columns: readonly SettingPart[];
    } & Measure);

type KeyOf<Parts> = Parts extends readonly { readonly key: infer Key extends string }[] ? Key : never;

/** The type of the values of a form. */
export type SettingValueOf<Form extends SettingForm> = Form extends { kind: 'number' | 'percent' }
  ? number
  : Form extends { kind: 'numbers' }
    ? readonly number[]
    : Form extends { kind: 'choice' }
      ? KeyOf<Form['options']>
      : Form extends { kind: 'row' }
        ? Readonly<Record<KeyOf<Form['fields']>, number>>
        : Form extends { kind: 'table' }
          ? Readonly<Record<KeyOf<Form['rows']>, Readonly<Record<KeyOf<Form['columns']>, number>>>>
          : never;

/** Any value of any form, as it is stored and sent. */
export type SettingValue =
  | number
  | string
  | readonly number[]
  | { readonly [key: string]: number | { readonly [key: string]: number } };

export interface Setting<Value = SettingValue> {
  /** `module.name`, for example 'plan.reminderDaysBefore'. */
  readonly key: string;
  readonly label: Words;
  /** What changes when it is changed, in one sentence. */
  readonly effect: Words;
  readonly form: SettingForm;
  readonly default: Value;
  /** Where the default comes from, shown to whoever asks why (Vietnamese, as documents are). */
  readonly source: string;
}

export interface SettingProblem {
  /** Field of a row ('month'), row and column of a table ('lower.upper'), or ''. */
  readonly path: string;
  readonly message: string;
}

const keyShape = /^[a-z][a-z-]*\.[a-z][A-Za-z0-9]*$/;

/** Declares a setting; the form says the type of the value. Throws on a wrong key or a default that its own form refuses. */
export function defineSetting<const Form extends SettingForm>(
  setting: Omit<Setting, 'form' | 'default'> & {
    readonly form: Form;
    readonly default: NoInfer<SettingValueOf<Form>>;
  },
): Setting<SettingValueOf<Form>> {
  if (!keyShape.test(setting.key)) throw new RangeError(`setting key is module.name: ${setting.key}`);
  const [problem] = settingProblems(setting.form, setting.default);
  if (problem) throw new RangeError(`default of ${setting.key}: ${problem.path} ${problem.message}`);
  return setting;
}

/** The module that a setting belongs to. */
export function moduleOfSetting(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

const decimals = (number: number): string =>
  number.toLocaleString('vi-VN', { maximumFractionDigits: 4, useGrouping: false });

function numberProblem(form: Limits & { kind: string }, value: unknown): string | undefined {
  const scale = form.kind === 'percent' ? 100 : 1;
  const sign = form.kind === 'percent' ? '%' : '';
  const steps = typeof value === 'number' ? value / form.step : Number.NaN;
  const fits = Math.abs(steps - Math.round(steps)) < 1e-6;
  if (typeof value === 'number' && fits && value >= form.min && value <= form.max) return undefined;
  const step = form.step * scale;
  const kind = step === 1 ? 'số nguyên' : 'số';
  const multiple = step === 1 ? '' : `, chia hết cho ${decimals(step)}`;
  return `Hãy nhập ${kind} từ ${decimals(form.min * scale)}${sign} đến ${decimals(form.max * scale)}${sign}${multiple}.`;
}

function partProblems(
  parts: readonly SettingPart[],
  value: unknown,
  problemsOf: (part: SettingPart, own: unknown) => SettingProblem[],
): SettingProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path: '', message: 'Hãy nhập đủ các mức.' }];
  }
  const given: Readonly<Record<string, unknown>> = { ...value };
  const unknown = Object.keys(given).filter((key) => !parts.some((part) => part.key === key));
  return [
    ...unknown.map((key) => ({ path: key, message: 'Quy định này không có mức này. Hãy tải lại trang.' })),
    ...parts.flatMap((part) => problemsOf(part, given[part.key])),
  ];
}

function asProblems(path: string, message: string | undefined): SettingProblem[] {
  return message === undefined ? [] : [{ path, message }];
}

/** Everything wrong with a value, in Vietnamese; empty when it fits the form. */
export function settingProblems(form: SettingForm, value: unknown): SettingProblem[] {
  switch (form.kind) {
    case 'number':
    case 'percent':
      return asProblems('', numberProblem(form, value));
    case 'numbers': {
      if (!Array.isArray(value) || value.length === 0)
        return [{ path: '', message: 'Hãy nhập ít nhất một số.' }];
      if (value.length > form.most) return [{ path: '', message: `Nhập nhiều nhất ${form.most} số.` }];
      if (new Set(value).size < value.length) return [{ path: '', message: 'Có số trùng nhau. Hãy bỏ bớt.' }];
      const wrong = value.map((one) => numberProblem(form, one)).find((message) => message !== undefined);
      return asProblems('', wrong);
    }
    case 'choice':
      return form.options.some(({ key }) => key === value)
        ? []
        : [{ path: '', message: 'Hãy chọn một mục trong danh sách.' }];
    case 'row':
      return partProblems(form.fields, value, ({ key }, own) => asProblems(key, numberProblem(form, own)));
    case 'table':
      return partProblems(form.rows, value, (row, cells) =>
        partProblems(form.columns, cells, ({ key }, own) => asProblems(key, numberProblem(form, own))).map(
          ({ path, message }) => ({ path: path === '' ? row.key : `${row.key}.${path}`, message }),
        ),
      );
  }
}

/** A value in one line for people: '7, 1, 0 ngày', 'Tháng 5, Học kỳ 10 ngày', '50%'. The value fits the form. */
export function settingText(form: SettingForm, value: SettingValue, language: keyof Words): string {
  const write = (number: number): string =>
    number.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 4 });
  switch (form.kind) {
    case 'number':
      return `${write(value as number)} ${form.unit[language]}`;
    case 'percent':
      return `${write((value as number) * 100)}%`;
    case 'numbers':
      return `${(value as readonly number[]).map(write).join('; ')} ${form.unit[language]}`;
    case 'choice':
      return form.options.find(({ key }) => key === value)?.label[language] ?? String(value);
    case 'row': {
      const of = value as Readonly<Record<string, number>>;
      const parts = form.fields.map(({ key, label }) => `${label[language]}: ${write(of[key] ?? 0)}`);
      return `${parts.join('; ')} (${form.unit[language]})`;
    }
    case 'table': {
      const of = value as Readonly<Record<string, Readonly<Record<string, number>>>>;
      const lines = form.rows.map((row) => {
        const cells = form.columns.map(
          ({ key, label }) => `${label[language]} ${write(of[row.key]?.[key] ?? 0)}`,
        );
        return `${row.label[language]}: ${cells.join(', ')}`;
      });
      return `${lines.join('; ')} (${form.unit[language]})`;
    }
  }
}
