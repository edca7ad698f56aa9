import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useDeferredValue } from 'react';
import { employersQuery } from '../api/applicant';
import { FieldFrame, useControl } from './FieldFrame';
import { type FieldProps, textOf } from './fields';
import { useFormAccess } from './FormAccess';
import { getPath } from './paths';

/** An employer's code: typed, or taken from those whose name or code fits what is typed. */
export function EmployerControl({ component, path }: FieldProps) {
  const { values, change, touch } = useFormAccess();
  const control = useControl(component, path);
  const value = textOf(getPath(values, path));
  const asked = useDeferredValue(value.trim());
  const { data = [] } = useQuery({ ...employersQuery(asked), placeholderData: (before) => before });
  const options = asked.length < 2 || data.some((employer) => employer.uscc === value) ? [] : data;
  return (
    <FieldFrame component={component} path={path}>
      <AutoComplete
        {...control}
        style={{ width: '100%' }}
        value={value}
        placeholder={component.placeholder ?? undefined}
        options={options.map(({ name, uscc }) => ({ value: uscc, label: `${name} ${uscc}` }))}
        onChange={(text: string) => change(path, text)}
        onBlur={() => touch(path)}
      />
    </FieldFrame>
  );
}
