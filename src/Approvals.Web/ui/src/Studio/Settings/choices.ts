import { isMap, type Json, listIn, localIn, mapOf, textIn } from './json';

export interface Choice {
  value: string;
  label: string;
}

/** Steps of a flow by id, those inside other steps included. */
export function activitiesIn(node: Json | undefined, language: string): Choice[] {
  if (Array.isArray(node)) {
    return node.flatMap((item) => activitiesIn(item, language));
  }
  if (!isMap(node)) {
    return [];
  }
  const inner = Object.entries(node)
    .filter(([key]) => key !== 'connections' && key !== 'metadata')
    .flatMap(([, value]) => activitiesIn(value, language));
  const id = textIn(node.id);
  const isStep = typeof node.type === 'string' && node.type.includes('.') && id !== '';
  return isStep && !containers.test(textIn(node.type))
    ? [{ value: id, label: `${stepName(node, language)} · ${id}` }, ...inner]
    : inner;
}

const containers = /\.(Flowchart|Sequence|Parallel|Container)$/;

/** What people call a step. */
export function stepName(activity: Json | undefined, language: string): string {
  const step = mapOf(activity);
  const title =
    mapOf(mapOf(step.customProperties).approvals).title ?? mapOf(mapOf(step.customProperties).approvals).name;
  const display = mapOf(step.metadata).displayText ?? step.name;
  return localIn(title ?? display, language) || textIn(step.id);
}

/** Fields of a form by path, those of groups and rows included. */
export function fieldsIn(components: Json | undefined, language: string, around = ''): Choice[] {
  return listIn(components).flatMap((item) => {
    const component = mapOf(item);
    const key = textIn(component.path ?? component.key);
    const path = key === '' ? around : around === '' ? key : `${around}.${key}`;
    const own =
      key === '' || component.type === 'group'
        ? []
        : [{ value: path, label: `${localIn(component.label, language)} · ${path}` }];
    return [...own, ...fieldsIn(component.components, language, component.type === 'dynamiclist' ? `${path}[]` : path)];
  });
}

/** Names of the decisions of a DMN file. */
export function decisionsIn(xml: string): Choice[] {
  return [...xml.matchAll(/<(?:\w+:)?decision\s[^>]*?>/g)].map(([tag]) => {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1] ?? '';
    return { value: name, label: `${/\slabel="([^"]*)"/.exec(tag)?.[1] ?? name} · ${name}` };
  });
}

/** Records of service.json as choices: their identity and what people call them. */
export function recordsIn(list: Json | undefined, identity: string, language: string): Choice[] {
  return listIn(list).map((item) => {
    const record = mapOf(item);
    const value = textIn(record[identity]);
    return { value, label: `${localIn(record.name, language) || value} · ${value}` };
  });
}

/** The file names of a folder without folder and ending. */
export function namesIn(paths: readonly string[], folder: string, ending: string): Choice[] {
  const names = paths
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending))
    .map((path) => path.slice(folder.length + 1, -ending.length));
  return names.map((name) => ({ value: name, label: name }));
}
