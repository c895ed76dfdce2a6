import { realpathSync, statSync } from 'node:fs';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

/** A file of the renderer build that may be served. */
interface StaticFile {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** The only kinds of file the renderer consists of; anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The file behind the path of a URL as it was sent, or null for anything that is not a plain file of a known kind inside `root`.
 * `/` is the page itself. Names of the build are plain ASCII, so everything that could be read in two ways (percent escapes,
 * backslashes, `//`, `..`, NUL) is refused before the file system is asked; links that lead out are refused after.
 */
export function resolveStatic(root: string, urlPath: string): StaticFile | null {
  const name = urlPath === '/' ? '/index.html' : urlPath;
  if (name.length > 512 || !/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(name)) return null;
  const contentType = contentTypes[extname(name)];
  if (contentType === undefined) return null;
  try {
    const path = realpathSync(join(root, name));
    if (!isInside(realpathSync(root), path)) return null;
    const facts = statSync(path);
    return facts.isFile() ? { path, contentType, bytes: facts.size } : null;
  } catch {
    // Missing, unreadable or a loop of links: to the page it is simply not there.
    return null;
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
