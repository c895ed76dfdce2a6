import { z } from 'zod';

/** A feed the user has added. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string;
  readonly enabled: boolean;
}

/** The setting that holds the list of feeds, as JSON text. The door to the network trusts the addresses it names. */
export const feedsSettingKey = 'news.feeds';

const list = z.array(z.object({ url: z.url(), title: z.string(), enabled: z.boolean() }));

/** Nothing where the setting does not read, e.g. when it was written by hand. */
export function parseFeedList(text: string): readonly ListedFeed[] {
  if (text.trim() === '') return [];
  try {
    return list.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
