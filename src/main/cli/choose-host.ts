interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  hasBinary(): boolean;
  /** Tries once to fetch the desktop runtime; answers whether it ended well. */
  fetchElectron(): boolean;
}

interface HostChoice {
  readonly host: 'desktop' | 'loopback';
  readonly reason: string;
}

/** Which face `npm start` shows: the desktop where there is a display and a runtime, else a page in the browser. */
export function chooseHost({ platform, environment, hasBinary, fetchElectron }: Surroundings): HostChoice {
  const hasDisplay = platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
  if (!hasDisplay) return { host: 'loopback', reason: 'No display: starting Chartroom for your browser instead of the desktop window.' };
  if (hasBinary() || (fetchElectron() && hasBinary())) return { host: 'desktop', reason: 'Starting the desktop window.' };
  return { host: 'loopback', reason: 'The desktop runtime is not installed and could not be fetched: starting Chartroom for your browser.' };
}
