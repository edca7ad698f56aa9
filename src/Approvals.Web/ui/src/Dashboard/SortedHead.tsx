import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import styles from './Dashboard.module.css';

export interface Order<T> {
  by: T;
  down: boolean;
}

interface Props<T> {
  name: string;
  by: T;
  order: Order<T>;
  set: (order: Order<T>) => void;
}

/** The head of a column of numbers: the greatest first, then the least. */
export function SortedHead<T extends string>({ name, by, order, set }: Props<T>) {
  const current = order.by === by;
  return (
    <th
      scope="col"
      className={styles.number}
      aria-sort={current ? (order.down ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" onClick={() => set({ by, down: !current || !order.down })}>
        {name} {current && (order.down ? <ArrowDownOutlined /> : <ArrowUpOutlined />)}
      </button>
    </th>
  );
}
