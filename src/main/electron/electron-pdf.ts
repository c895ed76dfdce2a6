import { readFile } from 'node:fs/promises';
import { BrowserWindow, session, type Session, type WebPreferences } from 'electron';
import { atomicWrite } from '../files/atomic-write.ts';
import type { PdfPrinter } from '../ports.ts';
import { windowPreferences } from './window-preferences.ts';

const documentAddress = 'app://print/';

/**
 * Prints a finished HTML file through a hidden page: no script, no preload, and a session of its own in memory that serves that
 * one file and nothing else. One print at a time, because they share the session.
 */
export function createElectronPdf(): PdfPrinter {
  let last: Promise<void> = Promise.resolve();
  return {
    print(htmlPath, pdfPath) {
      const print = last.then(() => printFile(htmlPath, pdfPath));
      // The next print waits for this one's end, however it ended; its own caller hears of a failure.
      last = print.catch(() => undefined);
      return print;
    },
  };
}

async function printFile(htmlPath: string, pdfPath: string): Promise<void> {
  const html = await readFile(htmlPath);
  const ownSession = session.fromPartition('print');
  ownSession.protocol.handle('app', ({ url }) =>
    url === documentAddress ? new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }) : new Response(null, { status: 404 }),
  );
  const window = new BrowserWindow({ show: false, webPreferences: printPreferences(ownSession) });
  try {
    await window.loadURL(documentAddress);
    atomicWrite(pdfPath, await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true }));
  } finally {
    window.destroy();
    ownSession.protocol.unhandle('app');
  }
}

function printPreferences(ownSession: Session): WebPreferences {
  const { preload: _none, ...preferences } = windowPreferences;
  return { ...preferences, session: ownSession, javascript: false };
}
