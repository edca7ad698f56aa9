import { type Command, isMap, type Json, type JsonMap } from './json';

const escaped = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');
const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');
const stepsOf = (address: string) => (address === '' ? [] : address.slice(1).split('/'));
const addressOf = (steps: string[]) => steps.map((step) => `/${step}`).join('');

/** An address with one more property. */
export const inside = (address: string, property: string) =>
  property.split('/').reduce((path, step) => `${path}/${escaped(step)}`, address);

function indexOf(list: Json[], step: string): number {
  if (/^\d+$/.test(step)) {
    return Number(step) < list.length ? Number(step) : -1;
  }
  const found = /^\[([^=]+)=(.*)\]$/.exec(step);
  return found === null
    ? -1
    : list.findIndex((item) => isMap(item) && item[unescaped(found[1] ?? '')] === unescaped(found[2] ?? ''));
}

function stepInto(node: Json | undefined, step: string): Json | undefined {
  return Array.isArray(node) ? node[indexOf(node, step)] : isMap(node) ? node[unescaped(step)] : undefined;
}

/** What stands at an address; undefined when nothing does. */
export function find(root: Json | undefined, address: string): Json | undefined {
  return stepsOf(address).reduce<Json | undefined>(stepInto, root);
}

/** The address of an element: by what tells it apart where that is plain, so that it stays right when others add to the list. */
export function elementAddress(list: Json[], at: string, index: number, identity: string | null): string {
  const own = identity === null ? undefined : list[index];
  const name = isMap(own) && identity !== null ? own[identity] : undefined;
  const isPlain =
    typeof name === 'string' &&
    name !== '' &&
    list.filter((item) => isMap(item) && identity !== null && item[identity] === name).length === 1;
  return isPlain ? `${at}/[${identity}=${escaped(name)}]` : `${at}/${index}`;
}

/** The same place as the server's problems name it: with the numbers of list elements. */
export function pointer(root: Json | undefined, address: string): string {
  let node = root;
  return addressOf(
    stepsOf(address).map((step) => {
      const place = Array.isArray(node) ? String(indexOf(node, step)) : step;
      node = stepInto(node, step);
      return place;
    }),
  );
}

/** Writes a value; objects that are missing on the way are written with it. */
export function put(file: string, root: Json | undefined, address: string, value: Json): Command {
  const steps = stepsOf(address);
  let node = root;
  for (const [depth, step] of steps.entries()) {
    const next = stepInto(node, step);
    if (next === undefined && depth < steps.length - 1) {
      const nested = steps
        .slice(depth + 1)
        .reduceRight<Json>((inner, name): JsonMap => ({ [unescaped(name)]: inner }), value);
      return { kind: 'value.set', file, at: addressOf(steps.slice(0, depth + 1)), value: nested };
    }
    node = next;
  }
  return { kind: 'value.set', file, at: address, value };
}

/** Writes a value, or takes the property away where it became empty; nothing when nothing changes. */
export function change(file: string, root: Json | undefined, address: string, value: Json | undefined): Command[] {
  const known = find(root, address);
  if (JSON.stringify(known) === JSON.stringify(value)) {
    return [];
  }
  if (value !== undefined) {
    return [put(file, root, address, value)];
  }
  return known === undefined ? [] : [{ kind: 'value.remove', file, at: address }];
}

/** The document with another value at an address, or without what stands there; as it is where the address leads nowhere. */
export function replaced(root: Json | undefined, address: string, value: Json | undefined): Json | undefined {
  return replacedAt(root, stepsOf(address), value);
}

function replacedAt(node: Json | undefined, steps: readonly string[], value: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return value;
  }
  if (Array.isArray(node)) {
    const index = indexOf(node, step);
    const next = index < 0 ? undefined : replacedAt(node[index], rest, value);
    return index < 0 ? node : node.flatMap((item, at) => (at === index ? (next === undefined ? [] : [next]) : [item]));
  }
  if (!isMap(node)) {
    return node;
  }
  const name = unescaped(step);
  const next = rest.length > 0 && node[name] === undefined ? undefined : replacedAt(node[name], rest, value);
  return next === undefined
    ? Object.fromEntries(Object.entries(node).filter(([known]) => known !== name))
    : { ...node, [name]: next };
}
