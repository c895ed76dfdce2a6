import { resolve } from 'node:path';
import type { Command } from '../command.ts';

export const backupCommand: Command = {
  usage: 'backup [FILE]',
  options: {},
  access: () => 'write',
  async run({ positionals }, { app, invoke }) {
    const [file] = positionals;
    const path = file === undefined ? null : resolve(file);
    const made = await invoke('db.backup', path === null ? {} : { file: app.files.grantWrite(path).token });
    return { json: { ...made, file: path }, text: path ?? made.name, exitCode: 0 };
  },
};
