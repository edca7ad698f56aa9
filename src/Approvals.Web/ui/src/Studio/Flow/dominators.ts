/** For each node that is reached from the first, the last node that every way to it passes; the first has none. */
export function dominatorsOf(start: string, next: (id: string) => readonly string[]): Map<string, string | undefined> {
  const order = postOrder(start, next);
  const place = new Map(order.map((id, index) => [id, index]));
  const before = new Map<string, string[]>();
  for (const id of order) {
    for (const target of next(id)) {
      before.set(target, [...(before.get(target) ?? []), id]);
    }
  }
  const parent = new Map<string, string | undefined>([[start, start]]);
  const meet = (one: string, other: string) => {
    let [a, b] = [one, other];
    while (a !== b) {
      while ((place.get(a) ?? 0) < (place.get(b) ?? 0)) {
        a = parent.get(a) ?? start;
      }
      while ((place.get(b) ?? 0) < (place.get(a) ?? 0)) {
        b = parent.get(b) ?? start;
      }
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const id of order.slice(0, -1).reverse()) {
      const known = (before.get(id) ?? []).filter((from) => parent.has(from));
      const found = known.slice(1).reduce((sum, from) => meet(sum, from), known[0] ?? start);
      if (parent.get(id) !== found) {
        parent.set(id, found);
        changed = true;
      }
    }
  }
  parent.set(start, undefined);
  return parent;
}

function postOrder(start: string, next: (id: string) => readonly string[]): string[] {
  const seen = new Set([start]);
  const order: string[] = [];
  const path: { id: string; at: number }[] = [{ id: start, at: 0 }];
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const target = next(step.id)[step.at++];
    if (target === undefined) {
      order.push(step.id);
      path.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      path.push({ id: target, at: 0 });
    }
  }
  return order;
}
