import type { Preference } from '../../shared/preferences.ts';

/** Row heights by density; the same as `--row`, which a test holds against these. */
export const rowHeightPx: Readonly<Record<Preference<'ui.density'>, number>> = { compact: 24, normal: 28, comfortable: 34 };
