import type { PanelDrawDto } from '../api/contract';

/** A draw computed anew from its record alone. */
export interface RepeatedDraw {
  /** By what each one is ordered, by user id: a hash as hexadecimal digits. */
  marks: ReadonlyMap<string, string>;
  /** Whether the same people come out in the same order. */
  isSame: boolean;
}

/** Hashes "seed:user id" of all among whom was drawn, sorts, and takes as many as there were seats. */
export async function repeatDraw({ seed, seats, places }: PanelDrawDto): Promise<RepeatedDraw> {
  const marks = new Map<string, string>();
  const among = places.filter(({ reasons }) => reasons.length === 0);
  for (const { user } of among) {
    marks.set(user, await sha256(`${seed}:${user}`));
  }
  const order = among.map(({ user }) => user).sort((a, b) => ((marks.get(a) ?? '') < (marks.get(b) ?? '') ? -1 : 1));
  const told = places.filter(({ order }) => order > 0).sort((a, b) => a.order - b.order);
  return {
    marks,
    isSame:
      told.length === order.length &&
      told.every(({ user, isDrawn }, index) => user === order[index] && isDrawn === index < seats),
  };
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
