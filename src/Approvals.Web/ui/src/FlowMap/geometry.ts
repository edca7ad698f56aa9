import type { FlowMapDto } from '../api/contract';

type Node = Pick<FlowMapDto['nodes'][number], 'id' | 'x' | 'y' | 'width' | 'height'>;

const margin = 24;

/** What a drawing of the blocks takes up, with a margin. */
export function frameOf(nodes: readonly Node[]) {
  const x = Math.min(...nodes.map((node) => node.x)) - margin;
  const y = Math.min(...nodes.map((node) => node.y)) - margin;
  return {
    x,
    y,
    width: Math.max(...nodes.map((node) => node.x + node.width)) + margin - x,
    height: Math.max(...nodes.map((node) => node.y + node.height)) + margin - y,
  };
}

/** The line of a way between two blocks, and where its label stands; undefined where a block is missing. */
export function pathOf(way: { from: string; to: string }, nodes: readonly Node[]) {
  const from = nodes.find((node) => node.id === way.from);
  const to = nodes.find((node) => node.id === way.to);
  if (!from || !to) {
    return undefined;
  }
  const below = to.y > from.y + from.height;
  const ahead = to.x >= from.x + from.width;
  const [x1, y1] =
    below && !ahead ? [from.x + from.width / 2, from.y + from.height] : [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = below && !ahead ? [to.x + to.width / 2, to.y] : [to.x, to.y + to.height / 2];
  const middle = ahead ? x1 + 20 : (x1 + x2) / 2;
  const line =
    below && !ahead
      ? `M${x1} ${y1}V${(y1 + y2) / 2}H${x2}V${y2 - 1}`
      : ahead
        ? `M${x1} ${y1}H${middle}V${y2}H${x2 - 1}`
        : `M${from.x + from.width / 2} ${from.y}V${Math.min(from.y, to.y) - 16}H${to.x + to.width / 2}V${to.y - 1}`;
  return { line, x: below && !ahead ? x1 + 6 : middle + 4, y: below && !ahead ? y1 + 16 : y2 - 6 };
}
