import { actAs } from '#modules/identity-access';
import { type RollOverSummary, rollOverAll } from '#modules/people';
import { clockOf } from '#platform/clock';
import { openDatabase } from '#platform/db';
import { Refusal } from '#platform/errors';
import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

const usage = 'people roll-over --all --dry-run|--execute --as=TÊN_ĐĂNG_NHẬP [--year=2025-2026]';

interface Wanted {
  readonly work: 'dryRun' | 'execute';
  readonly username: string;
  readonly fromYear: string | undefined;
}

/** Reads the words after `people`. Throws OperatorMessage with the usage when they are wrong. */
export function readRollOverWords(parameters: readonly string[]): Wanted {
  const [action, ...options] = parameters;
  const optionOf = (name: string) =>
    options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3);
  const unknown = options.filter(
    (option) => !/^--(?:all|dry-run|execute|as=.+|year=\d{4}-\d{4})$/.test(option),
  );
  const works = options.filter((option) => option === '--dry-run' || option === '--execute');
  const username = optionOf('as');
  if (
    action !== 'roll-over' ||
    unknown.length > 0 ||
    works.length !== 1 ||
    !options.includes('--all') ||
    !username
  ) {
    throw badInput(
      `Cách dùng: ${usage}\n--as là lãnh đạo Sở hoặc trưởng phòng của Sở; từng trường tự làm trên trang "Lên lớp, chuyển năm học".`,
    );
  }
  return { work: works[0] === '--execute' ? 'execute' : 'dryRun', username, fromYear: optionOf('year') };
}

/** What was done or would be done, in lines for the operator. */
export function describeRollOver(
  { years, stepped, blocked, alreadyDone }: RollOverSummary,
  work: Wanted['work'],
): string[] {
  const sum = (count: (proposal: RollOverSummary['stepped'][number]['proposal']) => number) =>
    stepped.reduce((total, { proposal }) => total + count(proposal), 0);
  const warnings = sum(({ problems }) => problems.filter(({ blocking }) => !blocking).length);
  if (stepped.length + blocked.length === 0) {
    return [`Không còn trường nào để chuyển: ${alreadyDone} trường đã chuyển sang năm học ${years.to.name}.`];
  }
  return [
    work === 'execute'
      ? `Đã chuyển từ năm học ${years.from.name} sang ${years.to.name}.`
      : `Dự kiến chuyển từ năm học ${years.from.name} sang ${years.to.name}; chưa ghi gì.`,
    `Trường              ${stepped.length}`,
    `Học sinh            ${sum(({ counts }) => counts.total)}`,
    `  lên lớp           ${sum(({ counts }) => counts.promoted)}`,
    `  ở lại lớp         ${sum(({ counts }) => counts.repeated)}`,
    `  hoàn thành cấp    ${sum(({ counts }) => counts.graduated)}`,
    `  ra ngoài tỉnh     ${sum(({ counts }) => counts.left)}`,
    `Lớp mới             ${sum(({ classes }) => classes.filter(({ id }) => id === null).length)}`,
    `Lớp quá đông        ${warnings}`,
    `Trường đã chuyển    ${alreadyDone}`,
    `Trường phải sửa     ${blocked.length}`,
    ...blocked.flatMap(({ unitId, proposal }) =>
      proposal.problems.filter(({ blocking }) => blocking).map(({ message }) => `  ${unitId}: ${message}`),
    ),
  ];
}

/** `people roll-over --all`: steps every school of the department into the next year, or only shows it. */
export async function run(parameters: readonly string[]): Promise<number> {
  const { work, username, fromYear } = readRollOverWords(parameters);
  const config = readConfig(process.env);
  const now = clockOf(config.today).now();
  const prepared = await prepareDatabase(config, 'join', (line) => console.error(line));
  const database = openDatabase(prepared.runtimeUrl, { maxConnections: 2 });
  try {
    const summary = await actAs(
      database,
      { username, operationId: 'people.executeRollOver', now },
      (tx, actor) => rollOverAll(tx, { actor, now }, fromYear, work),
    );
    for (const line of describeRollOver(summary, work)) console.log(line);
    return exitStatus.done;
  } catch (error) {
    if (error instanceof Refusal) throw badInput(`${error.shape.title}. ${error.shape.detail}`);
    throw error;
  } finally {
    await database.close();
    await prepared.close();
  }
}
