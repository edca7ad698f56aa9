import type { Command } from '../../api/studio';

/** A command in a line: what it is about, and what is to stand there. */
export function told({ file, at, to, value }: Command): string {
  const place = at
    ?.split('/')
    .filter(Boolean)
    .map((step) => /^\[[^=]+=(.*)\]$/.exec(step)?.[1] ?? step)
    .join(' › ');
  const where = [file, place].filter(Boolean).join(' · ');
  const goal = value === undefined ? to : shown(value);
  return goal === undefined ? where : `${where} → ${goal}`;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(named(value));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** Of a thing with a name, its name. */
function named(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    const known = value as Record<string, unknown>;
    return known.label ?? known.name ?? known.key ?? known.id ?? value;
  }
  return value;
}
