import { expect, test } from 'vitest';
import { cacheFile } from '../../../src/main/cache/cache-file.ts';
import { openCache } from '../../../src/main/cache/open-cache.ts';
import { joinFetch } from '../../../src/main/news/join-fetch.ts';
import type { NewsServices } from '../../../src/main/news/fetch-news.ts';
import { machineProfiles } from '../../../src/shared/machine-profiles.ts';
import { cannedHttp } from '../../doubles/canned-http.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { temporaryProfile } from '../store/store-fixture.ts';

test('T8 a fetch that is asked for while one is under way joins it, and the next one asks anew', async () => {
  const profile = temporaryProfile();
  const { http, asked } = cannedHttp(() => ({ body: '<rss version="2.0"><channel><title>W</title></channel></rss>', type: 'application/rss+xml' }));
  const [clock, log] = [new ManualClock(), new MemoryLog()];
  const cache = openCache({ clock, log }, cacheFile({ profile: profile.folder }, 'read'), machineProfiles.normal);
  const services: NewsServices = {
    store: await profile.openInThread(), http, cache, clock,
    feeds: () => [{ url: 'https://e.example/feed', title: '', enabled: true }, { url: 'https://e.example/off', title: '', enabled: false }],
    words: () => ({ important: { zh: [], en: [] }, topics: [] }), lexicons: () => [],
  };
  const fetch = joinFetch(services);
  const { signal } = new AbortController();
  const [first, second] = await Promise.all([fetch(signal), fetch(signal)]);
  expect([asked.length, first === second]).toEqual([1, true]);
  await fetch(signal);
  expect(asked.map(({ pathname }) => pathname)).toEqual(['/feed', '/feed']);
  cache.close();
  await profile.dispose();
});
