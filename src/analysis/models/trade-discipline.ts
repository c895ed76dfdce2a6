type DisciplineNote =
  /** The last three or more trades all lost: pause. */
  | { readonly code: 'discipline.coolOff'; readonly losses: number; readonly threshold: number }
  /** An open position has gained a fifth: consider taking half. */
  | { readonly code: 'discipline.takeHalf'; readonly symbol: string; readonly gainPercent: number; readonly threshold: number };

const lossesBeforePause = 3;
const halfAtPercent = 20;

/** What the rules of discipline say about closed trades (profit of each, oldest first) and open positions. Source: models.md 1.8. */
export function tradeDiscipline(
  closedProfits: readonly number[],
  open: readonly { readonly symbol: string; readonly gainPercent: number }[],
): DisciplineNote[] {
  let losses = 0;
  while (losses < closedProfits.length && (closedProfits[closedProfits.length - 1 - losses] ?? 0) < 0) losses += 1;
  const notes: DisciplineNote[] = [];
  if (losses >= lossesBeforePause) notes.push({ code: 'discipline.coolOff', losses, threshold: lossesBeforePause });
  for (const { symbol, gainPercent } of open) {
    if (gainPercent >= halfAtPercent) notes.push({ code: 'discipline.takeHalf', symbol, gainPercent, threshold: halfAtPercent });
  }
  return notes;
}
