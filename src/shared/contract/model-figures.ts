/** What every answer about one symbol's data carries. */
export interface DataHeader {
  readonly symbol: string;
  /** ISO date or UTC time of the last bar used; null without a bar. */
  readonly asOf: string | null;
  /** File name or origin the newest bars came from. */
  readonly source: string;
  readonly basis: string;
  /** Bars used. */
  readonly bars: number;
}

/** One rule of a model: its text is `modelText(code)`. `input` is null where the rule could not be judged; it then counts for nothing. */
export interface ModelRow {
  readonly code: string;
  readonly input: number | null;
  readonly threshold: number | null;
  readonly contribution: number;
  readonly maximum: number;
}

export interface ModelDimension {
  /** `trend`, `volatility`, `technical`, `volume` or `momentum`; its text is `modelText('dimension.…')`. */
  readonly dimension: string;
  readonly points: number | null;
  readonly maximum: number;
  readonly rows: readonly ModelRow[];
}

export interface ModelAxis {
  /** `trend`, `indicators`, `levels` or `volatility`; its text is `modelText('radarAxis.…')`. */
  readonly axis: string;
  /** 0..10. */
  readonly value: number | null;
  readonly rows: readonly ModelRow[];
}

/** The waterfall: `score` is the sum of the dimensions' points ÷ `coverage`. */
export interface ScoreAnswer extends DataHeader {
  /** 0..100, never rounded; null where too little could be judged. */
  readonly score: number | null;
  /** Share of the points that could be judged, 0..1. */
  readonly coverage: number;
  /** `modelText('state.…')`. */
  readonly state: string | null;
  /** `modelText('mark.…')`. */
  readonly marks: readonly string[];
  readonly market: string;
  readonly dimensions: readonly ModelDimension[];
  readonly radar: readonly ModelAxis[];
}

export interface PositionFigures {
  /** Percent of capital, at most 25. */
  readonly percent: number;
  readonly uncapped: number;
  readonly volatilityFactor: number;
  readonly capped: boolean;
  readonly rows: readonly ModelRow[];
}

export interface RiskAnswer extends DataHeader {
  /** 0..100, higher is riskier. */
  readonly total: number | null;
  /** `modelText('riskLevel.…')`. */
  readonly level: string | null;
  /** `part`: `modelText('riskPart.…')`. */
  readonly parts: readonly { readonly part: string; readonly score: number | null; readonly level: string | null }[];
  /** Parts at 70 or more. */
  readonly alerts: readonly string[];
  readonly reversal: 'up' | 'down' | null;
  readonly rows: readonly ModelRow[];
  readonly coverage: number;
  readonly position: PositionFigures;
}

export interface PriceLevel {
  readonly price: number;
  /** `modelText('level.…')`. */
  readonly sources: readonly string[];
  readonly distancePercent: number;
  /** `modelText('term.…')`. */
  readonly term: string | null;
}

/** How often the nearest level of earlier bars was reached, and then held. */
export interface LevelTrack {
  readonly side: 'support' | 'resistance';
  readonly samples: number;
  readonly reached: number;
  readonly held: number;
}

export interface LevelsAnswer extends DataHeader {
  readonly close: number | null;
  /** Below the close, nearest first. */
  readonly supports: readonly PriceLevel[];
  /** Above the close, nearest first. */
  readonly resistances: readonly PriceLevel[];
  /** Over the 20 bars after each tenth bar of the past. */
  readonly record: readonly LevelTrack[];
}

export interface ConeFigures {
  readonly close: number;
  readonly seed: string;
  readonly paths: number;
  /** Percentiles of the columns of `bands`. */
  readonly percentiles: readonly number[];
  /** Prices by session ahead, the first being the next session. */
  readonly bands: readonly (readonly number[])[];
  readonly dailyDeviation: number;
  /** How often earlier cones held what came; 0.9 and 0.5 were aimed at. */
  readonly coverage: readonly { readonly horizon: number; readonly inside90: number | null; readonly inside50: number | null; readonly samples: number }[];
}

export interface ScenarioAnswer extends DataHeader {
  readonly horizon: number;
  /** ISO dates of the sessions ahead, in the order of `cone.bands`; null where no calendar is known. */
  readonly dates: readonly string[] | null;
  /** Null for too few bars or a price that never moved. */
  readonly cone: ConeFigures | null;
}

export interface PositionAnswer extends DataHeader {
  /** Average true range in percent of the close. */
  readonly volatility: number | null;
  readonly position: PositionFigures;
  /** Gain on the entry price given, percent. */
  readonly gainPercent: number | null;
  /** Rules of discipline that apply: `modelText(code, figures)`. */
  readonly discipline: readonly { readonly code: string; readonly figures: Readonly<Record<string, number | { readonly text: string }>> }[];
}
