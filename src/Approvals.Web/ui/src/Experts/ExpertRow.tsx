import { Button } from 'antd';
import type { ExpertDto } from '../api/contract';
import { useSession } from '../App/useSession';
import { isoDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import people from '../People/People.module.css';

/** One expert: the name, the fields, since or until when away. */
export function ExpertRow({ expert, change }: { expert: ExpertDto; change: () => void }) {
  const { t } = useTexts('experts');
  const { today } = useSession();
  const now = expert.away.find(({ from, to }) => from <= today && today <= to);
  const later = expert.away.filter(({ from }) => from > today);
  return (
    <li className={people.role}>
      <div className={people.line}>
        <p>
          <strong>{expert.name}</strong> <span className="muted small">{expert.user}</span>{' '}
          {expert.closedAt !== null && <Tag>{t('closed', { day: isoDay(expert.closedAt) })}</Tag>}{' '}
          {now && <Tag tone="warn">{t('awayUntil', { day: now.to })}</Tag>}{' '}
          {expert.fields.map(({ code, name }) => (
            <span key={code}>
              <Tag tone="info">{name}</Tag>{' '}
            </span>
          ))}
        </p>
        <p className="muted small">
          {[
            expert.employerName ?? expert.employerUscc ?? t('noEmployer'),
            expert.regionName,
            ...(expert.coAuthors.length > 0 ? [t('coAuthorCount', { count: expert.coAuthors.length })] : []),
            ...later.map(({ from, to }) => t('awayFrom', { from, to })),
          ].join(' · ')}
        </p>
      </div>
      {expert.mayChange && (
        <Button size="small" onClick={change}>
          {t('change')}
          <span className="visually-hidden"> {expert.name}</span>
        </Button>
      )}
    </li>
  );
}
