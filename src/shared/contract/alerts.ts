import { z } from 'zod';
import {
  alertComparisons, alertFields, alertKinds, chanAlertFacts, chanPointTypes, hamaEvents, hamaSetNames, healthTroubles, moveDirections, priceCrossings,
  type AlertCondition,
} from '../alert-condition.ts';
import type { ErrorReply } from '../app-error.ts';
import { frequencies, type Frequency } from '../frequency.ts';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { symbolText, text, whole } from './field.ts';

/** An alert as the user set it up, and how it stands. */
export interface Alert {
  readonly id: number;
  /** What the user calls it; empty for none. */
  readonly name: string;
  /** Null: every instrument, or those of `watchlist`; a source's trouble also has none. */
  readonly symbol: string | null;
  /** Without a symbol: only those of this watchlist. */
  readonly watchlist: number | null;
  readonly freq: Frequency;
  readonly condition: AlertCondition;
  /** Unfinished bars count, too; what fires on one says so. */
  readonly live: boolean;
  /** After firing, bars that close sooner than this stay silent for the same instrument. */
  readonly cooldownMinutes: number;
  readonly enabled: boolean;
  readonly createdAt: UtcMs;
  /** Only bars that close later than this can fire. */
  readonly armedAt: UtcMs;
  readonly fired: number;
  readonly lastFiredAt: UtcMs | null;
  /** Why it could not be judged the last time; for many instruments the first of them. */
  readonly problem: AlertProblem | null;
}

export interface AlertProblem {
  readonly subject: string;
  readonly error: ErrorReply;
  /** How many instruments it cannot be judged on. */
  readonly subjects: number;
}

/** What became of the price after 5, 10 and 20 further bars, in percent of the close of the bar that fired; null while not known. */
export interface AlertOutcome {
  readonly after5: number | null;
  readonly after10: number | null;
  readonly after20: number | null;
}

/** One line of the log. */
export interface AlertEvent extends AlertOutcome {
  readonly id: number;
  readonly alert: number;
  readonly name: string;
  readonly condition: AlertCondition;
  /** The instrument, or the source that failed. */
  readonly subject: string;
  readonly freq: Frequency;
  /** The bar, as ISO date or UTC time; for data trouble the last bar there is. */
  readonly bar: string;
  readonly close: number | null;
  readonly firedAt: UtcMs;
  /** The bar had not closed when the alert fired. */
  readonly live: boolean;
}

/** Where a condition would have fired in the past, newest first. */
export interface AlertTrial {
  readonly symbol: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly bars: number;
  /** All of them; `fires` holds the newest. */
  readonly count: number;
  readonly fires: readonly (AlertOutcome & { readonly bar: string; readonly close: number })[];
}

const conditionFields = z.strictObject({
  kind: z.enum(alertKinds),
  crosses: z.enum(priceCrossings).optional(),
  price: z.number().min(-1e12).max(1e12).optional(),
  moves: z.enum(moveDirections).optional(),
  percent: z.number().positive().max(1_000).optional(),
  bars: whole(1, 250).optional(),
  left: text(80, 1).optional(),
  comparison: z.enum(alertComparisons).optional(),
  right: text(80, 1).optional(),
  set: z.enum(hamaSetNames).optional(),
  event: z.enum(hamaEvents).optional(),
  fact: z.enum(chanAlertFacts).optional(),
  types: z.array(z.enum(chanPointTypes)).max(chanPointTypes.length).optional(),
  rule: text(1_000, 1).optional(),
  trouble: z.enum(healthTroubles).optional(),
  sessions: whole(1, 250).optional(),
});

/** A condition with exactly the fields of its kind. */
export const alertCondition = conditionFields.transform((given, context): AlertCondition => {
  const wanted: readonly string[] = ['kind', ...alertFields[given.kind]];
  const held = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  for (const name of [...wanted, ...held]) {
    if (wanted.includes(name) !== held.includes(name)) context.addIssue({ code: 'custom', path: [name], message: wanted.includes(name) ? 'is needed' : `does not belong to ${given.kind}` });
  }
  // Every field has passed its own check, and they are those of the kind.
  return given as AlertCondition;
});

const alertDraft = {
  name: text(80).default(''),
  symbol: symbolText.nullable(),
  watchlist: whole(1, 2 ** 52).nullable().default(null),
  freq: z.enum(frequencies).default('1d'),
  condition: alertCondition,
  live: z.boolean().default(false),
  cooldownMinutes: whole(0, 525_600).default(0),
};
const alertId = whole(1, 2 ** 52);

export const alertsMethods = {
  'alerts.list': defineMethod<readonly Alert[]>()(z.strictObject({})),
  /**
   * Makes an alert, or changes the one of that id. Either way only bars that close from now on can fire. Errors: `symbol.*`, `rule.*`,
   * `alert.*`, `watchlist.unknown`.
   */
  'alerts.save': defineMethod<Alert>()(z.strictObject({ id: alertId.optional(), ...alertDraft })),
  /** Removes an alert with its log. */
  'alerts.remove': defineMethod<null>()(z.strictObject({ id: alertId })),
  /** Switched on again, it waits for bars that close from then on. */
  'alerts.enable': defineMethod<Alert>()(z.strictObject({ id: alertId, enabled: z.boolean() })),
  /** What fired, newest first; `before` continues after the id of an earlier answer's last line. */
  'alerts.log': defineMethod<readonly AlertEvent[]>()(
    z.strictObject({ alert: alertId.optional(), symbol: symbolText.optional(), before: alertId.optional(), limit: whole(1, 500).default(100) }),
  ),
  /** Tries a condition on the stored closed bars of one instrument; nothing is kept. Cooldown counts. */
  'alerts.test': defineMethod<AlertTrial>()(
    z.strictObject({ symbol: symbolText, freq: alertDraft.freq, condition: alertCondition, cooldownMinutes: alertDraft.cooldownMinutes }),
  ),
};
