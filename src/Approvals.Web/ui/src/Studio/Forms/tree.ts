import { elementAddress, inside } from '../Settings/address';
import { isMap, type Json, type JsonMap, listIn, local, mapOf, textIn } from '../Settings/json';
import type { Command } from '../Settings/json';

/** A component of a form with its place. */
export interface Part {
  component: JsonMap;
  address: string;
  /** The list it stands in, and where. */
  list: string;
  index: number;
  parts: Part[];
}

export const holds = (component: Json | undefined) =>
  isMap(component) && (component.type === 'group' || component.type === 'dynamiclist');

/** The components of a form as a tree with addresses. */
export function partsOf(components: Json | undefined, list = '/components'): Part[] {
  const items = listIn(components);
  return items.map((item, index) => {
    const component = mapOf(item);
    const address = elementAddress(items, list, index, component.key === undefined ? 'path' : 'key');
    return { component, address, list, index, parts: partsOf(component.components, inside(address, 'components')) };
  });
}

export function flat(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [part, ...flat(part.parts)]);
}

/** Every key of a form, so that a new one can differ. */
export function keysOf(parts: readonly Part[]): Set<string> {
  return new Set(flat(parts).map(({ component }) => textIn(component.key ?? component.path)));
}

const chosen = new Set(['select', 'radio', 'checklist']);
const plain = new Set(['text', 'table', 'group']);

/** A component of a kind, fit to be shown at once. */
export function freshComponent(type: string, label: { zh: string; en: string }, taken: Set<string>): JsonMap {
  const key = free(taken, type);
  return {
    ...(type === 'dynamiclist' ? { path: key } : plain.has(type) ? {} : { key }),
    type,
    label: local(label.zh, label.en),
    ...(type === 'text' || type === 'consent' ? { text: local(label.zh, label.en) } : {}),
    ...(chosen.has(type)
      ? {
          values: [
            { value: 'a', label: local('选项一', 'First choice') },
            { value: 'b', label: local('选项二', 'Second choice') },
          ],
        }
      : {}),
    ...(type === 'expression' ? { expression: '=null' } : {}),
    ...(type === 'table' ? { dataSource: '=[]', columns: [{ key: 'a', label: local('列', 'Column') }] } : {}),
    ...(type === 'group' || type === 'dynamiclist' ? { components: [] } : {}),
  };
}

/** The same component with keys of its own. */
export function copied(component: JsonMap, taken: Set<string>): JsonMap {
  const copy = structuredClone(component);
  const rename = (one: JsonMap) => {
    for (const name of ['key', 'path'] as const) {
      if (typeof one[name] === 'string') {
        one[name] = free(taken, one[name]);
        taken.add(textIn(one[name]));
      }
    }
    delete one.id;
    listIn(one.components).filter(isMap).forEach(rename);
  };
  rename(copy);
  return copy;
}

function free(taken: Set<string>, wish: string): string {
  for (let number = 1; ; number++) {
    const name = `${wish}${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}

/** The command that brings a part to a gap of a list; none where it would stay where it is or go into itself. */
export function moveTo(file: string, part: Part, list: string, gap: number): Command[] {
  const isSame = list === part.list;
  if ((isSame && (gap === part.index || gap === part.index + 1)) || list.startsWith(`${part.address}/`)) {
    return [];
  }
  const index = isSame && gap > part.index ? gap - 1 : gap;
  return [{ kind: 'value.move', file, at: part.address, to: list, index }];
}

export type Direction = 'up' | 'down' | 'into' | 'out';

/** A step by key or menu: up, down, into the group above, out of the own one. */
export function step(file: string, parts: readonly Part[], part: Part, direction: Direction): Command[] {
  const siblings =
    part.list === '/components'
      ? parts
      : (flat(parts).find((one) => inside(one.address, 'components') === part.list)?.parts ?? []);
  const before = siblings[part.index - 1];
  const owner = flat(parts).find((one) => inside(one.address, 'components') === part.list);
  switch (direction) {
    case 'up':
      return part.index === 0 ? [] : moveTo(file, part, part.list, part.index - 1);
    case 'down':
      return part.index >= siblings.length - 1 ? [] : moveTo(file, part, part.list, part.index + 2);
    case 'into':
      return before !== undefined && holds(before.component)
        ? moveTo(file, part, inside(before.address, 'components'), before.parts.length)
        : [];
    case 'out':
      return owner === undefined ? [] : moveTo(file, part, owner.list, owner.index + 1);
  }
}
