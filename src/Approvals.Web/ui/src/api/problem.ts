import type { FormError } from './contract';
import type { components } from './generated';

type Body = Partial<components['schemas']['ProblemDto']>;

/** A refusal of the server (or of the network on the way there), in words that can be shown. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly reference: string | undefined;
  readonly errors: FormError[];
  readonly data: Record<string, string>;

  constructor(status: number, body: Body) {
    super(body.detail ?? body.title ?? '');
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'network' : 'unknown');
    this.title = body.title ?? '';
    this.reference = body.reference;
    this.errors = body.errors ?? [];
    this.data = body.data ?? {};
  }

  /** The answer never came, or the server itself failed: trying again may help. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  get signedOut(): boolean {
    return this.status === 401;
  }

  /** Someone else changed the thing first. */
  get stale(): boolean {
    return this.status === 409 || this.status === 412;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  try {
    return new Problem(response.status, (await response.json()) as Body);
  } catch {
    return new Problem(response.status, {});
  }
}

/** What happened, for a sentence beside a button. */
export function messageOf(error: unknown): string | undefined {
  return error instanceof Problem && error.message !== '' ? error.message : undefined;
}
