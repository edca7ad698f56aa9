import type { ComponentDto } from '../../api/contract';
import type { TriedFormDto } from '../../api/designers';
import type { Part } from './tree';

/** What the server draws for each part at the top: a group is a section there, and what stands loose between groups shares one. */
export function drawnAt(parts: readonly Part[], shown: TriedFormDto | undefined): (ComponentDto | undefined)[] {
  const sections = shown?.form.sections ?? [];
  let section = 0;
  let loose = 0;
  return parts.map(({ component }) => {
    if (component.type !== 'group') {
      return sections[section]?.components[loose++];
    }
    if (loose > 0) {
      section++;
      loose = 0;
    }
    const own = sections[section++];
    return own === undefined
      ? undefined
      : { ...blank, key: own.key, label: own.label, help: own.help, components: own.components };
  });
}

const blank: Omit<ComponentDto, 'key' | 'label' | 'help' | 'components'> = {
  type: 'group',
  purpose: null,
  sensitive: false,
  personal: false,
  required: false,
  readOnly: false,
  unit: null,
  min: null,
  max: null,
  maxLength: null,
  placeholder: null,
  options: null,
  list: null,
  minItems: null,
  maxItems: null,
  document: null,
  width: 'full',
  text: null,
  suggest: null,
};
