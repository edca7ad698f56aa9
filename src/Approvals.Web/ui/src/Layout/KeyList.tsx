import { Modal } from 'antd';
import styles from './KeyList.module.css';

interface Props {
  open: boolean;
  close: () => void;
  title: string;
  keys: readonly { key: string; text: string }[];
}

/** All keys of a page with what they do. */
export function KeyList({ open, close, title, keys }: Props) {
  return (
    <Modal open={open} onCancel={close} footer={null} title={title}>
      <dl className={styles.keys}>
        {keys.map(({ key, text }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
