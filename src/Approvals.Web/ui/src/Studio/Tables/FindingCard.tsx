import { InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { TableFinding } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { ReasonDialog } from '../../Layout/ReasonDialog';
import { Tag } from '../../Layout/Tag';
import type { FindingActs } from './FindingsPanel';
import styles from './Tables.module.css';

/** One finding with an example row and the ways to deal with it. */
export function FindingCard({
  finding,
  readOnly,
  acts,
}: {
  finding: TableFinding;
  readOnly: boolean;
  acts: FindingActs;
}) {
  const { t } = useTexts('tables');
  const [asking, setAsking] = useState(false);
  const isHint = finding.kind === 'mergeable';
  const Icon = isHint ? InfoCircleFilled : WarningFilled;
  const act = (text: string, run: () => unknown) => (
    <Button type="link" size="small" onClick={() => void run()}>
      {text}
    </Button>
  );
  return (
    <section className={styles.finding}>
      <h3>
        <Icon aria-hidden="true" className={isHint ? styles.info : styles.warn} /> <span>{title()}</span>
        <Tag tone={finding.accepted !== null ? 'plain' : isHint ? 'info' : 'warn'}>
          {finding.accepted !== null ? t('findings.isAccepted') : t(`findingTag.${finding.kind}`)}
        </Tag>
      </h3>
      <p>{finding.text}</p>
      {finding.accepted !== null && <p className="muted small">{finding.accepted}</p>}
      {finding.example.length > 0 && (
        <table className={styles.example}>
          <tbody>
            {finding.example.map((value, index) => (
              <tr key={`${value.label} ${index}`}>
                <th scope="row">{value.label}</th>
                <td>{value.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.acts}>
        {!readOnly &&
          finding.kind === 'gap' &&
          finding.accepted === null &&
          act(t('act.addRule'), () => acts.addRule(finding))}
        {finding.rules.length > 0 && act(t('act.look'), () => acts.look(finding))}
        {!readOnly &&
          finding.kind === 'mergeable' &&
          (finding.column === null || finding.merged !== null) &&
          finding.accepted === null &&
          act(t('act.merge'), () => acts.merge(finding))}
        {!readOnly &&
          finding.accepted === null &&
          act(t(`accept.${finding.kind === 'gap' ? 'gap' : isHint ? 'mergeable' : 'other'}`), () => setAsking(true))}
        {!readOnly && finding.accepted !== null && act(t('act.reopen'), () => acts.reopen(finding))}
        {finding.example.length > 0 && act(t('act.test'), () => acts.test(finding))}
      </p>
      {asking && (
        <ReasonDialog
          title={t('accept.title')}
          text={t('accept.text')}
          label={t('accept.reason')}
          ok={t('accept.ok')}
          send={(reason) => acts.accept(finding, reason)}
          again={() => undefined}
          close={() => setAsking(false)}
        />
      )}
    </section>
  );

  function title(): string {
    const kind = t(`finding.${finding.kind}`);
    return finding.rules.length === 0
      ? kind
      : t('findings.of', { kind, rules: finding.rules.slice(0, 6).join(t('common:listComma')) });
  }
}
