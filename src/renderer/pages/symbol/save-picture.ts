/** Offers a picture of the chart as a file named after what it shows; the name holds letters, digits, dots and dashes alone. */
export function savePicture(dataUrl: string, symbol: string, freq: string): void {
  const link = document.createElement('a');
  link.href = dataUrl;
  link.download = `${pictureName(symbol, freq)}.png`;
  link.click();
}

export function pictureName(symbol: string, freq: string): string {
  const safe = (text: string): string => text.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '');
  return [safe(symbol) || 'chart', safe(freq)].join('-');
}
