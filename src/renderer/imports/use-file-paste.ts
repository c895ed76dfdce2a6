import { useEffect } from 'react';

/** Takes files and tables from the clipboard while the dialog is open; what is pasted into a field stays there. */
export function useFilePaste(onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.clipboardData === null) return;
      const files = [...event.clipboardData.files];
      const text = event.clipboardData.getData('text/plain');
      // A spreadsheet offers a picture of the cells beside their text; the text is meant.
      const pasted = text.trim() === '' ? files : [new File([text], 'clipboard.txt', { type: 'text/plain' })];
      if (pasted.length === 0) return;
      event.preventDefault();
      onFiles(pasted);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onFiles]);
}
