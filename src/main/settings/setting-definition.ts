/** One setting: its default and what it may be. */
export type SettingDefinition =
  | { readonly type: 'choice'; readonly default: string; readonly choices: readonly string[] }
  | { readonly type: 'number'; readonly default: number; readonly min: number; readonly max: number }
  | { readonly type: 'flag'; readonly default: boolean }
  | { readonly type: 'text'; readonly default: string; readonly maxLength: number };
