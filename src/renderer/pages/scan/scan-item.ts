import { detectors, type Detector } from '../../../shared/contract/detector-figures.ts';

/** What the Scan page can show: the whole ranking, the signals, one detector, one rule, or a rule being written. */
export type ScanItem =
  | { readonly kind: 'ranks' }
  | { readonly kind: 'signals' }
  | { readonly kind: 'detector'; readonly detector: Detector }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'draft' };

/** One text for an item, so that it can be a key and a row's id. */
export function itemKey(item: ScanItem): string {
  if (item.kind === 'detector') return `detector:${item.detector}`;
  return item.kind === 'rule' ? `rule:${item.name}` : item.kind;
}

/** The item of a key; null for a text that is none. */
export function itemOf(key: string): ScanItem | null {
  if (key === 'ranks' || key === 'signals' || key === 'draft') return { kind: key };
  const [kind, ...rest] = key.split(':');
  const name = rest.join(':');
  const detector = detectors.find((one) => one === name);
  if (kind === 'detector' && detector !== undefined) return { kind, detector };
  return kind === 'rule' && name !== '' ? { kind, name } : null;
}
