import { LedgerView } from './LedgerView';

/** The reader's own days. */
export default function MyPresencePage() {
  return <LedgerView />;
}
