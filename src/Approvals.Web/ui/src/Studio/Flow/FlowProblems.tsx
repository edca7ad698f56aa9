import { DownOutlined, ExclamationCircleFilled, InfoCircleFilled, UpOutlined } from '@ant-design/icons';
import { useReactFlow } from '@xyflow/react';
import { Button } from 'antd';
import { useState } from 'react';
import type { DraftProblem } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import styles from './Flow.module.css';
import { isError, useFlow } from './FlowContext';

/** What is wrong with the flow, each with a way to its block. */
export function FlowProblems() {
  const { t } = useTexts('flow');
  const { problems, flow, select } = useFlow();
  const { setCenter, getNode } = useReactFlow();
  const [open, setOpen] = useState(true);
  const errors = problems.filter(isError).length;
  const sorted = [...problems].sort((a, b) => Number(isError(b)) - Number(isError(a)));
  const go = ({ activity }: DraftProblem) => {
    const node = activity == null ? undefined : getNode(activity);
    if (activity != null && node) {
      select(activity);
      void setCenter(node.position.x + 108, node.position.y + 30, { zoom: 0.9 });
    }
  };
  return (
    <section className={styles.problems} aria-label={t('problems.title')}>
      <header>
        <strong>{t('problems.title')}</strong>
        {errors > 0 && (
          <span className={styles.errors}>
            <ExclamationCircleFilled /> {t('problems.errors', { count: errors })}
          </span>
        )}
        {problems.length > errors && (
          <span className={styles.hints}>
            <InfoCircleFilled /> {t('problems.hints', { count: problems.length - errors })}
          </span>
        )}
        {problems.length === 0 && <span className={styles.none}>{t('problems.none')}</span>}
        <span className={styles.always}>{t('problems.always')}</span>
        {problems.length > 0 && (
          <Button
            type="text"
            size="small"
            icon={open ? <DownOutlined /> : <UpOutlined />}
            aria-label={open ? t('problems.close') : t('problems.open')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
      </header>
      {open && problems.length > 0 && (
        <ul tabIndex={0} aria-label={t('problems.title')}>
          {sorted.map((problem, index) => (
            <li key={index}>
              {isError(problem) ? (
                <ExclamationCircleFilled className={styles.errors} />
              ) : (
                <InfoCircleFilled className={styles.hints} />
              )}
              <strong>{flow.steps.find((step) => step.id === problem.activity)?.title ?? t('problems.whole')}</strong>
              <span>{[problem.text, problem.advice].filter(Boolean).join(' ')}</span>
              {flow.steps.some((step) => step.id === problem.activity) && (
                <Button type="link" size="small" onClick={() => go(problem)}>
                  {t('problems.go')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
