import type { Page } from 'playwright-core';

/** Opens the import dialog and hands it files, each a name and its text or bytes. */
export async function chooseFiles(page: Page, files: readonly { readonly name: string; readonly text: string | Uint8Array }[]): Promise<void> {
  await page.keyboard.press('Control+o');
  const button = page.getByRole('dialog').getByRole('button', { name: 'Choose files' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
}

/** Imports one file that asks nothing but its market, and leaves the dialog. */
export async function importCsv(page: Page, name: string, text: string, market: string): Promise<void> {
  await chooseFiles(page, [{ name, text }]);
  const dialog = page.getByRole('dialog', { name: 'Import files' });
  await dialog.getByRole('combobox', { name: 'Market' }).last().click();
  await page.getByRole('option', { name: market }).click();
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await dialog.getByRole('button', { name: 'Undo this import' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

/** Daily bars of invented US symbols QAAA, QAAB …: `symbols` of them, `days` each, with names. */
export function inventedCsv(symbols: number, days: number, nameOf: (index: number) => string = (index) => `Company ${index}`): string {
  const lines = ['date,open,high,low,close,volume,symbol,name'];
  for (let index = 0; index < symbols; index++) {
    const letter = (place: number): string => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26));
    const symbol = `Q${letter(2)}${letter(1)}${letter(0)}`;
    for (let day = 0; day < days; day++) {
      const date = new Date(Date.UTC(2024, 0, 2 + day)).toISOString().slice(0, 10);
      const close = 20 + index + Math.sin(day + index) * 2;
      lines.push(`${date},${(close - 0.3).toFixed(2)},${(close + 1).toFixed(2)},${(close - 1).toFixed(2)},${close.toFixed(2)},${1000 + day},${symbol},${nameOf(index)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
