import type { Spot } from './commands';
import type { Layout } from './layout';

const reach = 90;

/** Where the + of a way stands: right below its source when others meet it, else right above its target. */
export function plusOf(source: { x: number; y: number }, target: { x: number; y: number }, above: boolean) {
  return above ? { x: source.x, y: source.y + 22 } : { x: target.x, y: target.y - 22 };
}

/** The place that something was dropped at: the nearest + that is in reach and not beside itself. */
export function nearestSpot(layout: Layout, at: { x: number; y: number }, moved: string): Spot | undefined {
  const entering = new Map<string, number>();
  layout.ways.forEach((way) => entering.set(way.target, (entering.get(way.target) ?? 0) + 1));
  const found = layout.ways
    .filter((way) => way.source !== moved && way.target !== moved && way.port !== '')
    .map((way) => {
      const [source, target] = [layout.places.get(way.source), layout.places.get(way.target)];
      if (source === undefined || target === undefined) {
        return { way, distance: Infinity };
      }
      const plus = plusOf(
        { x: source.x + source.width / 2, y: source.y + source.height },
        { x: target.x + target.width / 2, y: target.y },
        (entering.get(way.target) ?? 0) > 1,
      );
      return { way, distance: Math.hypot(plus.x - at.x, plus.y - at.y) };
    })
    .sort((a, b) => a.distance - b.distance)[0];
  return found && found.distance < reach
    ? { after: found.way.source, port: found.way.port, target: found.way.target }
    : undefined;
}
