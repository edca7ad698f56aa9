import { InfoCircleOutlined } from '@ant-design/icons';
import type { CaseDto } from '../api/contract';
import { monthDay, shortDay } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import styles from './CasePage.module.css';

interface Props {
  explanation: NonNullable<CaseDto['dueExplanation']>;
  expected: string | null;
}

/** The sum that ends at the expected day. */
export function DuePanel({ explanation, expected }: Props) {
  const { t } = useTexts('cases');
  return (
    <Panel
      id="due"
      title={
        <>
          <InfoCircleOutlined aria-hidden="true" style={{ color: 'var(--primary)' }} />
          {expected ? t('whyDay', { day: monthDay(expected) }) : t('why')}
        </>
      }
    >
      {explanation.lines.length > 0 && (
        <table className={styles.sum}>
          <tbody>
            {explanation.lines.map((line) => (
              <tr key={`${line.label} ${line.until ?? ''}`}>
                <td>{line.label}</td>
                <td>{line.amount}</td>
                <td>
                  {line.until && (line.amount ? t('until', { day: shortDay(line.until) }) : shortDay(line.until))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.explain}>{explanation.text}</p>
      {explanation.note && <p className={styles.later}>{explanation.note}</p>}
    </Panel>
  );
}
