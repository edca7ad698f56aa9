import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { taskQuery } from '../api/work';
import { QueryView } from '../Layout/QueryView';
import { VoteView } from '../Vote/VoteView';
import { ReviewView } from './ReviewView';

/** A task of staff: a vote has its own page, what a clerk supplies for somebody present is at the counter, everything else is reviewed. */
export default function ReviewPage() {
  const { id = '' } = useParams();
  const task = useQuery(taskQuery(id));
  return (
    <QueryView query={task} panels={3}>
      {(found) =>
        found.atCounter ? (
          <Navigate to={`/work/counter/correct/${found.id}`} replace />
        ) : found.kind === 'vote' ? (
          <VoteView key={found.id} task={found} />
        ) : (
          <ReviewView key={found.id} task={found} reload={() => void task.refetch()} />
        )
      }
    </QueryView>
  );
}
