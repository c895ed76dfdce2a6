/** A transparent canvas over the chart, cleared and redrawn at will. */
export interface TopLayer {
  draw(paint: (context: CanvasRenderingContext2D) => void): void;
  readonly canvas: HTMLCanvasElement;
  close(): void;
}

/** Lays a canvas over an element; it follows the element's size and the screen's density. */
export function openTopLayer(host: HTMLElement): TopLayer {
  const canvas = host.ownerDocument.createElement('canvas');
  canvas.className = 'chart-top';
  host.append(canvas);
  return {
    canvas,
    draw(paint) {
      const ratio = window.devicePixelRatio;
      const [width, height] = [Math.round(host.clientWidth * ratio), Math.round(host.clientHeight * ratio)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
      const context = canvas.getContext('2d');
      if (context === null) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, host.clientWidth, host.clientHeight);
      paint(context);
    },
    close: () => canvas.remove(),
  };
}
