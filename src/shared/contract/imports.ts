import { z } from 'zod';
import { bases, type Basis } from '../basis.ts';
import type { BarFlagName } from '../bar-flag.ts';
import type { ErrorReply } from '../app-error.ts';
import { frequencies, type Frequency } from '../frequency.ts';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { fileToken, text, whole } from './field.ts';

/** What a column of a file holds. */
export const columnRoles = ['date', 'time', 'open', 'high', 'low', 'close', 'volume', 'amount', 'symbol', 'name', 'ignore'] as const;
export type ColumnRole = (typeof columnRoles)[number];

export const dateFormats = [
  'yyyy-MM-dd', 'yyyy/MM/dd', 'yyyy.MM.dd', 'yyyyMMdd', 'dd-MM-yyyy', 'dd/MM/yyyy', 'dd.MM.yyyy',
  'MM-dd-yyyy', 'MM/dd/yyyy', 'yy-MM-dd', 'yy/MM/dd', 'yy.MM.dd', 'MMM dd, yyyy', 'iso', 'epochSeconds', 'epochMillis', 'epochMicros', 'excelSerial',
] as const;
export type DateFormat = (typeof dateFormats)[number];

export const encodings = ['auto', 'utf-8', 'gbk', 'big5', 'utf-16le', 'latin1'] as const;

/** Everything a person may settle about a file; what is left out is detected, and asked for where it cannot be told. */
export const importOptions = z.strictObject({
  /** The instrument, for files that do not name it. */
  symbol: text(64, 1).optional(),
  market: z.enum(['US', 'CN', 'HK', 'UK', 'CRYPTO', 'FX', 'INDEX', 'OTHER']).optional(),
  exchange: text(16, 1).optional(),
  currency: text(8, 1).optional(),
  zone: text(64, 1).optional(),
  encoding: z.enum(encodings).optional(),
  dateFormat: z.enum(dateFormats).optional(),
  decimal: z.enum(['.', ',']).optional(),
  freq: z.enum(frequencies).optional(),
  basis: z.enum(bases).optional(),
  /** Units of the volume column. */
  volumeUnit: z.enum(['shares', 'lots']).optional(),
  /** The role of each column, left to right, instead of the detected ones. */
  columns: z.array(z.enum(columnRoles)).max(200).optional(),
  /** A saved mapping. */
  mapping: text(64, 1).optional(),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** How a file will be read. */
export interface ImportPlan {
  /** The file family, e.g. `csv`, `yahoo`, `tongdaxin`. */
  readonly format: string;
  /** 0–1: how sure the detection is. */
  readonly confidence: number;
  readonly encoding: string;
  readonly compressed: boolean;
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly header: readonly string[] | null;
  readonly columns: readonly ColumnRole[];
  readonly dateFormat: DateFormat | null;
  readonly freq: Frequency | null;
  readonly basis: Basis | null;
  readonly zone: string | null;
  readonly currency: string | null;
  readonly market: string | null;
  readonly exchange: string | null;
  readonly volumeUnit: 'shares' | 'lots' | null;
  /** What amount ÷ volume of the file's own figures is, beside the close, in the middle of its rows; null without amounts. */
  readonly unitCheck: { readonly perUnit: number; readonly close: number } | null;
  /** The instruments the file names, or the one given; up to 20. */
  readonly symbols: readonly string[];
}

export interface PreviewRow {
  readonly line: number;
  /** The cells as in the file. */
  readonly cells: readonly string[];
  /** The bar it becomes; null when it is rejected, holds none or still waits for an answer. */
  readonly bar: {
    readonly symbol: string;
    readonly time: string;
    readonly open: number;
    readonly high: number;
    readonly low: number;
    readonly close: number;
    readonly volume: number | null;
    readonly amount: number | null;
    readonly flags: readonly BarFlagName[];
  } | null;
  /** The rule that rejected it or passed it over. */
  readonly rule: string | null;
  /** Whether the row is passed over, as by design it carries no bar. */
  readonly isSkipped: boolean;
}

/** A thing only the person can settle, e.g. the order of day and month. */
export interface ImportQuestion {
  readonly field: keyof ImportOptions;
  readonly error: ErrorReply;
  readonly choices: readonly string[];
}

/** A file of a folder or archive, as a preview lists it. */
export interface ContainedFile {
  /** Relative to the folder or archive. */
  readonly file: string;
  readonly bytes: number;
  /** The file family; null where it was not looked into or cannot be read. */
  readonly format: string | null;
  /** Whether something about it must be settled first. */
  readonly asks: boolean;
  /** Why it cannot be imported. */
  readonly error: ErrorReply | null;
}

/** What a folder or archive holds. */
export interface ContainedFiles {
  /** Files that may hold bars; an archive in a folder counts as one. */
  readonly total: number;
  /** Files left out because their kind holds no bars. */
  readonly others: number;
  /** The one the preview shows. */
  readonly shown: string;
  /** The first 100. */
  readonly first: readonly ContainedFile[];
}

export interface BarsPreview {
  readonly kind: 'bars';
  readonly name: string;
  readonly bytes: number;
  /** Of a folder or archive; null for a file of its own. */
  readonly contents: ContainedFiles | null;
  readonly plan: ImportPlan;
  readonly rows: readonly PreviewRow[];
  readonly questions: readonly ImportQuestion[];
  /** What was settled but is open to doubt, e.g. the unit of the volume. */
  readonly notes: readonly ErrorReply[];
}

/** One line of a list and the instrument it means; null where none, or several, may be meant. */
export interface ListEntry {
  readonly line: number;
  readonly text: string;
  readonly symbol: string | null;
  /** Whether the instrument has been imported. */
  readonly stored: boolean;
}

/** A file without bars: names and industries of instruments, or a watchlist (通达信 block, TradingView list, plain codes). */
export interface ListPreview {
  readonly kind: 'instruments' | 'watchlist';
  readonly name: string;
  readonly bytes: number;
  readonly total: number;
  /** The first 200. */
  readonly entries: readonly ListEntry[];
}

export type ImportPreview = BarsPreview | ListPreview;

export interface Rejection {
  readonly line: number;
  readonly rule: string;
  /** The row as in the file, cut at 200 characters. */
  readonly text: string;
}

/** A file of a folder or archive that could not be imported. */
export interface ImportFailure {
  /** Relative to the folder or archive. */
  readonly file: string;
  readonly error: ErrorReply;
}

/** What an import did with one file of a folder or archive. rows = imported + unchanged + rejected + skipped. */
export interface ImportedFile {
  /** Relative to the folder or archive. */
  readonly file: string;
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly skipped: number;
}

/** What an import did. rows = imported + unchanged + rejected + skipped. */
export interface ImportResult {
  readonly batch: number | null;
  readonly file: string;
  readonly format: string;
  /** Data rows of the file, the header not counted. */
  readonly rows: number;
  /** Bars new in the store or changed by this import. */
  readonly imported: number;
  /** Bars the store already held with the same values. */
  readonly unchanged: number;
  readonly rejected: number;
  /** Rows that carry no bar by design (footers, suspension days, null rows), by rule. */
  readonly skipped: number;
  readonly symbols: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Rows that were repaired or flagged, by rule (`filled`, `range`, …). */
  readonly repaired: Readonly<Record<string, number>>;
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly skippedBy: Readonly<Record<string, number>>;
  /** The first 100. */
  readonly rejections: readonly Rejection[];
  /** The list that a watchlist file was put into: a new one of the file's name, or the one that had it. */
  readonly watchlist: string | null;
  /** Of a folder or archive: the books of each file that gave rows. They add up to the import's. */
  readonly files: readonly ImportedFile[];
  /** Of a folder or archive: the files that could not be imported; the others were. */
  readonly failures: readonly ImportFailure[];
  /** Of a folder or archive: how many files were left out because their kind holds no bars. */
  readonly otherFiles: number;
  readonly elapsedMs: number;
}

/** How files of one kind are read, kept under a name. The symbol is a matter of each file and no part of it. */
export interface SavedMapping {
  readonly name: string;
  readonly options: ImportOptions;
}

export interface ImportBatch {
  readonly id: number;
  readonly file: string;
  readonly format: string;
  readonly at: UtcMs;
  readonly state: 'running' | 'completed' | 'cancelled' | 'interrupted' | 'undone';
  readonly rows: number;
  readonly imported: number;
  readonly rejected: number;
  readonly symbols: number;
}

/** Bars removed and restored, and symbols taken out of watchlists. */
export interface UndoneImport {
  readonly removed: number;
  readonly restored: number;
  readonly members: number;
}

const batch = whole(1, 2 ** 31);
const mappingName = text(64, 1).refine((value) => value.trim() === value, { error: 'has blanks at an end' });

export const importsMethods = {
  /** `inner`: the file of a folder or archive to look at; the first that can be read where it is left out. */
  'import.preview': defineMethod<ImportPreview>()(z.strictObject({ file: fileToken, options: importOptions, inner: text(1_000, 1).optional() })),
  /** Starts a task of kind `import`; its result is an `ImportResult`. */
  'import.start': defineMethod<{ readonly task: string }>()(z.strictObject({ file: fileToken, options: importOptions })),
  'import.batches': defineMethod<readonly ImportBatch[]>()(z.strictObject({})),
  'import.rejections': defineMethod<readonly Rejection[]>()(
    z.strictObject({ batch, offset: whole(0, 10_000_000).default(0), limit: whole(1, 1_000).default(100) }),
  ),
  /** By name. */
  'import.mappings': defineMethod<readonly SavedMapping[]>()(z.strictObject({})),
  /** Keeps options under a name; a mapping that has it is replaced. */
  'import.saveMapping': defineMethod<SavedMapping>()(z.strictObject({ name: mappingName, options: importOptions.omit({ symbol: true, mapping: true }) })),
  'import.removeMapping': defineMethod<null>()(z.strictObject({ name: mappingName })),
  /** Takes back everything a batch wrote, where no later batch stands on it. */
  /** Takes an import back: bars it added go, values it replaced return, symbols it put into watchlists are taken out again. */
  'import.undo': defineMethod<UndoneImport>()(z.strictObject({ batch })),
};
