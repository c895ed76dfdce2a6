import type { createApp } from '../create-app.ts';

/** Opens the core: the entry hands it in, a test its own. */
export type OpenApp = typeof createApp;
