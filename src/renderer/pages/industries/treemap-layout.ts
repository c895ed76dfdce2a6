/** A rectangle of the map, in units of its width and height. */
export interface Tile<Item> {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Divides a rectangle among items by weight, each as near to a square as the order by weight allows (squarified treemap, Bruls, Huizing
 * and van Wijk 2000). Items without a positive weight get no tile.
 */
export function treemapLayout<Item>(items: readonly Item[], weightOf: (item: Item) => number, width: number, height: number): Tile<Item>[] {
  const weighed = items.map((item) => ({ item, weight: weightOf(item) })).filter(({ weight }) => weight > 0).sort((left, right) => right.weight - left.weight);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const areas = weighed.map(({ item, weight }) => ({ item, area: (weight / total) * width * height }));
  const tiles: Tile<Item>[] = [];
  let room: Room = { x: 0, y: 0, width, height };
  for (let at = 0; at < areas.length; ) {
    const side = Math.min(room.width, room.height);
    let count = 1;
    while (at + count < areas.length && worstShape(areas.slice(at, at + count + 1), side) <= worstShape(areas.slice(at, at + count), side)) count += 1;
    const row = areas.slice(at, at + count);
    // Rounding must not push the last rows out of the room.
    const thickness = Math.min(row.reduce((sum, { area }) => sum + area, 0) / side, Math.max(room.width, room.height));
    let along = 0;
    for (const { item, area } of row) {
      const length = thickness > 0 ? Math.min(area / thickness, side - along) : 0;
      tiles.push(
        room.width >= room.height
          ? { item, x: room.x, y: room.y + along, width: thickness, height: length }
          : { item, x: room.x + along, y: room.y, width: length, height: thickness },
      );
      along += length;
    }
    room = room.width >= room.height
      ? { ...room, x: room.x + thickness, width: Math.max(0, room.width - thickness) }
      : { ...room, y: room.y + thickness, height: Math.max(0, room.height - thickness) };
    at += count;
  }
  return tiles;
}

/** The longer side ÷ the shorter one of the least square tile in a row along `side`. */
function worstShape(row: readonly { readonly area: number }[], side: number): number {
  const sum = row.reduce((total, { area }) => total + area, 0);
  const least = row.reduce((low, { area }) => Math.min(low, area), Infinity);
  const most = row.reduce((high, { area }) => Math.max(high, area), 0);
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least));
}
