import { app, session, type Session, type WebContents } from 'electron';
import { isNavigationAllowed, isPermissionAllowed } from './contents-rules.ts';

/** Applies the rules to every page and session that will ever exist; called once, before the first window. */
export function secureContents(askToOpen: (address: string) => void): void {
  const secured = new WeakSet<Session>();
  app.on('session-created', (session) => secureOnce(session, secured));
  void app.whenReady().then(() => secureOnce(session.defaultSession, secured));
  app.on('web-contents-created', (_event, contents) => securePage(contents, askToOpen));
}

/** The default session may have been made before anyone listened; a session takes its handlers once only. */
function secureOnce(created: Session, secured: WeakSet<Session>): void {
  if (secured.has(created)) return;
  secured.add(created);
  secureSession(created);
}

/** Both handlers are needed: some permissions are only checked, others only requested. */
function secureSession(created: Session): void {
  created.setPermissionRequestHandler((_contents, permission, answer, { isMainFrame, requestingUrl }) =>
    answer(isMainFrame && isPermissionAllowed(permission, requestingUrl)),
  );
  created.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) => isMainFrame && isPermissionAllowed(permission, origin));
  created.setDevicePermissionHandler(() => false);
  created.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  created.protocol.handle('file', () => new Response(null, { status: 403 }));
}

function securePage(contents: WebContents, askToOpen: (address: string) => void): void {
  contents.on('will-navigate', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    askToOpen(url);
    return { action: 'deny' };
  });
}

function stayHome(event: { readonly url: string; preventDefault(): void }): void {
  if (!isNavigationAllowed(event.url)) event.preventDefault();
}
