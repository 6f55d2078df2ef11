import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { OperatorMessage } from './operator.ts';

function tryListen(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * Makes sure that the port can be served before anything slow begins. Waits up to `patienceMs` for a process that
 * is just stopping. Throws OperatorMessage, one line with what to do.
 */
export async function ensurePortFree(port: number, host: string, patienceMs = 3_000): Promise<void> {
  for (let waited = 0; ; waited += 250) {
    const error = await tryListen(port, host);
    if (!error) return;
    if (error.code === 'EACCES') {
      throw new OperatorMessage(
        `Không có quyền mở cổng ${port}: chọn cổng từ 1024 trở lên, ví dụ PORT=8080 npm start.`,
      );
    }
    if (error.code !== 'EADDRINUSE') {
      throw new OperatorMessage(
        `Không mở được cổng ${port} tại địa chỉ ${host} (${error.code}): kiểm tra HOABAN_HOST.`,
      );
    }
    if (waited >= patienceMs) {
      throw new OperatorMessage(
        `Cổng ${port} đang có chương trình khác dùng: dừng chương trình đó, hoặc chọn cổng khác, ví dụ PORT=${port === 65_535 ? 8081 : port + 1} npm start.`,
      );
    }
    await wait(250);
  }
}
