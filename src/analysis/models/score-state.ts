/** The state a score describes, strongest first. It is not advice: high scores were not found to be followed by higher returns. */
export const scoreStates = ['veryStrong', 'strong', 'firm', 'neutral', 'soft', 'weak', 'veryWeak'] as const;
export type ScoreState = (typeof scoreStates)[number];

/** What a reader should know beside the state: volatility above 4 %, RSI above 80, RSI below 20. */
export type StateMark = 'turbulent' | 'stretched' | 'washedOut';

const floors = [85, 70, 55, 45, 30, 15, -Infinity] as const;

export function scoreState(score: number): ScoreState {
  return scoreStates[floors.findIndex((floor) => score >= floor)] ?? 'veryWeak';
}
