/** Which of seven shades a change in percent takes, from −3 (a fall of 3 % or more) to 3; null without a change. */
export function changeStep(changePercent: number | null): number | null {
  if (changePercent === null || !Number.isFinite(changePercent)) return null;
  const size = Math.abs(changePercent);
  const step = size >= 3 ? 3 : size >= 1 ? 2 : size >= 0.1 ? 1 : 0;
  return step === 0 ? 0 : step * Math.sign(changePercent);
}
