import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { barsHash } from '../../../src/main/reports/bars-hash.ts';
import { createReport } from '../../../src/main/reports/create-report.ts';
import type { ReportFormat } from '../../../src/shared/contract/reports.ts';
import { renderHtml } from '../../../src/main/reports/render-html.ts';
import { symbolReport } from '../../../src/main/reports/symbol-report.ts';
import { verifyReport } from '../../../src/main/reports/verify-report.ts';
import type { ReportInput } from '../../../src/main/reports/report-input.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { reportInputFixture } from './report-input-fixture.ts';

const morning = Date.UTC(2026, 10, 20, 8) as UtcMs;
const evening = Date.UTC(2026, 10, 20, 20) as UtcMs;

async function make(input: ReportInput, formats: readonly ReportFormat[] = ['html', 'csv', 'json', 'md'], createdAt = morning) {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-report-'));
  const report = await createReport({ input, formats, folder, createdAt, appVersion: '0.1.0', pdf: null, signal: new AbortController().signal });
  return { folder, report, manifest: join(folder, report.manifest.name) };
}

test('a report is its files and a manifest beside them', async () => {
  const { folder } = await make(reportInputFixture());
  const base = 'QVX-2025-07-30';
  expect(readdirSync(folder).sort()).toEqual([`${base}.csv`, `${base}.html`, `${base}.json`, `${base}.manifest.json`, `${base}.md`].sort());
});

test('made again at another time, only the creation time in the manifest differs', async () => {
  const [first, second] = [await make(reportInputFixture()), await make(reportInputFixture(), undefined, evening)];
  for (const name of readdirSync(first.folder)) {
    const [a, b] = [first, second].map(({ folder }) => readFileSync(join(folder, name), 'utf8'));
    expect(name.endsWith('.manifest.json') ? b?.replace('2026-11-20T20:00:00Z', '2026-11-20T08:00:00Z') : b).toBe(a);
  }
});

test('an untouched report verifies against the workspace it came from', async () => {
  const input = reportInputFixture();
  const { manifest } = await make(input);
  expect(verifyReport(manifest, () => barsHash(input.bars)).ok).toBe(true);
});

test('one byte more in a file is found and named', async () => {
  const input = reportInputFixture();
  const { manifest, folder } = await make(input);
  appendFileSync(join(folder, 'QVX-2025-07-30.csv'), ' ');
  const { ok, items } = verifyReport(manifest, () => barsHash(input.bars));
  expect([ok, items.filter(({ state }) => state !== 'ok')]).toEqual([false, [{ kind: 'file', name: 'QVX-2025-07-30.csv', state: 'changed' }]]);
});

test('a bar that changed in the workspace is found as a changed series', async () => {
  const { manifest } = await make(reportInputFixture());
  const other = reportInputFixture();
  other.bars.close[7] = 1;
  expect(verifyReport(manifest, () => barsHash(other.bars)).items.at(-1)).toMatchObject({ kind: 'series', state: 'changed' });
});

test('a manifest cannot make verify read outside its folder', async () => {
  const { manifest } = await make(reportInputFixture());
  const content = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { name: string }[] };
  for (const file of content.files) file.name = `../../../../etc/${file.name}`;
  writeFileSync(manifest, JSON.stringify(content));
  expect(verifyReport(manifest, () => null).items[0]?.state).toBe('ok');
});

test('what is not a manifest is refused', () => {
  expect(() => verifyReport(join(import.meta.dirname, 'create-report.test.ts'), () => null)).toThrow(AppError);
});

test('without a printer the page is still written, and the failure names it', async () => {
  const { report } = await make(reportInputFixture(), ['pdf']);
  expect(report.failures).toMatchObject([{ format: 'pdf', error: { code: 'report.pdf', params: { html: 'QVX-2025-07-30.html' } } }]);
  expect(report.files.map(({ name }) => name)).toEqual(['QVX-2025-07-30.html']);
});

test('S14 hostile names are text in every format', async () => {
  const name = '<img src=x onerror=alert(1)>\u202E=cmd()';
  const { folder } = await make(reportInputFixture({ name, code: '=cmd()' }));
  const html = readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith('.html')) ?? ''), 'utf8');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
});

test('S4 the page carries a policy that loads and runs nothing, and has no style attribute or script', () => {
  const html = renderHtml(symbolReport(reportInputFixture()).document);
  expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'/);
  expect(html).not.toMatch(/ style=|<script|https?:\/\/(?!www\.w3\.org)/);
});

test('the demo says so on the page', () => {
  expect(renderHtml(symbolReport(reportInputFixture({ demo: true })).document)).toContain('DEMO · synthetic data');
});

test('a short history names what is missing instead of inventing it', () => {
  const html = renderHtml(symbolReport(reportInputFixture({}, 30)).document);
  expect(html).toContain('Needs 60 bars; there are 30.');
});

test('score, risk and levels stand in the report with the reason for every point', () => {
  const { chapters } = symbolReport(reportInputFixture()).document;
  const assessment = chapters.find(({ id }) => id === 'assessment');
  const [facts, rules] = assessment?.blocks ?? [];
  expect(facts).toMatchObject({ facts: [{ label: 'Score', value: expect.stringMatching(/^[\d.]+ · \w/) }, { label: 'Coverage', value: '100%' }, { label: 'Risk' }, { label: 'HAMA' }] });
  const points = rules?.kind === 'table' ? rules.rows.map((row) => Number(String(row[4]).split(' / ')[0])) : [];
  const score = facts?.kind === 'facts' ? Number.parseFloat(facts.facts[0]?.value ?? '') : NaN;
  expect([points.length, Math.abs(points.reduce((sum, value) => sum + value, 0) - score) < 0.6]).toEqual([11, true]);
  expect(chapters.find(({ id }) => id === 'levels')?.blocks).toMatchObject([{ kind: 'table', rows: expect.arrayContaining([['Close', 134.9, null, 'now']]) }]);
});

test('prices of a column share their decimals and large counts are grouped', () => {
  const bars = renderHtml(symbolReport(reportInputFixture()).document).split('id="recent"').at(-1)?.slice(0, 800);
  expect(bars).toContain('<td class="end">135.90</td><td class="end">133.40</td><td class="end">134.90</td><td class="end">1,200</td>');
});

test('a basis on which ratios mean nothing leaves the assessment out, with the reason', () => {
  const { reply } = reportInputFixture();
  const { document, warnings } = symbolReport(reportInputFixture({ reply: { ...reply, series: { ...reply.series, basis: 'forwardAdditive' } } }));
  expect([warnings.length, document.chapters.find(({ id }) => id === 'assessment')?.blocks[0]?.kind]).toEqual([1, 'callout']);
});
