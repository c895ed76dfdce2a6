import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import { defineMethod } from './define-method.ts';
import { fileToken, symbolText } from './field.ts';

export const reportFormats = ['html', 'pdf', 'csv', 'json', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A file a report was written to; the token lets the page fetch it. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly token: string;
}

/** The result of a task of kind `report`. */
export interface ReportResult {
  readonly symbol: string;
  readonly asOf: string;
  readonly manifest: ReportFile;
  readonly files: readonly ReportFile[];
  readonly warnings: readonly string[];
  /** Formats that could not be written; the others stand. */
  readonly failures: readonly { readonly format: ReportFormat; readonly error: ErrorReply }[];
}

/** One thing a manifest names, held against what is there now. */
export interface VerifiedItem {
  readonly kind: 'file' | 'series';
  readonly name: string;
  /** `unknown`: the series is not in this workspace, so only its report can be checked. */
  readonly state: 'ok' | 'changed' | 'missing' | 'unknown';
}

export interface VerifyResult {
  readonly symbol: string;
  readonly asOf: string;
  readonly createdAt: string;
  readonly ok: boolean;
  readonly items: readonly VerifiedItem[];
}

export const reportsMethods = {
  /** Starts a task of kind `report`. Without a folder the files go to the profile's own library. */
  'reports.create': defineMethod<{ readonly task: string }>()(
    z.strictObject({
      symbol: symbolText,
      formats: z.array(z.enum(reportFormats)).min(1).max(reportFormats.length),
      language: z.enum(['en', 'zh']).default('en'),
      folder: fileToken.optional(),
    }),
  ),
  /** Checks a report against its manifest: its files, those given or else the ones beside it, and every input series in this workspace. */
  'reports.verify': defineMethod<VerifyResult>()(z.strictObject({ manifest: fileToken, files: z.array(fileToken).max(100).default([]) })),
};
