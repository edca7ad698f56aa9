import type { SettingDto } from '../../api/designers';
import { isMap, type Json, type JsonMap, local, localIn, textIn } from './json';

/** A record with what it cannot do without. */
export function freshRecord(setting: SettingDto, list: Json[]): JsonMap {
  const needed = setting.settings
    .filter((inner) => inner.required)
    .map((inner) => [inner.name, freshValue(inner)] as const);
  const record: JsonMap = Object.fromEntries(needed);
  return withIdentity(record, setting, list, 'new');
}

/** The same record under a name of its own. */
export function copiedRecord(record: Json, setting: SettingDto, list: Json[]): Json {
  return isMap(record)
    ? withIdentity(structuredClone(record), setting, list, textIn(record[setting.identity ?? '']) || 'new')
    : record;
}

/** What a record is called: its label, else what tells it apart. */
export function recordName(record: Json, setting: SettingDto, language: string): string {
  if (!isMap(record)) {
    return textIn(record);
  }
  const named = ['name', 'label', 'title', 'text', 'message']
    .map((key) => localIn(record[key], language))
    .find(Boolean);
  return named ?? textIn(record[setting.identity ?? '']);
}

function withIdentity(record: JsonMap, setting: SettingDto, list: Json[], wish: string): JsonMap {
  const identity = setting.settings.find((inner) => inner.name === setting.identity);
  return identity?.kind !== 'text' ? record : { ...record, [identity.name]: unused(list, identity.name, wish) };
}

/** A name that no record of the list has. */
export function unused(list: Json[], identity: string, wish: string): string {
  const taken = new Set(list.map((item) => (isMap(item) ? item[identity] : undefined)));
  if (!taken.has(wish) && wish !== 'new') {
    return wish;
  }
  for (let number = 1; ; number++) {
    const name = `${wish}-${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}

function freshValue(setting: SettingDto): Json {
  switch (setting.kind) {
    case 'localText':
    case 'localLongText':
    case 'localMarkdown':
      return local('', '');
    case 'whole':
    case 'number':
      return Math.max(setting.least ?? 0, 1);
    case 'choice':
      return setting.options[0]?.value ?? '';
    case 'choices':
      return setting.options[0] === undefined ? [] : [setting.options[0].value];
    case 'references':
    case 'texts':
      return [];
    case 'feel':
    case 'condition':
      return '=true';
    case 'dayOfYear':
      return '01-01';
    case 'time':
      return '09:00';
    default:
      return '';
  }
}
