import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { canonicalUrl, openableUrl } from '../../../src/main/news/canonical-url.ts';
import { plainText } from '../../../src/main/news/plain-text.ts';
import { readFeed, type FeedContent } from '../../../src/main/news/read-feed.ts';
import { hasReference, referencePath } from '../../reference-data.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, type: string | null = null): FeedContent => readFeed(bytes(text), type, 'feeds.example');
const rss = (items: string, head = ''): string => `<?xml version="1.0"${head}?><rss version="2.0"><channel><title>Wire</title>${items}</channel></rss>`;

describe('a feed', () => {
  test('in RSS: text without markup, dates in RFC 822, items without text left out', () => {
    const { title, items } = read(rss('<item><title>A &amp;amp; B &lt;b&gt;rise&lt;/b&gt;</title><link>https://e.example/1</link><description><![CDATA[<p>One<br>two</p><script>x()</script>]]></description><pubDate>Mon, 26 May 2025 13:30:00 +0000</pubDate></item><item><title></title><link>https://e.example/2</link></item>'));
    expect([title, items]).toEqual(['Wire', [{ title: 'A & B rise', summary: 'One two', link: 'https://e.example/1', guid: '', publishedMs: Date.UTC(2025, 4, 26, 13, 30), tickers: [] }]]);
  });

  test('in Atom and in JSON', () => {
    const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><id>urn:1</id><title type="html">&lt;i&gt;Up&lt;/i&gt;</title><link rel="self" href="https://e.example/self"/><link href="https://e.example/a"/><updated>2026-01-02T03:04:05Z</updated></entry></feed>';
    expect(read(atom).items).toMatchObject([{ title: 'Up', link: 'https://e.example/a', guid: 'urn:1', publishedMs: Date.UTC(2026, 0, 2, 3, 4, 5) }]);
    const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [{ id: '7', url: 'https://e.example/j', title: 'Down', content_text: 'Much', date_published: '2026-01-02T03:04:05Z' }] });
    expect(read(json, 'application/feed+json').items).toMatchObject([{ title: 'Down', summary: 'Much', link: 'https://e.example/j' }]);
  });

  test('a telegram without a title is named by its first sentence; search news carry their tickers', () => {
    const cls = JSON.stringify({ errno: 0, data: { roll_data: [{ id: 7, ctime: 1_788_055_968, title: '', brief: '财联社电，油价上涨。详情略。', shareurl: 'https://c.example/7' }] } });
    expect(read(cls).items).toMatchObject([{ title: '财联社电，油价上涨。', publishedMs: 1_788_055_968_000, guid: 'cls-7' }]);
    const yahoo = JSON.stringify({ quotes: [], news: [{ uuid: 'u', title: 'Apple moves', link: 'https://y.example/1', providerPublishTime: 1_740_442_800, relatedTickers: ['AAPL'] }] });
    expect(read(yahoo).items).toMatchObject([{ title: 'Apple moves', tickers: ['AAPL'], publishedMs: 1_740_442_800_000 }]);
  });

  test.each([['ISO-8859-1', 'latin1'], ['GBK', 'gbk']])('in %s as its declaration says', (name) => {
    const title = name === 'GBK' ? [0xb2, 0xe2, 0xca, 0xd4] : [0x45, 0x6e, 0x65, 0x72, 0x67, 0xed, 0x61];
    const text = rss('<item><title>#</title></item>', ` encoding="${name}"`);
    const at = text.indexOf('#');
    const body = Uint8Array.from([...bytes(text.slice(0, at)), ...title, ...bytes(text.slice(at + 1))]);
    expect(readFeed(body, null, 'x').items[0]?.title).toBe(name === 'GBK' ? '测试' : 'Energía');
  });

  test('that is a page, cut short or something else is refused by name', () => {
    for (const text of ['<html><body>moved</body></html>', '', '{"a":1}', '{"a":', 'plain']) {
      expect(() => read(text)).toThrow(expect.objectContaining({ code: 'news.feed', params: expect.objectContaining({ host: 'feeds.example' }) as object }));
    }
  });

  test('entities that a document defines itself are not expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>T</title><item><title>n &b;</title></item></channel></rss>`;
    expect(read(bomb).items[0]?.title.length).toBeLessThan(20);
  });

  test('of any bytes is read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map((inner) => bytes(rss(`<item><title>${inner}</title></item>`)))), (body) => {
        let failure: unknown = null;
        try {
          readFeed(body, null, 'x');
        } catch (error) {
          failure = error;
        }
        expect(failure === null || failure instanceof AppError).toBe(true);
      }),
    );
  });
});

test('texts lose markup, entities and control characters, and keep their length', () => {
  expect(plainText('<img src=x onerror=alert(1)>a\u0000b\u202e&#x41;&nbsp;&copy;&nope; <style>p{}</style>c', 100)).toBe('a b A ©&nope; c');
  expect(plainText('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const plain = plainText(text, 80);
      expect([plain.length <= 80, plain.isWellFormed(), /\p{Cc}/u.test(plain)]).toEqual([true, true, false]);
    }),
  );
});

test('the same page is known by any of its addresses', () => {
  const addresses = ['https://www.e.example/a/?b=2&a=1&utm_source=x#top', 'http://e.example/a?a=1&b=2', 'https://E.example/a/?a=1&b=2&fbclid=9'];
  expect(new Set(addresses.map(canonicalUrl))).toEqual(new Set(['e.example/a?a=1&b=2']));
  expect(['javascript:alert(1)', 'https://u:p@e.example/', 'notes', `https://e.example/${'a'.repeat(3_000)}`].map(canonicalUrl)).toEqual([null, null, null, null]);
});

test('S9 only https addresses without credentials may be opened', () => {
  expect(['https://e.example/a?b=c', 'http://e.example/', 'https://u@e.example/', 'file:///etc/passwd', 'javascript:alert(1)', `https://e.example/${'a'.repeat(3_000)}`].map(openableUrl)).toEqual(['https://e.example/a?b=c', null, null, null, null, null]);
});

describe.skipIf(!hasReference('data/news'))('real feeds (skipped without the reference data)', () => {
  const real = (path: string): FeedContent => readFeed(readFileSync(referencePath(path)), null, 'x');

  test.each([['data/news/guardian.rss', 55, 'Trump State of the Union address promised unity but emphasized discord'], ['data/news/encoding.rss', 40, 'Mãe de utente é a nova presidente da Raríssimas'], ['data/news/uolNoticias.rss', 15, 'Ibope: Bolsonaro perde de Haddad, Ciro e Alckmin em simulações de 2º turno'], ['data/news/heise.atom', 15, 'Java-Anwendungsserver: Red Hat gibt WildFly 10 frei']])('%s', (path, count, first) => {
    const { items } = real(path);
    expect([items.length, items[0]?.title]).toEqual([count, first]);
    expect(items.every(({ title, summary }) => !/[<>]\w/.test(title + summary))).toBe(true);
  });

  test('feeds with nothing in them are empty, and what is none is refused', () => {
    expect([real('data/news/incomplete-fields.atom').items, real('data/news/missing-fields.atom').items]).toEqual([[], []]);
    expect(() => real('data/news/unrecognized.rss')).toThrow(expect.objectContaining({ code: 'news.feed' }));
  });

  test('a telegraph answer and a search feed', () => {
    expect(real('fixtures/news/cls-telegraph-trimmed.json').items).toHaveLength(3);
    expect(real('fixtures/news/yahoo-rss-AAPL.shape.xml').items).toHaveLength(2);
  });
});
