import { Tooltip } from '@base-ui/react/tooltip';
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { i18n } from 'i18next';
import { StrictMode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { DeskContext } from './desk-context.ts';
import type { Desk } from './desk.ts';
import { Frame } from './frame/frame.tsx';
import { Overlays } from './frame/overlays.tsx';

/** The whole window. The parts library may write no style elements: the page's policy forbids them. */
export function App({ desk, texts }: { readonly desk: Desk; readonly texts: i18n }) {
  return (
    <StrictMode>
      <CSPProvider disableStyleElements>
        <I18nextProvider i18n={texts}>
          <DeskContext value={desk}>
            <Tooltip.Provider delay={400}>
              <ErrorBoundary title={texts.t('error.part')}>
                <Frame />
              </ErrorBoundary>
              <ErrorBoundary title={texts.t('error.part')}>
                <Overlays />
              </ErrorBoundary>
            </Tooltip.Provider>
          </DeskContext>
        </I18nextProvider>
      </CSPProvider>
    </StrictMode>
  );
}
