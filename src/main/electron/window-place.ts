/** A rectangle in screen points. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const preferred = { width: 1_440, height: 900 };
const smallest = { width: 720, height: 480 };
/** So much of a window must be on a screen for its title bar to be caught with the pointer. */
const visiblePoints = 120;

/**
 * Where the window opens: where it was, pulled back into its screen; on the primary screen, centred, when there is no memory of it or
 * its screen is gone. `screens` are work areas, the primary one first.
 */
export function placeWindow(remembered: Area | null, screens: readonly Area[]): Area {
  const primary = screens[0] ?? { x: 0, y: 0, ...preferred };
  const screen = remembered === null ? undefined : screens.find((candidate) => overlap(remembered, candidate) >= visiblePoints);
  if (remembered === null || screen === undefined) return centred(primary);
  const width = within(remembered.width, smallest.width, screen.width);
  const height = within(remembered.height, smallest.height, screen.height);
  return {
    x: within(remembered.x, screen.x, screen.x + screen.width - width),
    y: within(remembered.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

function centred(screen: Area): Area {
  const width = Math.min(preferred.width, screen.width);
  const height = Math.min(preferred.height, screen.height);
  return { x: Math.round(screen.x + (screen.width - width) / 2), y: Math.round(screen.y + (screen.height - height) / 2), width, height };
}

/** The smaller side of what two areas share; negative when they are apart. */
function overlap(a: Area, b: Area): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(wide, high);
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
