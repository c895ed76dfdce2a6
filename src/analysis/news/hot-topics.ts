/** One item as the count of topics sees it. */
interface TopicItem {
  readonly topics: readonly string[];
  /** -2 … 2; null where no word list fits. */
  readonly score: number | null;
  /** In the window that is asked about, or in the one of the same length before it. */
  readonly isRecent: boolean;
}

interface HotTopic {
  readonly topic: string;
  readonly count: number;
  /** In the window before. */
  readonly before: number;
  /** Mean sentiment of the recent items; null without any. */
  readonly mean: number | null;
}

/** Topics of the recent items, most frequent first, then by growth; with their counts in the window before. */
export function hotTopics(items: readonly TopicItem[]): readonly HotTopic[] {
  const found = new Map<string, { count: number; before: number; sum: number; judged: number }>();
  for (const { topics, score, isRecent } of items) {
    for (const topic of topics) {
      const entry = found.get(topic) ?? { count: 0, before: 0, sum: 0, judged: 0 };
      found.set(topic, entry);
      if (!isRecent) {
        entry.before += 1;
        continue;
      }
      entry.count += 1;
      if (score === null) continue;
      entry.sum += score;
      entry.judged += 1;
    }
  }
  return [...found]
    .filter(([, { count }]) => count > 0)
    .map(([topic, { count, before, sum, judged }]) => ({ topic, count, before, mean: judged === 0 ? null : sum / judged }))
    .sort((a, b) => b.count - a.count || b.count - b.before - (a.count - a.before) || (a.topic < b.topic ? -1 : 1));
}
