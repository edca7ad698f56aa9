/** A name in both languages, as the server keeps it. */
interface Names {
  'zh-CN': string;
  en: string;
}

/** Both names, or empty ones for something new. */
export const namesOf = (names: unknown): Names => (names as Names | undefined) ?? { 'zh-CN': '', en: '' };
