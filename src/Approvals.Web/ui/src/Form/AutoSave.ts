import type { FormStateDto, FormValues, SavedDto } from '../api/contract';
import { Problem } from '../api/problem';
import { setPath, topKey } from './paths';

export type SaveStatus = 'saved' | 'pending' | 'saving' | 'failed' | 'stale';
export interface Saved {
  state: FormStateDto;
  values: FormValues;
  etag: string;
  savedAt: string | null;
  status: SaveStatus;
}
type Save = (values: FormValues, etag: string) => Promise<SavedDto>;

const pause = 600;
const again = 8_000;

/**
 * Keeps the answers on the server while they are typed: one request at a time, only the keys that changed, and what is
 * typed meanwhile always wins over what the server answers.
 */
export class AutoSave {
  private current: Saved;
  private dirty: FormValues = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly save: Save;

  constructor(start: { state: FormStateDto; etag: string; savedAt: string | null }, save: Save) {
    this.save = save;
    this.current = { ...start, values: start.state.values, status: 'saved' };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Saved => this.current;

  readonly change = (path: string, value: unknown): void => {
    const values = setPath(this.current.values, path, value);
    const key = topKey(path);
    this.dirty = { ...this.dirty, [key]: values[key] ?? null };
    this.publish({ values, status: this.current.status === 'stale' ? 'stale' : 'pending' });
    this.schedule(pause);
  };

  /** Takes over a state that the server gave for another reason, such as a full check. */
  readonly adopt = (state: FormStateDto): void => this.publish({ state, values: { ...state.values, ...this.dirty } });

  /** Saves now, and again what was typed meanwhile; false when it could not be saved. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    if (this.running) {
      await this.running;
    }
    while (Object.keys(this.dirty).length > 0) {
      if (!(await this.saveOnce())) {
        return false;
      }
    }
    return this.current.status !== 'stale';
  };

  /** Asks the server to look again, though no answer changed: after an upload, say. */
  readonly refresh = async (): Promise<boolean> => ((await this.flush()) ? this.saveOnce() : false);

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private saveOnce(): Promise<boolean> {
    this.running ??= this.send().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async send(): Promise<boolean> {
    const sent = this.dirty;
    this.publish({ status: 'saving' });
    try {
      const { state, etag, savedAt } = await this.save(sent, this.current.etag);
      this.dirty = Object.fromEntries(Object.entries(this.dirty).filter(([key, value]) => sent[key] !== value));
      const status = Object.keys(this.dirty).length === 0 ? 'saved' : 'pending';
      this.publish({ state, etag, savedAt, status, values: { ...state.values, ...this.dirty } });
      return true;
    } catch (error) {
      const stale = error instanceof Problem && error.stale;
      this.publish({ status: stale ? 'stale' : 'failed' });
      if (!stale) {
        this.schedule(again);
      }
      return false;
    }
  }

  private publish(change: Partial<Saved>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
