/** Below these window widths a panel leaves the grid and becomes a drawer: first the inspector, then the list. */
export const drawerQueries = { inspector: '(max-width: 1099px)', list: '(max-width: 999px)' } as const;
