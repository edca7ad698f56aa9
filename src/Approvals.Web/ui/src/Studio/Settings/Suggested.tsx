import { AutoComplete } from 'antd';
import { textIn } from './json';
import type { ControlProps } from './TextControls';

interface Option {
  value: string;
  label: string;
}

/** A text that is chosen from suggestions or typed. */
export function Suggested({ id, describedBy, value, write, disabled, options }: ControlProps & { options: Option[] }) {
  const known = textIn(value);
  return (
    <AutoComplete
      key={known}
      id={id}
      aria-describedby={describedBy}
      disabled={disabled}
      defaultValue={known}
      options={options}
      showSearch={{ filterOption: (typed, option) => matches(typed, option) }}
      onSelect={(picked: string) => void write(picked)}
      onBlur={(event) => {
        const typed = (event.target as HTMLInputElement).value.trim();
        if (typed !== known) {
          void write(typed === '' ? undefined : typed);
        }
      }}
    />
  );
}

const matches = (typed: string, option: Option | undefined) =>
  `${option?.value ?? ''} ${option?.label ?? ''}`.toLowerCase().includes(typed.toLowerCase());
