import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { RepresentationDto } from '../api/contract';
import { answerEmployer, representationsQuery } from '../api/employers';
import { messageOf } from '../api/problem';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { EmptyState } from '../Layout/EmptyState';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { QueryView } from '../Layout/QueryView';
import { Tag, type Tone } from '../Layout/Tag';
import styles from './Employers.module.css';

const tones: Record<RepresentationDto['state'], Tone> = {
  asked: 'warn',
  agreed: 'ok',
  refused: 'plain',
  withdrawn: 'plain',
};

/** Which employers may file for the reader: asked, agreed, withdrawn. */
export default function RepresentationsPage() {
  const { t } = useTexts('employers');
  const found = useQuery(representationsQuery);
  return (
    <>
      <PageTitle title={t('representations.title')} below={t('representations.text')} />
      <QueryView query={found} panels={1}>
        {(rows) => (
          <Panel flush>
            {rows.length === 0 && (
              <EmptyState title={t('representations.none')}>{t('representations.noneText')}</EmptyState>
            )}
            <ul>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
          </Panel>
        )}
      </QueryView>
    </>
  );
}

function Row({ row }: { row: RepresentationDto }) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: (agreed: boolean) => answerEmployer(row.id, agreed, row.etag),
    onSuccess: () => message.success(t('representations.answered')),
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
    onSettled: () => client.invalidateQueries({ queryKey: representationsQuery.queryKey }),
  });
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{t('representations.question', { employer: row.employerName })}</strong>{' '}
          <Tag tone={tones[row.state]}>{t(`representations.state.${row.state}`)}</Tag>
        </p>
        <p className="muted">{[row.uscc, shortInstant(row.answeredAt ?? row.namedAt)].join(' · ')}</p>
      </div>
      <div className={styles.buttons}>
        {row.state === 'agreed' ? (
          <Button loading={say.isPending} onClick={() => say.mutate(false)}>
            {t('representations.withdraw')}
          </Button>
        ) : (
          <>
            <Button type="primary" loading={say.isPending} onClick={() => say.mutate(true)}>
              {t('representations.agree')}
            </Button>
            {row.state === 'asked' && (
              <Button loading={say.isPending} onClick={() => say.mutate(false)}>
                {t('representations.refuse')}
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  );
}
