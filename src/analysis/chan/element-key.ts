// What tells an element apart from others of its list for as long as it lives, in times of bars, so that more history in front changes
// nothing: its end, its range and its sureness may move, the bar it begins at does not.

export function lineKey(line: { beginBar: number; direction: 1 | -1 }, time: Float64Array): string {
  return `${time[line.beginBar]} ${line.direction === 1 ? 'up' : 'down'}`;
}

export function zoneKey(zone: { beginBar: number }, time: Float64Array): string {
  return `${time[zone.beginBar]}`;
}

export function pointKey(point: { bar: number; isBuy: boolean }, type: string, time: Float64Array): string {
  return `${time[point.bar]} ${point.isBuy ? 'buy' : 'sell'} ${type}`;
}
