import { expect, test } from 'vitest';
import { ageOfFeeds } from '../../../src/renderer/freshness/age-of-feeds.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import type { NewsFeed } from '../../../src/shared/contract/news.ts';
import { dayMs, type UtcMs } from '../../../src/shared/time.ts';

const now = Date.parse('2026-11-21T10:00:00Z') as UtcMs;
const at = (hoursAgo: number): UtcMs => (now - (hoursAgo * dayMs) / 24) as UtcMs;
const feed = (changes: Partial<NewsFeed>): NewsFeed => ({ url: 'https://news.example/rss', title: '', enabled: true, succeededAt: at(1), failure: null, ...changes });
const failure = (hoursAgo: number): NewsFeed['failure'] => ({ at: at(hoursAgo), error: new AppError('app.closing').toReply() });

test('feeds that answered within a day are fresh, and the one that answered longest ago is told', () => {
  expect(ageOfFeeds([feed({ title: 'One' }), feed({ succeededAt: at(20) })], now)).toMatchObject({
    state: 'fresh', asOf: '2026-11-21T09:00:00Z', oldest: '2026-11-20T14:00:00Z', sources: ['One', 'news.example'], fetchedAt: at(20), job: 'news',
  });
});

test('after a day without an answer they are stale', () => {
  expect(ageOfFeeds([feed({ succeededAt: at(25) })], now)?.state).toBe('stale');
});

test('a failure counts until the feed answers again', () => {
  expect([ageOfFeeds([feed({ failure: failure(0.5) })], now)?.state, ageOfFeeds([feed({ failure: failure(2) })], now)?.state]).toEqual(['failed', 'fresh']);
});

test('a feed that is switched off or never answered has no age', () => {
  expect([ageOfFeeds([feed({ enabled: false })], now), ageOfFeeds([feed({ succeededAt: null })], now)]).toEqual([null, null]);
});
