import { BellOutlined, InfoCircleOutlined, RollbackOutlined, SolutionOutlined, SwapOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { urgeCase } from '../api/cases';
import type { CaseDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { useSession } from '../App/useSession';
import { DuePopover } from '../DuePopover/DuePopover';
import { monthDay, weekday } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag, toneOfState } from '../Layout/Tag';
import styles from './CasePage.module.css';
import { WithdrawDialog } from './WithdrawDialog';

/** What it is, where it stands, the day it is expected, and what the reader can do. */
export function CaseHead({ found, staff }: { found: CaseDto; staff?: boolean }) {
  const { t } = useTexts('cases');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [withdrawing, setWithdrawing] = useState(false);
  const { summary, actions, draws = 0 } = found;
  const { today } = useSession();
  const overdue = summary.expectedOn !== null && summary.expectedOn < today;
  const mayUrge = (actions.includes('urge') || found.urgedToday) && summary.result === null;
  const urge = useMutation({
    mutationFn: () => urgeCase(summary.id),
    onSuccess: () => {
      message.success(t('urged'));
      return client.invalidateQueries({ queryKey: ['cases', summary.id] });
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>
          {summary.serviceName}
          {summary.headline && ` · ${summary.headline}`}
        </h1>
        <Tag tone={toneOfState(summary.state)}>{summary.resultName ?? summary.stateName}</Tag>
        <p className={styles.facts}>
          {[
            t('numbered', { number: summary.number }),
            t('home:cases.submitted', { day: monthDay(summary.submittedOn) }),
            found.employerName,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {summary.expectedOn && summary.result === null && (
        <div className={overdue ? `${styles.expected} ${styles.overdue}` : styles.expected}>
          <p>{t(overdue ? 'overdue' : summary.provisional ? 'expectedProvisional' : 'expected')}</p>
          <DuePopover caseId={summary.id}>
            <strong>{monthDay(summary.expectedOn)}</strong> {weekday(summary.expectedOn)}{' '}
            <InfoCircleOutlined aria-hidden="true" />
            <span className="visually-hidden">{t('why')}</span>
          </DuePopover>
        </div>
      )}
      {(!staff || mayUrge || actions.includes('move') || draws > 0) && (
        <div className={styles.actions}>
          {mayUrge && (
            <Button
              icon={<BellOutlined aria-hidden="true" />}
              disabled={found.urgedToday}
              loading={urge.isPending}
              onClick={() => urge.mutate()}
            >
              {t(found.urgedToday ? 'urgeTomorrow' : 'urge')}
            </Button>
          )}
          {staff && draws > 0 && (
            <Link to={`/work/cases/${summary.id}/draws`}>
              <SolutionOutlined aria-hidden="true" /> {t('draws', { count: draws })}
            </Link>
          )}
          {staff && actions.includes('move') && (
            <Link to={`/admin/cases/${summary.id}/move`}>
              <SwapOutlined aria-hidden="true" /> {t('move')}
            </Link>
          )}
          {!staff && actions.includes('withdraw') && (
            <Button icon={<RollbackOutlined aria-hidden="true" />} onClick={() => setWithdrawing(true)}>
              {t('withdraw.title')}
            </Button>
          )}
        </div>
      )}
      {withdrawing && <WithdrawDialog id={summary.id} close={() => setWithdrawing(false)} />}
    </header>
  );
}
