/** Offers a text as a file; the mark at its start tells spreadsheets that it is UTF-8. The name holds letters, digits, dots and dashes alone. */
export function saveText(text: string, name: string, extension: 'csv'): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'table'}.${extension}`;
  link.click();
  URL.revokeObjectURL(address);
}
