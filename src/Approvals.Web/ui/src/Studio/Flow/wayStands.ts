import type { FlowStep, FlowWay } from '../../api/flow';
import type { Place } from './layout';

interface Point {
  x: number;
  y: number;
}

/** How the name of a way's outcome and its + stand. */
export interface WayStand {
  /** The outcome's name, where its step has several. */
  label: string | undefined;
  /** Others meet it, and its step has no other: the + stands right below that step. */
  above: boolean;
  /** Others meet it, and its step has more: both stand beside that step, this far from its middle and its lower edge. */
  aside: { label: number; plus: number; down: number } | undefined;
}

export const wayId = ({ source, port, target }: FlowWay) => `${source}:${port}>${target}`;

/** Half of what stands right below a step itself, at least. */
const column = 30;
/** How far below a step its ways part; what leads to the left stands lower, for what leads to the right from a neighbour may reach as far. */
const down = { right: 22, left: 42 };
const plusWidth = 28;
const isWide = (letter: string) => letter.charCodeAt(0) > 0x2e7f;
/** About as wide as a name is drawn, in pixels. */
const widthOf = (label: string) =>
  Math.min(
    150,
    Array.from(label).reduce((sum, one) => sum + (isWide(one) ? 12 : 6.5), 14),
  );

/** Where names and + stand so that none lies on another: at a target of its own or straight below, else at the source. */
export function standsOf(
  ways: readonly FlowWay[],
  steps: ReadonlyMap<string, FlowStep>,
  places: ReadonlyMap<string, Place>,
): Map<string, WayStand> {
  const count = (end: (way: FlowWay) => string) => {
    const counts = new Map<string, number>();
    ways.forEach((way) => counts.set(end(way), (counts.get(end(way)) ?? 0) + 1));
    return counts;
  };
  const [leaving, entering] = [count((way) => way.source), count((way) => way.target)];
  const taken = new Map<string, number>();
  const straight = straightOf(ways, places);
  const nameOf = (way: FlowWay) => steps.get(way.source)?.ports.find(({ port }) => port === way.port)?.name ?? way.port;
  const isStraight = (way: FlowWay) => (entering.get(way.target) ?? 0) === 1 || straight.get(way.target) === wayId(way);
  const below = new Map(
    ways
      .filter((way) => isStraight(way) && Math.abs(middle(places.get(way.source)) - middle(places.get(way.target))) < 1)
      .map((way) => [way.source, widthOf(nameOf(way)) / 2 + 8]),
  );
  return new Map(
    ways.map((way): [string, WayStand] => {
      const isShared = (entering.get(way.target) ?? 0) > 1;
      const parts = (leaving.get(way.source) ?? 0) > 1;
      if (!parts) {
        return [wayId(way), { label: undefined, above: isShared, aside: undefined }];
      }
      const label = nameOf(way);
      if (isStraight(way)) {
        return [wayId(way), { label, above: false, aside: undefined }];
      }
      const side = middle(places.get(way.target)) < middle(places.get(way.source)) ? -1 : 1;
      const begin = taken.get(`${way.source} ${side}`) ?? Math.max(column, below.get(way.source) ?? 0);
      const plus = begin + widthOf(label) + plusWidth / 2;
      taken.set(`${way.source} ${side}`, plus + plusWidth / 2);
      return [
        wayId(way),
        {
          label,
          above: false,
          aside: {
            label: side * (begin + widthOf(label) / 2),
            plus: side * plus,
            down: side < 0 ? down.left : down.right,
          },
        },
      ];
    }),
  );
}

/** Of the ways into each step the one that comes straight down from the nearest step above it. */
function straightOf(ways: readonly FlowWay[], places: ReadonlyMap<string, Place>): Map<string, string> {
  const nearest = new Map<string, { y: number; id: string }>();
  for (const way of ways) {
    const [source, target] = [places.get(way.source), places.get(way.target)];
    const isAbove = source && target && source.y < target.y && Math.abs(middle(source) - middle(target)) < 1;
    if (isAbove && source.y > (nearest.get(way.target)?.y ?? -Infinity)) {
      nearest.set(way.target, { y: source.y, id: wayId(way) });
    }
  }
  return new Map([...nearest].map(([target, { id }]) => [target, id]));
}

const middle = (place: Place | undefined) => (place === undefined ? 0 : place.x + place.width / 2);

/** Where the + of a way stands. */
export function plusOf(source: Point, target: Point, stand: Pick<WayStand, 'above' | 'aside'>): Point {
  if (stand.aside !== undefined) {
    return { x: source.x + stand.aside.plus, y: source.y + stand.aside.down };
  }
  return stand.above ? { x: source.x, y: source.y + down.right } : { x: target.x, y: target.y - 22 };
}
