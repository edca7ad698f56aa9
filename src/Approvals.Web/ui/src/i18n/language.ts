export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'approvals.language';
let current: Language = remembered();

function remembered(): Language {
  const known = localStorage.getItem(storageKey);
  return known === 'en' ? 'en' : 'zh-CN';
}

/** The language the page is shown in; the server is asked for the same. */
export function language(): Language {
  return current;
}

export function rememberLanguage(chosen: Language): void {
  current = chosen;
  localStorage.setItem(storageKey, chosen);
}
