import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Where a page's inspector is drawn, and how a page says that it has one. */
export interface InspectorPlace {
  readonly element: HTMLElement | null;
  readonly setUsed: (used: boolean) => void;
}

export const InspectorContext = createContext<InspectorPlace | null>(null);

/** Put anywhere in a page: its children appear in the inspector panel. A page without one has no such panel. */
export function Inspector({ children }: { readonly children: ReactNode }) {
  const place = useContext(InspectorContext);
  const setUsed = place?.setUsed;
  useEffect(() => {
    setUsed?.(true);
    return () => setUsed?.(false);
  }, [setUsed]);
  return place?.element ? createPortal(children, place.element) : null;
}
