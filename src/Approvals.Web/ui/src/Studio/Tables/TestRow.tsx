import { CheckCircleFilled, PlayCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DecisionTable, TableTrial } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { listed, shown, typedText, valueText } from './cells';
import styles from './Tables.module.css';
import { WhyNot } from './WhyNot';

interface Props {
  table: DecisionTable;
  inputs: string[];
  setInputs: (inputs: string[]) => void;
  number: string | null;
  setNumber: (number: string | null) => void;
  trial: TableTrial | undefined;
  error: unknown;
}

/** A row of values at the foot of the table: the rule that decides lights up, and the others say why they do not. */
export function TestRow({ table, inputs, setInputs, number, setNumber, trial, error }: Props) {
  const { t } = useTexts('tables');
  const [sought, setSought] = useState('');
  const [asking, setAsking] = useState(false);
  const columns = table.columns.filter((column) => column.kind === 'input');
  const values = number === null ? inputs : (trial?.inputs ?? inputs);
  const decided = table.rules
    .map((rule, index) => (trial?.decided.includes(rule.key) ? index : -1))
    .filter((i) => i >= 0);
  const also = (trial?.rules ?? []).filter((rule) => rule.matched && !trial?.decided.includes(rule.key));
  const others = (trial?.rules ?? []).filter((rule) => !rule.matched);
  const [first] = decided;
  const result = first === undefined ? undefined : table.rules[first];
  const rule = (index: number) => t('ruleNumber', { number: index + 1 });
  return (
    <section className={styles.trial} aria-label={t('trial.title')}>
      <div className={styles.trialRow}>
        <PlayCircleFilled aria-hidden="true" className={styles.play} />
        {columns.map((column, index) => (
          <span key={column.key}>
            <input
              aria-label={t('trial.value', { column: column.label })}
              list={`values-${column.key}`}
              placeholder={column.label}
              value={typedText(values[index] ?? '', column)}
              onChange={(event) => {
                setNumber(null);
                setInputs(
                  columns.map((one, i) => (i === index ? valueText(event.target.value, one) : (values[i] ?? ''))),
                );
              }}
            />
            <datalist id={`values-${column.key}`}>
              {listed(column).map((value) => (
                <option key={value} value={column.words[value] ?? value} />
              ))}
            </datalist>
          </span>
        ))}
        {table.columns.map((column, index) =>
          column.kind === 'input' ? null : (
            <strong key={column.key}>{result ? shown(result.texts[index] ?? '', column) : '–'}</strong>
          ),
        )}
      </div>
      <div className={styles.trialFoot}>
        <span role="status">
          {trial === undefined ? (
            t('trial.empty')
          ) : decided.length > 0 ? (
            <>
              <CheckCircleFilled aria-hidden="true" className={styles.good} /> {t('trial.hit')}{' '}
              <b>{decided.map(rule).join(t('common:listComma'))}</b>
              {also.length > 0 &&
                ` ${t('trial.also', { rules: also.map((one) => one.number).join(t('common:listComma')) })}`}
            </>
          ) : (
            <>
              <WarningFilled aria-hidden="true" className={styles.bad} /> {trial.problems[0] ?? t('trial.none')}
            </>
          )}
        </span>
        {others.length > 0 && (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            {t('trial.why', { count: others.length })}
          </Button>
        )}
        <span className={styles.spring} />
        <span className={styles.fromCase}>
          {number === null ? t('trial.own') : t('trial.ofCase', { number })}
          <Input.Search
            size="small"
            aria-label={t('trial.case')}
            placeholder={t('trial.case')}
            enterButton={t('trial.take')}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            onSearch={(text) => setNumber(text.trim() === '' ? null : text.trim())}
          />
        </span>
      </div>
      {error != null && <ProblemAlert error={error} />}
      {asking && <WhyNot rules={others} close={() => setAsking(false)} />}
    </section>
  );
}
