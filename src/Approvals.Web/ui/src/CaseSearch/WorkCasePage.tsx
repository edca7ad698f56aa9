import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { workCaseQuery } from '../api/cases';
import { CaseView } from '../CasePage/CaseView';
import { QueryView } from '../Layout/QueryView';
import styles from './CaseSearch.module.css';

/** A case to read, without a task in it. */
export default function WorkCasePage() {
  const { id = '' } = useParams();
  const found = useQuery(workCaseQuery(id));
  return (
    <div className={styles.page}>
      <QueryView query={found} panels={3}>
        {(data) => <CaseView found={data} staff />}
      </QueryView>
    </div>
  );
}
