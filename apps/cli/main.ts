import assert from 'node:assert/strict';
import { commands } from './commands.ts';
import { badInput, exitStatus, reportError } from './operator.ts';

assert(
  Number(process.versions.node.split('.')[0]) >= 24,
  'start Hoa Ban through bin/hoaban.mjs: it needs Node 24',
);

function help(): string {
  const width = Math.max(...commands.map((command) => command.usage.length));
  const lines = commands.map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`);
  return [
    'Hoa Ban: nền tảng điều hành năm học giáo dục trung học.',
    '',
    'Cách dùng (usage): npm run hoaban -- LỆNH [tham số]   hoặc   node bin/hoaban.mjs LỆNH [tham số]',
    '',
    ...lines,
    '',
    'Biến môi trường: PORT (8080), HOABAN_HOST, HOABAN_DATA (.hoaban), HOABAN_DEMO (yes|no), HOABAN_TODAY (diễn tập như ngày này), HOABAN_PUBLIC_URL,',
    '  DATABASE_URL, HOABAN_RUNTIME_URL, SMTP_URL, HOABAN_MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID,',
    '  OIDC_CLIENT_SECRET, LOG_LEVEL.',
    'Tỉnh thật, không nạp tỉnh mẫu: HOABAN_DEMO=no npm start, rồi organisation import TỆP, rồi admin create.',
    'Mã thoát: 0 xong, 1 không thành công, 2 tham số hoặc dữ liệu vào sai.',
  ].join('\n');
}

async function main([name, ...parameters]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help());
    return name === undefined ? exitStatus.badInput : exitStatus.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw badInput(`Không có lệnh "${name}": gõ "hoaban --help" để xem các lệnh.`);
  if (parameters.includes('--help') || parameters.includes('-h')) {
    console.log(`${command.usage}\n  ${command.summary}${command.details ? `\n\n${command.details}` : ''}`);
    return exitStatus.done;
  }
  const { run } = await command.load();
  return run(parameters);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = await reportError(error);
}
