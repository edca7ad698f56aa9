import { CheckCircleFilled, CheckOutlined, CloseCircleFilled, MinusCircleFilled } from '@ant-design/icons';
import type { DecisionDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import { useNarrow } from '../Layout/useNarrow';
import styles from './Review.module.css';

/** What the decision table says, on which clause, what was met, and why the other rules did not decide. */
export function DecisionCard({ decision }: { decision: DecisionDto }) {
  const { t } = useTexts('review');
  const narrow = useNarrow(767);
  return (
    <section className={styles.decision} aria-label={decision.name}>
      <header>
        <CheckCircleFilled aria-hidden="true" className={styles.met} />
        <h2>{t('decision.title', { outcome: decision.outcome })}</h2>
        <span className="muted">{decision.name}</span>
      </header>
      <dl>
        {decision.clause && (
          <div>
            <dt>{t('decision.clause')}</dt>
            <dd>
              {decision.clause} {decision.source && <Tag tone="warn">{decision.source}</Tag>}
            </dd>
          </div>
        )}
        {decision.matched.length > 0 && (
          <div>
            <dt>{t('decision.matched')}</dt>
            <dd className={styles.tags}>
              {decision.matched.map((condition) => (
                <Tag key={condition.text} tone="ok">
                  <CheckOutlined aria-hidden="true" /> {condition.text}
                </Tag>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {decision.others.length > 0 && (
        <details open={!narrow}>
          <summary>{t('decision.others', { count: decision.others.length })}</summary>
          <ul className={styles.others}>
            {decision.others.map((rule) => (
              <li key={`${rule.table} ${rule.rule}`}>
                <span className="muted">{t('decision.rule', { table: rule.table, number: rule.rule })}</span>
                <span>{rule.title}</span>
                <span>
                  {rule.alsoMatched ? (
                    <>
                      <MinusCircleFilled aria-hidden="true" className="muted" /> {t('decision.alsoMatched')}
                    </>
                  ) : (
                    rule.failed.map((failed) => (
                      <span key={`${failed.label} ${failed.why}`} className={styles.failed}>
                        <CloseCircleFilled aria-hidden="true" className={styles.unmet} /> {failed.why}
                      </span>
                    ))
                  )}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
