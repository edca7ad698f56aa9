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
  /** Others meet it, and its step has more: both stand beside that step, this far from its middle. */
  aside: { label: number; plus: number } | undefined;
}

export const wayId = ({ source, port, target }: FlowWay) => `${source}:${port}>${target}`;

/** Half of what stands right below a step itself. */
const column = 30;
const plusWidth = 28;
const isWide = (letter: string) => letter.charCodeAt(0) > 0x2e7f;
/** About as wide as a name is drawn, in pixels. */
const widthOf = (label: string) =>
  Math.min(
    150,
    Array.from(label).reduce((sum, one) => sum + (isWide(one) ? 12 : 6.5), 14),
  );

/** Where names and + stand so that none lies on another: at the target of its own, else at the source. */
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
  return new Map(
    ways.map((way): [string, WayStand] => {
      const isShared = (entering.get(way.target) ?? 0) > 1;
      const parts = (leaving.get(way.source) ?? 0) > 1;
      if (!parts) {
        return [wayId(way), { label: undefined, above: isShared, aside: undefined }];
      }
      const label = steps.get(way.source)?.ports.find(({ port }) => port === way.port)?.name ?? way.port;
      if (!isShared) {
        return [wayId(way), { label, above: false, aside: undefined }];
      }
      const side = middle(places.get(way.target)) < middle(places.get(way.source)) ? -1 : 1;
      const begin = taken.get(`${way.source} ${side}`) ?? column;
      const plus = begin + widthOf(label) + plusWidth / 2;
      taken.set(`${way.source} ${side}`, plus + plusWidth / 2);
      return [
        wayId(way),
        { label, above: false, aside: { label: side * (begin + widthOf(label) / 2), plus: side * plus } },
      ];
    }),
  );
}

const middle = (place: Place | undefined) => (place === undefined ? 0 : place.x + place.width / 2);

/** Where the + of a way stands. */
export function plusOf(source: Point, target: Point, stand: Pick<WayStand, 'above' | 'aside'>): Point {
  if (stand.aside !== undefined) {
    return { x: source.x + stand.aside.plus, y: source.y + 22 };
  }
  return stand.above ? { x: source.x, y: source.y + 22 } : { x: target.x, y: target.y - 22 };
}
