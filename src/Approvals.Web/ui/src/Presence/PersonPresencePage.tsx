import { useParams } from 'react-router';
import { LedgerView } from './LedgerView';

/** The days of somebody the reader looks after. */
export default function PersonPresencePage() {
  const { id } = useParams();
  return <LedgerView person={id ?? ''} />;
}
