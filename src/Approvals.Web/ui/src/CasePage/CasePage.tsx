import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { caseQuery } from '../api/cases';
import { QueryView } from '../Layout/QueryView';
import { CaseView } from './CaseView';

export default function CasePage() {
  const { id = '' } = useParams();
  const found = useQuery(caseQuery(id));
  return (
    <QueryView query={found} panels={3}>
      {(data) => <CaseView found={data} />}
    </QueryView>
  );
}
