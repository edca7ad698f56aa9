import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { taskQuery } from '../api/work';
import { DrawView } from '../Draw/DrawView';
import { InvitationView } from '../Draw/InvitationView';
import { QueryView } from '../Layout/QueryView';
import { VoteView } from '../Vote/VoteView';
import { ReviewView } from './ReviewView';

/** A task of staff: what belongs to a panel has pages of its own, what a clerk supplies for somebody present is at the counter, everything else is reviewed. */
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
        ) : found.kind === 'invitation' ? (
          <InvitationView key={found.id} task={found} />
        ) : found.kind === 'draw' ? (
          <DrawView key={found.id} task={found} reload={() => void task.refetch()} />
        ) : (
          <ReviewView key={found.id} task={found} reload={() => void task.refetch()} />
        )
      }
    </QueryView>
  );
}
