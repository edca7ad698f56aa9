import type { Flow } from '../../api/flow';
import type { Spot } from './commands';
import type { Layout } from './layout';
import { plusOf, standsOf, wayId } from './wayStands';

const reach = 90;

/** The place that something was dropped at: the nearest + that is in reach and not beside itself. */
export function nearestSpot(flow: Flow, layout: Layout, at: { x: number; y: number }, moved: string): Spot | undefined {
  const stands = standsOf(layout.ways, new Map(flow.steps.map((step) => [step.id, step])), layout.places);
  const found = layout.ways
    .filter((way) => way.source !== moved && way.target !== moved && way.port !== '')
    .map((way) => {
      const [source, target] = [layout.places.get(way.source), layout.places.get(way.target)];
      const stand = stands.get(wayId(way));
      if (source === undefined || target === undefined || stand === undefined) {
        return { way, distance: Infinity };
      }
      const plus = plusOf(
        { x: source.x + source.width / 2, y: source.y + source.height },
        { x: target.x + target.width / 2, y: target.y },
        stand,
      );
      return { way, distance: Math.hypot(plus.x - at.x, plus.y - at.y) };
    })
    .sort((a, b) => a.distance - b.distance)[0];
  return found && found.distance < reach
    ? { after: found.way.source, port: found.way.port, target: found.way.target }
    : undefined;
}
