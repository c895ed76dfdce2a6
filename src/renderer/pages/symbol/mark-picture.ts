const margin = 12;

/** Writes a line of text over the head of a picture, e.g. that its data are invented. */
export async function markPicture(dataUrl: string, text: string): Promise<string> {
  const image = new Image();
  image.src = dataUrl;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext('2d');
  if (context === null) return dataUrl;
  context.drawImage(image, 0, 0);
  const size = Math.max(14, Math.round(canvas.width / 60));
  context.font = `600 ${size}px system-ui, sans-serif`;
  context.textBaseline = 'top';
  const width = context.measureText(text).width;
  context.fillStyle = 'rgb(0 0 0 / 60%)';
  context.fillRect(margin, margin, width + margin * 2, size + margin);
  context.fillStyle = 'white';
  context.fillText(text, margin * 2, margin * 1.5);
  return canvas.toDataURL('image/png');
}
