import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

export const healthCommand: Command = {
  usage: 'health',
  options: {},
  access: () => 'read',
  async run(_parsed, { invoke }) {
    const health = await invoke('app.health', {});
    const rows = health.components.map((part) => [
      part.name,
      part.state,
      Object.entries(part.facts).map(([name, value]) => `${name}=${String(value)}`).join(' '),
    ]);
    return { json: health, text: `${health.state}\n${textTable(['component', 'state', 'facts'], rows)}`, exitCode: health.state === 'failed' ? 1 : 0 };
  },
};
