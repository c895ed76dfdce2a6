import { homedir } from 'node:os';

const secretName = /token|secret|password|apikey|api_key|authorization|cookie|crumb/i;
const secretInText = /(token|apikey|api_key|crumb|key|password)=[^&\s"']+/gi;
const bearer = /Bearer [A-Za-z0-9._~+/=-]+/g;

/** A copy of log facts without secrets and without the user's home path. */
export function redact(facts: Readonly<Record<string, unknown>>, home = homedir()): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, secretName.test(name) ? '[redacted]' : redactValue(value, home)]),
  );
}

function redactValue(value: unknown, home: string): unknown {
  if (typeof value === 'string') return redactText(value, home);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, home));
  if (value !== null && typeof value === 'object') return redact(value as Record<string, unknown>, home);
  return value;
}

function redactText(text: string, home: string): string {
  const safe = text.replace(bearer, 'Bearer [redacted]').replace(secretInText, '$1=[redacted]');
  return home.length > 1 ? safe.replaceAll(home, '~') : safe;
}
