import { describe, expect, test } from 'vitest';
import { isLinkAllowed, isNavigationAllowed, isPermissionAllowed } from '../../../src/main/electron/contents-rules.ts';
import { isTrustedSender } from '../../../src/main/electron/trusted-sender.ts';

const foreign = [
  'app://bundle.evil/', 'app://bundle@evil/', 'app://evil@bundle/', 'app://evil/bundle', 'app://print/', 'apps://bundle/', 'http://bundle/', 'https://bundle/', 'file:///bundle/index.html',
  'about:blank', 'data:text/html,x', 'javascript:alert(1)', 'blob:app://bundle/1', 'view-source:app://bundle/', 'chrome://settings', '//bundle/', 'bundle', '', ' ', 'app:',
];

describe('S6 navigation', () => {
  test.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/?a#b', 'APP://bundle/'])('S6 stays within the own page: %s', (address) => {
    expect(isNavigationAllowed(address)).toBe(true);
  });

  test.each(foreign)('S6 refuses %j', (address) => {
    expect(isNavigationAllowed(address)).toBe(false);
  });
});

describe('S5 permissions', () => {
  const permissions = [
    'clipboard-read', 'display-capture', 'fullscreen', 'geolocation', 'hid', 'idle-detection', 'keyboardLock', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'openExternal',
    'pointerLock', 'serial', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'usb', 'window-management', 'fileSystem', 'local-fonts', 'local-network', 'unknown', '', 'constructor', '__proto__',
  ];

  test('S5 the own page may write text to the clipboard and nothing else', () => {
    expect(isPermissionAllowed('clipboard-sanitized-write', 'app://bundle/')).toBe(true);
    expect(permissions.filter((permission) => isPermissionAllowed(permission, 'app://bundle/'))).toEqual([]);
  });

  test('S5 other origins may nothing at all', () => {
    expect(foreign.filter((origin) => isPermissionAllowed('clipboard-sanitized-write', origin))).toEqual([]);
  });
});

describe('S9 links', () => {
  test.each(['https://example.org/', 'https://example.org/path?query#part'])('S9 offers %s', (address) => {
    expect(isLinkAllowed(address)).toBe(true);
  });

  test.each([
    'http://example.org/', 'file:///etc/passwd', 'smb://host/share', 'ms-msdt:/id', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@example.org', 'app://bundle/', 'https://user@example.org/',
    'https://user:pass@example.org/', 'https:///', 'https://', 'example.org', '', `https://example.org/${'a'.repeat(2_048)}`, 'vbscript:x', 'search-ms:query=x', '\\\\host\\share',
  ])('S9 refuses %j', (address) => {
    expect(isLinkAllowed(address)).toBe(false);
  });
});

describe('S10 senders', () => {
  const own = { url: 'app://bundle/', parent: null, detached: false, isDestroyed: () => false };

  test('S10 the top frame of the own page is heard', () => {
    expect(isTrustedSender(own)).toBe(true);
  });

  test('S10 a wrong host, a sub-frame, a detached, destroyed or vanished frame is not', () => {
    const frames = [null, ...foreign.map((url) => ({ ...own, url })), { ...own, parent: own }, { ...own, detached: true }, { ...own, isDestroyed: () => true }];
    expect(frames.filter((frame) => isTrustedSender(frame))).toEqual([]);
  });
});
