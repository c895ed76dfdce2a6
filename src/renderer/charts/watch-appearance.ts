/** What can change how a chart looks without its data changing. */
export interface AppearanceListener {
  /** Theme, direction colours, language or font. */
  theme(): void;
  size(): void;
  /** Device pixels per CSS pixel: another monitor, or the zoom of the page. */
  density(): void;
}

/** Watches an element's surroundings; returns its own undo. */
export function watchAppearance(host: HTMLElement, listener: AppearanceListener): () => void {
  const root = host.ownerDocument.documentElement;
  const attributes = new MutationObserver(() => listener.theme());
  attributes.observe(root, { attributes: true });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const onScheme = (): void => listener.theme();
  scheme.addEventListener('change', onScheme);
  const size = new ResizeObserver(() => listener.size());
  size.observe(host);
  let density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const onDensity = (): void => {
    density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener('change', onDensity, { once: true });
    listener.density();
  };
  density.addEventListener('change', onDensity, { once: true });
  return () => {
    attributes.disconnect();
    scheme.removeEventListener('change', onScheme);
    size.disconnect();
    density.removeEventListener('change', onDensity);
  };
}
