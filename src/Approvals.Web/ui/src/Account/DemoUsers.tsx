import { useTexts } from '../i18n/useTexts';
import type { DemoUser } from '../api/contract';
import styles from './Account.module.css';

interface Props {
  users: DemoUser[];
  busy: boolean;
  choose: (userName: string) => void;
}

/** Invented people to try the product with; the server lists them in Development only. */
export function DemoUsers({ users, busy, choose }: Props) {
  const { t } = useTexts('account');
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo.title')}</h2>
      <p className="muted small">{t('demo.text')}</p>
      <ul>
        {users.map((user) => (
          <li key={user.userName}>
            <button type="button" disabled={busy} onClick={() => choose(user.userName)}>
              <span className={styles.demoName}>{user.name}</span>
              <span className={styles.demoRoles}>{user.roleNames}</span>
              <span className="muted">{user.place}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
