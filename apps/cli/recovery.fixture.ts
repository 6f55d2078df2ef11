import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from './config.ts';
import { reportError } from './operator.ts';
import { runApplication } from './run-application.ts';
import { listenForStop } from './stop-signal.ts';

// Everything `start` does around the smallest application there can be: for recovery.db.test.ts.
try {
  const { PORT, ...others } = process.env;
  // Without a port it takes one that is free, and says which: a port found free by another may be taken by then.
  const config = PORT ? readConfig(process.env) : { ...readConfig(others), port: 0 };
  await runApplication({
    config,
    stop: listenForStop(),
    withWeb: false,
    print: (line) => console.log(line),
    async open() {
      const http = createServer((_request, response) => response.end('ready'));
      return {
        tasks: {},
        recurring: [],
        logJob: () => {},
        async listen() {
          http.listen(config.port, config.host);
          await once(http, 'listening');
          console.log(`Cổng: ${(http.address() as AddressInfo).port}`);
        },
        async close() {
          http.closeAllConnections();
          http.close();
        },
      };
    },
  });
} catch (error) {
  process.exitCode = await reportError(error);
}
