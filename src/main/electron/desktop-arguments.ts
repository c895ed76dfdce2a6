/** What the installed app understands of its command line; everything else is left to Chromium or ignored. */
interface DesktopArguments {
  /** The arguments of the command line after `--cli`; null opens the window. */
  readonly cli: readonly string[] | null;
  readonly profile: string | null;
}

export function desktopArguments(argv: readonly string[]): DesktopArguments {
  const cliAt = argv.indexOf('--cli');
  if (cliAt >= 0) return { cli: argv.slice(cliAt + 1), profile: null };
  const profileAt = argv.indexOf('--profile');
  return { cli: null, profile: profileAt >= 0 ? (argv[profileAt + 1] ?? null) : null };
}
