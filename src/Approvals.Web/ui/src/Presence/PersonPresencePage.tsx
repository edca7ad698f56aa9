import { useParams } from 'react-router';
import styles from '../People/People.module.css';
import { LedgerView } from './LedgerView';

/** The days of somebody the reader looks after. */
export default function PersonPresencePage() {
  const { id } = useParams();
  return (
    <div className={styles.page}>
      <LedgerView person={id ?? ''} />
    </div>
  );
}
