import { Radio } from 'antd';
import { useTexts } from '../../../i18n/useTexts';
import { useDraft } from '../../Shell/DraftContext';
import styles from '../Flow.module.css';
import type { FieldProps } from './SettingField';
import { listOf, mapOf, type Raw, textOf, textsOf } from './values';

const rights = ['editable', 'readOnly', 'hidden'] as const;
type Right = (typeof rights)[number];

/** Field by field: changed, read only, or not seen. */
export function PermissionsEditor({ value, disabled, change }: FieldProps) {
  const { t } = useTexts('flow');
  const { draft, file } = useDraft();
  const known = mapOf(value);
  const lists = Object.fromEntries(rights.map((right) => [right, textsOf(known[right])])) as Record<Right, string[]>;
  const forms = draft.files
    .filter((one) => one.path.startsWith('forms/') && one.path.endsWith('.json'))
    .map((one) => file(one.path));
  const fields = new Map(forms.flatMap((form) => fieldsOf(mapOf(form).components)));
  rights.flatMap((right) => lists[right]).forEach((key) => !fields.has(key) && fields.set(key, key));
  const set = (key: string, right: Right) => {
    const next = Object.fromEntries(
      rights.map((one) => [
        one,
        one === right
          ? [...lists[one].filter((other) => other !== key), key]
          : lists[one].filter((other) => other !== key),
      ]),
    );
    change({
      ...known,
      ...Object.fromEntries(Object.entries(next).filter(([name, keys]) => keys.length > 0 || name in known)),
    });
  };
  if (fields.size === 0) {
    return <p className={styles.help}>{t('fields.none')}</p>;
  }
  return (
    <div className={styles.matrix} tabIndex={0} role="region" aria-label={t('fields.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('fields.field')}</th>
            {rights.map((right) => (
              <th key={right} scope="col">
                {t(`fields.${right}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...fields].map(([key, label]) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {rights.map((right) => (
                <td key={right}>
                  <Radio
                    checked={lists[right].includes(key)}
                    disabled={disabled}
                    aria-label={`${label}${t('comma')}${t(`fields.${right}`)}`}
                    onChange={() => set(key, right)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The fields of a form with their labels, those in groups too. */
function fieldsOf(components: unknown): [string, string][] {
  return listOf(components).flatMap((one: Raw): [string, string][] => {
    const inner = fieldsOf(one.components);
    const label =
      typeof one.label === 'string'
        ? one.label
        : textOf(mapOf(one.label)[document.documentElement.lang]) || textOf(mapOf(one.label)['zh-CN']);
    return typeof one.key === 'string' && inner.length === 0 ? [[one.key, label === '' ? one.key : label]] : inner;
  });
}
