import { Checkbox, Radio } from 'antd';
import type { ComponentDto } from '../api/contract';
import { FieldFrame, FieldLabel, useControl } from './FieldFrame';
import { type FieldProps, optionsOf, textOf, textsOf } from './fields';
import { useFormAccess } from './FormAccess';
import { getPath, isObject } from './paths';
import styles from './ChoiceControls.module.css';

export function RadioControl({ component, path }: FieldProps) {
  const { values, state, change, touch } = useFormAccess();
  const { disabled } = useControl(component, path);
  return (
    <FieldFrame component={component} path={path} group>
      <Radio.Group
        className={styles.choices}
        disabled={disabled}
        value={textOf(getPath(values, path))}
        onChange={(event) => {
          change(path, event.target.value);
          touch(path);
        }}
        options={optionsOf(component, path, state)}
      />
    </FieldFrame>
  );
}

export function ChecklistControl({ component, path }: FieldProps) {
  const { values, state, change, touch } = useFormAccess();
  const { disabled } = useControl(component, path);
  return (
    <FieldFrame component={component} path={path} group>
      <Checkbox.Group
        className={styles.choices}
        disabled={disabled}
        value={textsOf(getPath(values, path))}
        onChange={(chosen) => {
          change(path, chosen);
          touch(path);
        }}
        options={optionsOf(component, path, state)}
      />
    </FieldFrame>
  );
}

/** A box has no status of its own: the error stands above it. */
function useBoxControl(component: ComponentDto, path: string) {
  const { id, disabled, ...aria } = useControl(component, path);
  return { id, disabled, 'aria-invalid': aria['aria-invalid'], 'aria-describedby': aria['aria-describedby'] };
}

export function CheckboxControl({ component, path }: FieldProps) {
  const { values, change, touch } = useFormAccess();
  const control = useBoxControl(component, path);
  return (
    <FieldFrame component={component} path={path} bare>
      <Checkbox
        {...control}
        checked={getPath(values, path) === true}
        onChange={(event) => {
          change(path, event.target.checked);
          touch(path);
        }}
      >
        <FieldLabel component={component} />
      </Checkbox>
    </FieldFrame>
  );
}

/** What is agreed to stands in full above the box. */
export function ConsentControl({ component, path }: FieldProps) {
  const { values, change, touch } = useFormAccess();
  const control = useBoxControl(component, path);
  const value = getPath(values, path);
  const given = value === true || (isObject(value) && value.given === true);
  return (
    <FieldFrame component={component} path={path} bare>
      {component.text && (
        <div
          className={`prose ${styles.agreement}`}
          tabIndex={0}
          role="group"
          aria-label={component.label}
          dangerouslySetInnerHTML={{ __html: component.text }}
        />
      )}
      <Checkbox
        {...control}
        checked={given}
        onChange={(event) => {
          change(path, event.target.checked);
          touch(path);
        }}
      >
        <FieldLabel component={component} />
      </Checkbox>
    </FieldFrame>
  );
}
