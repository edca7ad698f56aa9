const cookie = 'XSRF-TOKEN=';

/** The antiforgery token of this session; asked for once, and again after signing in or out. */
export async function antiforgery(): Promise<string> {
  if (known() === undefined) {
    await renewAntiforgery();
  }
  return known() ?? '';
}

export async function renewAntiforgery(): Promise<void> {
  await fetch('/api/antiforgery', { credentials: 'same-origin' }).catch(() => undefined);
}

function known(): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(cookie));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice(cookie.length));
}
