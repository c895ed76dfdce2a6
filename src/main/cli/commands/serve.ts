import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { wholeNumber } from '../flag-values.ts';
import { openInBrowser } from '../open-in-browser.ts';
import { rendererRoot } from '../renderer-root.ts';

export const serveCommand: Command = {
  usage: 'serve [--port N] [--open]',
  options: { port: { type: 'string' }, open: { type: 'boolean', default: false } },
  access: () => 'write',
  async run({ values }, { app, ports, announce, signal }) {
    const { serve } = await import('../../loopback/serve.ts');
    const port = typeof values['port'] === 'string' ? wholeNumber(values['port'], '--port', 0, 65_535) : 0;
    const { clock, log, randomToken, paths } = ports;
    const uploadFolder = join(paths.temporary, `chartroom-uploads-${process.pid}`);
    const server = await serve(app, { port, rendererRoot: rendererRoot(), uploadFolder, clock, log, randomToken });
    app.startJobs();
    announce({ address: server.address }, server.address);
    if (values['open'] === true) openInBrowser(server.address);
    // Node keeps compiled sources when it ends; a host whose terminal is closed does not come to that.
    flushCompileCache();
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.close();
    return null;
  },
};
