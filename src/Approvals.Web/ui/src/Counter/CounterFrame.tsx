import { Outlet } from 'react-router';
import people from '../People/People.module.css';

/** The room that staff pages have around them, for pages that clerks share with applicants. */
export function CounterFrame() {
  return (
    <div className={people.page}>
      <Outlet />
    </div>
  );
}
