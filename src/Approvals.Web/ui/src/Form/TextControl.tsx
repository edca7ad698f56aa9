import { Input } from 'antd';
import { FieldFrame, useControl } from './FieldFrame';
import { type FieldProps, textOf } from './fields';
import { useFormAccess } from './FormAccess';
import { getPath } from './paths';

export function TextControl({ component, path }: FieldProps) {
  const { values, change, touch } = useFormAccess();
  const { ...control } = useControl(component, path);
  const shared = {
    ...control,
    value: textOf(getPath(values, path)),
    maxLength: component.maxLength ?? undefined,
    placeholder: component.placeholder ?? undefined,
    onBlur: () => touch(path),
  };
  return (
    <FieldFrame component={component} path={path}>
      {component.type === 'textarea' ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 3, maxRows: 12 }}
          onChange={(event) => change(path, event.target.value)}
        />
      ) : (
        <Input {...shared} autoComplete="off" onChange={(event) => change(path, event.target.value)} />
      )}
    </FieldFrame>
  );
}
