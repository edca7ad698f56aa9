import { useQuery } from '@tanstack/react-query';
import { type ReplayRunDto, replayQuery, replaysQuery } from '../../api/replays';
import { useSession } from '../../App/useSession';

/** The latest run against a version, whoever began it; undefined while there is none, or for those who may not see it. */
export function useLatestRun(version: string): ReplayRunDto | undefined {
  const { areas } = useSession();
  const runs = useQuery({ ...replaysQuery(version), enabled: areas.includes('replays') });
  const latest = runs.data?.[0]?.id ?? '';
  return useQuery({ ...replayQuery(latest), enabled: latest !== '' }).data;
}
