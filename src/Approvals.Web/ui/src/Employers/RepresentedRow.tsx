import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { OptionDto, RepresentedDto } from '../api/contract';
import { handInConsent, openFor, representedQuery } from '../api/employers';
import { messageOf } from '../api/problem';
import { CaseRow } from '../Home/CasesPanel';
import { placeOf } from '../Home/placeOf';
import { WaitingRow } from '../Home/WaitingRow';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';
import styles from './Employers.module.css';
import { HandIn } from './HandIn';

const tones: Record<RepresentedDto['state'], Tone> = {
  asked: 'info',
  agreed: 'ok',
  refused: 'error',
  withdrawn: 'plain',
};

interface Props {
  person: RepresentedDto;
  employer: string;
  services: readonly OptionDto[];
}

/** Somebody the employer recommends: the consent, what was begun, and the cases. */
export function RepresentedRow({ person, employer, services }: Props) {
  const { t } = useTexts('employers');
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: representedQuery(employer).queryKey });
  return (
    <li className={styles.person}>
      <div className={styles.head}>
        <p>
          <strong>{person.name}</strong> <span className="muted">{person.document}</span>{' '}
          <Tag tone={tones[person.state]}>{t(`people.state.${person.state}`)}</Tag>
        </p>
        {person.state === 'agreed' && <FileFor person={person} services={services} />}
      </div>
      {person.state === 'asked' && (
        <>
          <p className="muted">{t(person.hasAccount ? 'people.inAccount' : 'people.onPaper')}</p>
          {!person.hasAccount && (
            <div className={styles.buttons}>
              <HandIn
                send={(file) => handInConsent(person.id, file)}
                what={t('people.consent')}
                given={false}
                done={again}
              />
            </div>
          )}
        </>
      )}
      {person.drafts.map((draft) => (
        <p key={draft.id}>
          <Link to={`/apply/${draft.id}`}>{t('people.continue', { service: draft.serviceName })}</Link>
        </p>
      ))}
      {person.tasks.length > 0 && (
        <ul className={styles.tasks} aria-label={t('people.tasks')}>
          {person.tasks.map((task) => (
            <WaitingRow key={task.taskId} entry={task} to={placeOf(task)} primary />
          ))}
        </ul>
      )}
      <div className={styles.cases}>
        {person.cases.map((one) => (
          <div key={one.id}>
            <CaseRow summary={one} />
          </div>
        ))}
      </div>
    </li>
  );
}

function FileFor({ person, services }: Pick<Props, 'person' | 'services'>) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: (service: string) => openFor(person.id, service),
    onSuccess: ({ id }) => navigate(`/apply/${id}`),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  const items = services.map(({ value, label }) => ({ key: value, label }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => open.mutate(key) }}>
      <Button loading={open.isPending} aria-haspopup="menu">
        {t('people.file')}
      </Button>
    </Dropdown>
  );
}
