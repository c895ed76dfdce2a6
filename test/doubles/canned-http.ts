import type { Http } from '../../src/main/providers/http.ts';
import { judgeAnswer } from '../../src/main/providers/http/judge-answer.ts';
import type { UtcMs } from '../../src/shared/time.ts';

interface CannedAnswer {
  readonly body: string | Uint8Array;
  readonly status?: number;
  readonly type?: string;
}

/** The door with answers from memory: what an adapter asks for is kept, what it makes of the answers is the test. */
export function cannedHttp(answer: (url: URL) => CannedAnswer, now = 0): { readonly http: Http; readonly asked: URL[] } {
  const asked: URL[] = [];
  const http: Http = {
    async get({ url, types, read, secretQuery = {} }) {
      const full = new URL(url);
      for (const [name, value] of Object.entries(secretQuery)) full.searchParams.set(name, value);
      asked.push(full);
      const { body, status = 200, type = 'application/json' } = answer(full);
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      const sent = { url: full, status, header: (name: string) => (name === 'content-type' ? type : null), body: bytes };
      judgeAnswer(sent, types, now as UtcMs);
      return { state: 'fresh', value: read(sent), validators: { etag: null, lastModified: null } };
    },
    ledger: () => [],
    origin: () => null,
    close: async () => undefined,
  };
  return { http, asked };
}
