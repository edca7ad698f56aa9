import { tabOf } from './tabs';

/** Something of a draft: its file, and where in it. */
interface Standing {
  file: string;
  activity?: string | null;
  place?: string | null;
  decision?: string | null;
}

/** A file's name in its folder, without its end. */
const nameOf = (file: string, end: RegExp) => file.slice(file.indexOf('/') + 1).replace(end, '');

/** Where something of a draft is worked on: the page of its file, opened at it. */
export function addressOf(id: string, { file, activity, place, decision }: Standing): string {
  const tab = tabOf({ file });
  const query = new URLSearchParams({ file: tab === 'tables' ? nameOf(file, /$/) : file });
  if (tab === 'forms') {
    query.set('form', nameOf(file, /\.json$/));
  }
  if (tab === 'letters') {
    query.set('letter', nameOf(file, /\.(zh-CN|en)\.md$/));
  }
  if (file.startsWith('dictionaries/')) {
    query.set('section', 'dictionaries');
  }
  for (const [name, value] of Object.entries({ activity, place, decision })) {
    if (value) {
      query.set(name, value);
    }
  }
  return `/studio/${id}/${tab}?${query.toString()}`;
}
