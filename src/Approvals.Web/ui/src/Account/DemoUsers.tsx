import { useTexts } from '../i18n/useTexts';
import { Input } from 'antd';
import { useState } from 'react';
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
  const [q, setQ] = useState('');
  const shown = users.filter((user) => [user.name, user.roleNames, user.place].join(' ').includes(q.trim()));
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo.title')}</h2>
      <p className="muted small">{t('demo.text')}</p>
      <p>
        <Input
          allowClear
          value={q}
          placeholder={t('demo.filter')}
          aria-label={t('demo.filter')}
          onChange={(event) => setQ(event.target.value)}
        />
      </p>
      <ul>
        {shown.map((user) => (
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
