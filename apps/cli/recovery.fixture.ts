import { once } from 'node:events';
import { createServer } from 'node:http';
import { readConfig } from './config.ts';
import { reportError } from './operator.ts';
import { runApplication } from './run-application.ts';
import { listenForStop } from './stop-signal.ts';

// Everything `start` does around the smallest application there can be: for recovery.db.test.ts.
try {
  const config = readConfig(process.env);
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
