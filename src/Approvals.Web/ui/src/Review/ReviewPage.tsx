import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { taskQuery } from '../api/work';
import { QueryView } from '../Layout/QueryView';
import { VoteView } from '../Vote/VoteView';
import { ReviewView } from './ReviewView';

/** A task of staff: a vote has its own page, everything else is reviewed. */
export default function ReviewPage() {
  const { id = '' } = useParams();
  const task = useQuery(taskQuery(id));
  return (
    <QueryView query={task} panels={3}>
      {(found) =>
        found.kind === 'vote' ? (
          <VoteView key={found.id} task={found} />
        ) : (
          <ReviewView key={found.id} task={found} reload={() => void task.refetch()} />
        )
      }
    </QueryView>
  );
}
