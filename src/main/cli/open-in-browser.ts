import { spawn } from 'node:child_process';

/** Asks the system to open an address; where it cannot, the printed address is enough. */
export function openInBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', address]
    : process.platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler', address]
    : ['xdg-open', address];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`Open ${address} in a browser.\n`));
  child.unref();
}
