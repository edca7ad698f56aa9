import { Input, Select } from 'antd';
import { useTexts } from '../i18n/useTexts';
import { FieldFrame, useControl } from './FieldFrame';
import { type FieldProps, optionsOf, textOf } from './fields';
import { useFormAccess } from './FormAccess';
import { fieldId, getPath } from './paths';
import styles from './PersonControl.module.css';

/** A person: name, kind of identifier and the identifier. */
export function PersonControl({ component, path }: FieldProps) {
  const { t } = useTexts('application');
  const { values, state, change, touch } = useFormAccess();
  const { status, disabled } = useControl(component, path);
  const at = (key: string) => `${path}.${key}`;
  const kinds = optionsOf(component, path, state);
  const input = (key: 'name' | 'idType' | 'idNumber') => ({
    id: fieldId(at(key)),
    status,
    disabled,
    value: textOf(getPath(values, at(key))),
    onBlur: () => touch(path),
  });
  return (
    <FieldFrame component={component} path={path} group>
      <div className={styles.person}>
        <div>
          <label htmlFor={fieldId(at('name'))}>{t('person.name')}</label>
          <Input {...input('name')} onChange={(event) => change(at('name'), event.target.value)} />
        </div>
        <div>
          <label htmlFor={fieldId(at('idType'))}>{t('person.idType')}</label>
          {kinds.length > 0 ? (
            <Select
              {...input('idType')}
              style={{ width: '100%' }}
              options={kinds}
              onChange={(kind) => change(at('idType'), kind)}
            />
          ) : (
            <Input {...input('idType')} onChange={(event) => change(at('idType'), event.target.value)} />
          )}
        </div>
        <div>
          <label htmlFor={fieldId(at('idNumber'))}>{t('person.idNumber')}</label>
          <Input {...input('idNumber')} onChange={(event) => change(at('idNumber'), event.target.value)} />
        </div>
      </div>
    </FieldFrame>
  );
}
