import type { ComponentType } from 'react';
import type { ComponentDto } from '../api/contract';
import { CheckboxControl, ChecklistControl, ConsentControl, RadioControl } from './ChoiceControls';
import styles from './Components.module.css';
import { DateControl, DateRangeControl } from './DateControls';
import { EmployerControl } from './EmployerControl';
import type { FieldProps } from './fields';
import { FileControl } from './FileControl';
import { useFormAccess } from './FormAccess';
import { NumberControl } from './NumberControl';
import { joinPath } from './paths';
import { PersonControl } from './PersonControl';
import { ComputedField, TableField, TextBlock } from './ReadOnlyFields';
import { RowsControl } from './RowsControl';
import { SelectControl } from './SelectControl';
import { TextControl } from './TextControl';
import { isHidden } from './walk';

const controls: Record<string, ComponentType<FieldProps>> = {
  textfield: TextControl,
  textarea: TextControl,
  number: NumberControl,
  checkbox: CheckboxControl,
  checklist: ChecklistControl,
  radio: RadioControl,
  select: SelectControl,
  date: DateControl,
  daterange: DateRangeControl,
  text: TextBlock,
  dynamiclist: RowsControl,
  table: TableField,
  filepicker: FileControl,
  expression: ComputedField,
  person: PersonControl,
  consent: ConsentControl,
};

/** These show what is closed in their own way; all others as plain text. */
const ownReading = new Set(['text', 'table', 'dynamiclist', 'filepicker', 'consent']);

/** The components that the server shows, in two columns (one on a phone). */
export function Components({ components, prefix = '' }: { components: ComponentDto[]; prefix?: string }) {
  return (
    <div className={styles.grid}>
      {components.map((component) => (
        <One key={component.key} component={component} prefix={prefix} />
      ))}
    </div>
  );
}

function One({ component, prefix }: { component: ComponentDto; prefix: string }) {
  const { state, isOpen } = useFormAccess();
  const path = joinPath(prefix, component.key);
  if (isHidden(state, path)) {
    return null;
  }
  if (component.type === 'group') {
    return (
      <section className={styles.group}>
        {component.label && <h3 className={styles.heading}>{component.label}</h3>}
        <Components components={component.components ?? []} prefix={prefix} />
      </section>
    );
  }
  const closed = (component.readOnly || !isOpen(path)) && !ownReading.has(component.type);
  const own = component.suggest === 'employers' ? EmployerControl : (controls[component.type] ?? TextControl);
  const Control = closed ? ComputedField : own;
  return <Control component={component} path={path} />;
}
