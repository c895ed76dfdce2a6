import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { AppError } from '../../shared/app-error.ts';

/** Flags that every command takes. */
const commonOptions = {
  profile: { type: 'string' },
  json: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  lang: { type: 'string' },
  setting: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig;

export interface CommonFlags {
  readonly profile: string | null;
  readonly json: boolean;
  /** Work in the demo instead of the user's own workspace. */
  readonly demo: boolean;
  /** `--setting key=value` pairs and `--lang` as the setting it is; they outrank every other source of a setting. */
  readonly settings: ReadonlyMap<string, string>;
  readonly help: boolean;
}

export interface ParsedArguments {
  readonly common: CommonFlags;
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Parses what follows the command. Throws `app.usage` for an unknown flag or a missing value. */
export function parseArguments(args: readonly string[], options: ParseArgsOptionsConfig): ParsedArguments {
  const { values, positionals } = parseOrExplain([...args], { ...options, ...commonOptions });
  const settings = settingPairs(values['setting']);
  const language = values['lang'];
  if (language !== undefined && language !== 'en' && language !== 'zh') throw new AppError('app.usage', { problem: `--lang ${String(language)}: en, zh` });
  if (language !== undefined) settings.set('ui.language', language);
  return {
    common: {
      profile: typeof values['profile'] === 'string' ? values['profile'] : null,
      json: values['json'] === true,
      demo: values['demo'] === true,
      settings,
      help: values['help'] === true,
    },
    values,
    positionals,
  };
}

function parseOrExplain(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new AppError('app.usage', { problem: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}

function settingPairs(pairs: unknown): Map<string, string> {
  const settings = new Map<string, string>();
  for (const pair of Array.isArray(pairs) ? pairs : []) {
    const text = String(pair);
    const split = text.indexOf('=');
    if (split < 1) throw new AppError('app.usage', { problem: `--setting ${text}: key=value` });
    settings.set(text.slice(0, split), text.slice(split + 1));
  }
  return settings;
}
