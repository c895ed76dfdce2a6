/**
 * The sRGB value (`#rrggbb`) of a colour token such as `--rise` as it stands on an element now, for canvas drawing. Tokens are written
 * in OKLCH with a light and a dark half; the browser resolves both.
 */
export function resolveColour(token: `--${string}`, element: Element = document.documentElement): string {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.color = `var(${token})`;
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  const context = canvas().getContext('2d', { willReadFrequently: true });
  if (context === null) return '#808080';
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

let shared: HTMLCanvasElement | null = null;

function canvas(): HTMLCanvasElement {
  if (shared === null) {
    shared = document.createElement('canvas');
    shared.width = 1;
    shared.height = 1;
  }
  return shared;
}
