import { errorCatalog, type ErrorCode } from './error-catalog.ts';

export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** An error as it travels: the code and its parameters; `message` is the English text. */
export interface ErrorReply {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly message: string;
}

/** An error meant for the user: a code of the catalogue and the values its text names. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(errorText(code, params, 'en'), options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  toReply(): ErrorReply {
    return { code: this.code, params: this.params, message: this.message };
  }
}

/** The text of an error in a language; a parameter that is missing stays visible as `{name}`. */
export function errorText(code: ErrorCode, params: ErrorParams, language: 'en' | 'zh'): string {
  return errorCatalog[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
