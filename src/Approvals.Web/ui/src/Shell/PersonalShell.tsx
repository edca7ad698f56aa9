import { useSession } from '../App/useSession';
import { CounterFrame } from '../Counter/CounterFrame';
import { ApplicantShell } from './ApplicantShell';
import { StaffShell } from './StaffShell';

/** The frame of pages that everybody has: staff keep their menu beside them, all others have the applicants'. */
export function PersonalShell() {
  const { user } = useSession();
  return user?.kind === 'staff' ? (
    <StaffShell>
      <CounterFrame />
    </StaffShell>
  ) : (
    <ApplicantShell />
  );
}
