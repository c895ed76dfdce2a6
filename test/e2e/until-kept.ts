import type { Page } from 'playwright-core';

/** Does something that changes a setting, and waits until the core has kept it. */
export async function untilKept(page: Page, setting: string, action: () => Promise<void>): Promise<void> {
  const asked = page.waitForRequest((request) => request.postData()?.includes(`"${setting}"`) === true);
  await action();
  await (await asked).response();
}
