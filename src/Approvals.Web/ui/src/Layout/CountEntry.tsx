import { InputNumber } from 'antd';
import { Entry } from './Entry';

/** A labelled whole number from 1 on, or none. */
export function CountEntry({
  label,
  max,
  value,
  set,
}: {
  label: string;
  max: number;
  value: number | null;
  set: (value: number | null) => void;
}) {
  return (
    <Entry label={label}>
      {(id) => <InputNumber id={id} min={1} max={max} precision={0} value={value} onChange={set} />}
    </Entry>
  );
}
