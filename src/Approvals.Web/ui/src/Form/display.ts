import type { ComponentDto } from '../api/contract';
import type { Texts } from '../i18n/useTexts';
import { textOf, textsOf } from './fields';
import { isObject } from './paths';

type T = Texts<'application'>;

/** An answer in words. The server has masked what must be; lists of rows are drawn by their own component. */
export function displayValue(component: ComponentDto, value: unknown, t: T): string {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  switch (component.type) {
    case 'checkbox':
      return value === true ? t('common:yes') : value === false ? t('common:no') : textOf(value);
    case 'consent':
      return value === true || (isObject(value) && value.given === true) ? t('agreed') : t('notAgreed');
    case 'daterange':
      return isObject(value) ? `${textOf(value.from)} ${t('common:to')} ${textOf(value.to)}` : textOf(value);
    case 'person':
      return isObject(value)
        ? [value.name, optionLabel(component, textOf(value.idType)), value.idNumber]
            .map(textOf)
            .filter(Boolean)
            .join(' · ')
        : textOf(value);
    case 'checklist':
      return textsOf(value)
        .map((entry) => optionLabel(component, entry))
        .join(t('common:listComma'));
    case 'radio':
    case 'select':
      return optionLabel(component, textOf(value));
    case 'number':
    case 'expression':
      return component.unit ? `${textOf(value)} ${component.unit}` : textOf(value);
    default:
      return Array.isArray(value) ? value.map(textOf).join(t('common:listComma')) : textOf(value);
  }
}

function optionLabel(component: ComponentDto, value: string): string {
  return component.options?.find((option) => option.value === value)?.label ?? value;
}
