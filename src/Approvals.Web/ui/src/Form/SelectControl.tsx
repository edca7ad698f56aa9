import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { listQuery } from '../api/applicant';
import type { OptionDto } from '../api/contract';
import { FieldFrame, useControl } from './FieldFrame';
import { type FieldProps, optionsOf, textOf } from './fields';
import { useFormAccess } from './FormAccess';
import { getPath } from './paths';

export function SelectControl({ component, path }: FieldProps) {
  const { state } = useFormAccess();
  const options = optionsOf(component, path, state);
  if (component.list) {
    return <ListSelect component={component} path={path} list={component.list} />;
  }
  return <PlainSelect component={component} path={path} options={options} />;
}

/** Choices of a named list, searched on the server. */
function ListSelect({ component, path, list }: FieldProps & { list: string }) {
  const { values, service } = useFormAccess();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const known = textOf(getPath(values, path));
  const { data = [] } = useQuery({ ...listQuery(list, asked, service), placeholderData: (before) => before });
  const { data: own = [] } = useQuery({ ...listQuery(list, known, service), enabled: known !== '' });
  const options = [...data, ...own.filter((entry) => !data.some((other) => other.value === entry.value))];
  return <PlainSelect component={component} path={path} options={options} onSearch={setTyped} />;
}

function PlainSelect({
  component,
  path,
  options,
  onSearch,
}: FieldProps & { options: OptionDto[]; onSearch?: (text: string) => void }) {
  const { values, change, touch } = useFormAccess();
  const control = useControl(component, path);
  const value = textOf(getPath(values, path));
  return (
    <FieldFrame component={component} path={path}>
      <Select
        {...control}
        style={{ width: '100%' }}
        value={value === '' ? undefined : value}
        options={options}
        placeholder={component.placeholder ?? undefined}
        allowClear={!component.required}
        showSearch={
          onSearch ? { onSearch, filterOption: false } : options.length > 8 ? { optionFilterProp: 'label' } : false
        }
        onChange={(chosen: string | undefined) => change(path, chosen ?? null)}
        onBlur={() => touch(path)}
      />
    </FieldFrame>
  );
}
