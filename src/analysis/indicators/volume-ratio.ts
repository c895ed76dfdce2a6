import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Volume ratio of the running session: its volume per minute so far over the volume per minute of the `sessions` sessions before it.
 * For intraday bars; `sessionMinutes` counts the minutes traded up to the bar's end. Earlier sessions without volume do not apply.
 * Warm-up: `sessions` whole sessions, so at least as many bars. Source: the 量比 of Chinese terminals (5 sessions).
 */
export const volumeRatio = defineIndicator({
  id: 'volume-ratio',
  name: { en: 'Volume ratio (intraday)', zh: '量比' },
  inputs: ['volume', 'session', 'sessionMinutes'],
  parameters: { sessions: bars(5, 1, { en: 'Sessions', zh: '交易日数' }) },
  outputs: { ratio: line('Volume ratio', '量比') },
  pane: 'own',
  guides: [1],
  presets: { tongdaxin: {} },
  source: 'Chinese terminals, 5 sessions',
  warmUp: ({ sessions }) => sessions,
  // Running session: date, volume, minutes; sessions finished; then a ring of volumes and one of minutes.
  slots: ({ sessions }) => 4 + 2 * sessions,
  advance({ volume, session, sessionMinutes }, { sessions }, { ratio }, { start, slots }, from, to) {
    for (let i = from; i < to; i++) {
      if (i > start && session[i] !== slots[0]) {
        const place = (slots[3] as number) % sessions;
        slots[4 + place] = slots[1] as number;
        slots[4 + sessions + place] = slots[2] as number;
        slots[3] = (slots[3] as number) + 1;
        slots[1] = 0;
      }
      slots[0] = session[i] as number;
      slots[1] = (slots[1] as number) + (volume[i] as number);
      slots[2] = sessionMinutes[i] as number;
      if ((slots[3] as number) < sessions) {
        ratio[i] = NaN;
        continue;
      }
      let traded = 0;
      let minutes = 0;
      for (let j = 0; j < sessions; j++) {
        traded += slots[4 + j] as number;
        minutes += slots[4 + sessions + j] as number;
      }
      const usual = traded / minutes;
      const now = (slots[1] as number) / (slots[2] as number);
      ratio[i] = usual > 0 && Number.isFinite(now) ? now / usual : NaN;
    }
  },
});
