import { type Command, isMap, type Json, mapOf } from '../Settings/json';
import { flowFiles, formSteps } from './steps';

/** Where a form is named: what follows a new id by itself, and files whose expressions have to be looked at. */
export function formUses(form: string, to: string, paths: readonly string[], file: (path: string) => unknown) {
  const commands: Command[] = [];
  const followed: string[] = [];
  for (const path of flowFiles(paths)) {
    for (const step of formSteps(file(path) as Json | undefined, 'en').filter((one) => one.form === form)) {
      const isPlain = !isMap(step.activity.form);
      commands.push({
        kind: 'value.set',
        file: path,
        at: `${step.address}/form${isPlain ? '' : '/expression/value'}`,
        value: to,
      });
      followed.push(step.name);
    }
  }
  if (mapOf(mapOf(file('service.json') as Json | undefined).eligibility).form === form) {
    commands.push({ kind: 'value.set', file: 'service.json', at: '/eligibility/form', value: to });
    followed.push('service.json');
  }
  const named = new RegExp(`\\bform\\.${form.replace(/[^\w]/g, '\\$&')}\\b`);
  const left = paths.filter((path) => path !== `forms/${form}.json` && named.test(textOf(file(path))));
  return { commands, followed, left };
}

const textOf = (content: unknown) =>
  typeof content === 'string' ? content : content === undefined ? '' : JSON.stringify(content);
