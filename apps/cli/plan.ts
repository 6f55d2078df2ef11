import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { firstYearOf, isSchoolYear, type PlanDraft, readPlan, summarisePlan } from '#rules/plan';
import { isSourceProblem, readSource } from '../../modules/plan/documents/read-source.ts';
import { MAXIMUM_FILE_BYTES, sourceProblem } from '../../modules/plan/documents/source-problems.ts';
import { exitStatus } from './operator.ts';

export interface CommandOutput {
  out(line: string): void;
  err(line: string): void;
}

/** Writes a plan file into the running server's database; gives the exit status. Passed in by the program's main. */
export type ImportIntoDatabase = (file: {
  bytes: Uint8Array;
  fileName: string;
  username: string;
  /** '2025-2026'; absent: as the text says. */
  schoolYear: string | undefined;
}) => Promise<number>;

const KIND_NAMES = { duty: 'Nhiệm vụ', solution: 'Giải pháp', calendarEntry: 'Việc trong lịch' } as const;

/** `plan import FILE`: reads a plan document; with --dry-run only reports what was read, without any database. */
export const planCommand = {
  name: 'plan',
  usage: 'plan import TỆP [--dry-run] [--json] [--as=TÊN_ĐĂNG_NHẬP] [--year=2025-2026]',
  summary:
    'Đọc tệp kế hoạch (plan import) .docx, .txt, .md; --dry-run chỉ xem trước, --json in một đối tượng JSON, --as nhập thành bản nháp với tư cách người này, --year chọn năm học.',
  run: runPlan,
};

/**
 * @param args words after `plan`.
 * @returns 0 done; 2 wrong words or a file that cannot be read (message on `err`, nothing on `out`).
 */
async function runPlan(
  args: readonly string[],
  io: CommandOutput,
  importIntoDatabase?: ImportIntoDatabase,
): Promise<number> {
  const options = args.filter((argument) => argument.startsWith('--'));
  const [action, path, ...others] = args.filter((argument) => !argument.startsWith('--'));
  const optionOf = (name: string) =>
    options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3);
  const as = optionOf('as');
  const schoolYear = optionOf('year');
  const unknown = options.filter((option) => !/^--(?:dry-run|json|as=.*|year=.*)$/.test(option));
  if (action !== 'import' || path === undefined || others.length > 0 || unknown.length > 0) {
    io.err(`Cách dùng: ${planCommand.usage}`);
    return exitStatus.badInput;
  }
  if (schoolYear !== undefined && !isSchoolYear(schoolYear)) {
    io.err(`"${schoolYear}" không phải năm học. Hãy viết như --year=2025-2026.`);
    return exitStatus.badInput;
  }
  const bytes = await readPlanFile(path, io);
  if (!bytes) return exitStatus.badInput;
  const fileName = basename(path);
  if (!options.includes('--dry-run')) {
    if (importIntoDatabase && as) return importIntoDatabase({ bytes, fileName, username: as, schoolYear });
    io.err(
      'Hãy thêm --as=TÊN_ĐĂNG_NHẬP (trưởng phòng hoặc lãnh đạo Sở) để nhập, hoặc --dry-run để chỉ đọc thử.',
    );
    return exitStatus.badInput;
  }
  const source = await readSource(bytes, fileName);
  if (isSourceProblem(source)) {
    io.err(source.message);
    return exitStatus.badInput;
  }
  const draft = readPlan(source, schoolYear === undefined ? null : firstYearOf(schoolYear));
  if (options.includes('--json')) io.out(JSON.stringify(summarisePlan(draft)));
  else for (const line of describeDraft(draft)) io.out(line);
  return exitStatus.done;
}

/** For the program's table of commands: prints to the console. */
export function run(parameters: readonly string[]): Promise<number> {
  return planCommand.run(
    parameters,
    { out: (line) => console.log(line), err: (line) => console.error(line) },
    // Loaded only now: reading a file needs neither database nor server.
    async (file) => (await import('./import-plan.ts')).importPlan(file),
  );
}

async function readPlanFile(path: string, io: CommandOutput): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(path);
    // Refused before it is loaded: a file of many gigabytes must not fill the memory.
    if (size <= MAXIMUM_FILE_BYTES) return await readFile(path);
    io.err(sourceProblem('fileTooLarge').message);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') io.err(`Không thấy tệp "${path}". Hãy kiểm tra lại đường dẫn.`);
    else if (code === 'EISDIR') io.err(`"${path}" là thư mục. Hãy nêu đường dẫn tới một tệp.`);
    else if (code === 'EACCES') io.err(`Không có quyền đọc tệp "${path}".`);
    else throw error;
    return undefined;
  }
}

function describeDraft(draft: PlanDraft): string[] {
  const summary = summarisePlan(draft);
  const { facts } = draft;
  const year = facts.schoolYearStart
    ? `${facts.schoolYearStart}-${facts.schoolYearStart + 1}`
    : 'chưa rõ năm học';
  return [
    `${facts.title ?? 'Kế hoạch (không thấy tên)'} [${year}]`,
    `Ban hành: ${facts.place ?? '?'}, ${facts.signedOn ?? '?'}; người ký: ${facts.signatoryPosition ?? '?'}`,
    '',
    `Đoạn văn bản      ${summary.paragraphs}`,
    `Đề mục            ${summary.headings}`,
    `Nhiệm vụ          ${summary.duties}`,
    `Giải pháp         ${summary.solutions}`,
    `Việc trong lịch   ${summary.calendarEntries} (${summary.months.length} tháng)`,
    `Không phải việc   ${summary.notDuty}`,
    `Bị sót            ${summary.unaccounted}`,
    '',
    ...draft.items.map(
      (item) => `${String(item.ordinal).padStart(4)}  ${KIND_NAMES[item.kind].padEnd(15)}  ${item.title}`,
    ),
    ...(summary.problems.length + summary.notes.length > 0 ? [''] : []),
    ...summary.problems.map(
      (problem) => `CẦN XỬ LÝ: ${problem.message}${problem.detail ? ` (${problem.detail})` : ''}`,
    ),
    ...summary.notes.map((note) => `Lưu ý: ${note.message}${note.detail ? ` (${note.detail})` : ''}`),
  ];
}
