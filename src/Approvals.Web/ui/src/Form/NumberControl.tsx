import { Input } from 'antd';
import { useState } from 'react';
import { FieldFrame, useControl } from './FieldFrame';
import { type FieldProps, numberOf, textOf } from './fields';
import { useFormAccess } from './FormAccess';
import { getPath } from './paths';

/** A number as text with a decimal keyboard: no wheel, no rounding; “3.” may stand while it is typed. */
export function NumberControl({ component, path }: FieldProps) {
  const { values, change, touch } = useFormAccess();
  const control = useControl(component, path);
  const known = textOf(getPath(values, path));
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <FieldFrame component={component} path={path}>
      <Input
        {...control}
        inputMode="decimal"
        autoComplete="off"
        suffix={component.unit ?? undefined}
        placeholder={component.placeholder ?? undefined}
        value={typed ?? known}
        onChange={(event) => {
          setTyped(event.target.value);
          change(path, numberOf(event.target.value));
        }}
        onBlur={() => {
          setTyped(null);
          touch(path);
        }}
      />
    </FieldFrame>
  );
}
