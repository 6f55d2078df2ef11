import { parseArgs } from 'node:util';
import { createAdmin } from '#modules/identity-access';
import { openDatabase } from '#platform/db';
import { Refusal } from '#platform/errors';
import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { prepareDatabase } from './prepare-database.ts';

export interface AdminInput {
  readonly username: string;
  readonly displayName: string;
  readonly departmentCode: string;
}

const usage = 'Cách dùng: admin create TÊN_ĐĂNG_NHẬP --name "Họ và tên" --department MÃ_SỞ';

/** Reads the words after `admin`. Throws OperatorMessage (exit status 2) that says how to write them. */
export function readAdminInput(parameters: readonly string[]): AdminInput {
  let read: ReturnType<typeof parse>;
  try {
    read = parse(parameters);
  } catch {
    throw badInput(usage);
  }
  const [action, username, ...others] = read.positionals;
  const { name, department } = read.values;
  if (action !== 'create' || !username || others.length > 0 || !name || !department) throw badInput(usage);
  return { username, displayName: name, departmentCode: department };
}

function parse(parameters: readonly string[]) {
  return parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: { name: { type: 'string' }, department: { type: 'string' } },
  });
}

/** Makes the first administrator of a department and prints the one-time password. Works beside a running server. */
export async function run(parameters: readonly string[]): Promise<number> {
  const input = readAdminInput(parameters);
  const prepared = await prepareDatabase(readConfig(process.env), 'join', (line) => console.error(line));
  const database = openDatabase(prepared.runtimeUrl, { maxConnections: 2 });
  try {
    const { username, oneTimePassword } = await createAdmin(database, input, new Date());
    console.log(`Đã lập tài khoản quản trị "${username}".`);
    console.log(`Mật khẩu một lần: ${oneTimePassword}`);
    console.log('Mật khẩu chỉ hiện lần này; phải đổi khi đăng nhập lần đầu.');
    return exitStatus.done;
  } catch (error) {
    if (error instanceof Refusal) throw badInput(`${error.shape.title}. ${error.shape.detail}`);
    throw error;
  } finally {
    await database.close();
    await prepared.close();
  }
}
