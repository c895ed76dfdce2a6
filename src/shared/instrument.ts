/** What kind of thing an instrument is; negative prices are legal for some of them only. */
export const instrumentKinds = ['stock', 'etf', 'fund', 'index', 'crypto', 'fx', 'future', 'other'] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

/** An instrument as an importer or provider first describes it. The key is `MIC:CODE`; what is unknown is null. */
export interface InstrumentDraft {
  readonly mic: string;
  readonly code: string;
  readonly kind: InstrumentKind;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly currency: string | null;
  /** IANA zone of its sessions. */
  readonly zone: string;
  /** Id of its session calendar, e.g. `XNYS`, `XSHG`, `24x7`; null where none is known. */
  readonly calendar: string | null;
}
