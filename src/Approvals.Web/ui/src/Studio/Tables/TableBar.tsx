import { ExportOutlined, ImportOutlined } from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { type DecisionTable, dmnAddress, sheetAddress } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import { ImportTable } from './ImportTable';
import styles from './Tables.module.css';
import type { TableEditing } from './useTable';

const policies = ['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const;
const sums = ['SUM', 'COUNT', 'MIN', 'MAX'] as const;

interface Props {
  table: DecisionTable;
  editing: TableEditing;
  editColumn: () => void;
}

/** The table's name, how its rules are asked, and its ways in and out. */
export function TableBar({ table, editing: { send, command }, editColumn }: Props) {
  const { t } = useTexts('tables');
  const { draft, readOnly } = useDraft();
  const [importing, setImporting] = useState(false);
  const setPolicy = (hitPolicy: string, aggregation: string | null) =>
    void send([command('table.setPolicy', ['policy'], { hitPolicy, ...(aggregation !== null && { aggregation }) })]);
  return (
    <div className={styles.bar}>
      <h2>{table.label}</h2>
      <span className="muted">{t('count', { count: table.rules.length })}</span>
      <label className={styles.policy}>
        {t('policy.label')}
        <Select
          size="small"
          aria-label={t('policy.label')}
          value={table.hitPolicy ?? 'UNIQUE'}
          disabled={readOnly}
          popupMatchSelectWidth={false}
          onChange={(policy) => setPolicy(policy, null)}
          options={policies.map((policy) => ({ value: policy, label: t(`policy.${policy}`) }))}
        />
      </label>
      {table.hitPolicy === 'COLLECT' && (
        <Select
          size="small"
          aria-label={t('sum.label')}
          value={table.aggregation ?? ''}
          disabled={readOnly}
          onChange={(sum) => setPolicy('COLLECT', sum === '' ? null : sum)}
          options={[
            { value: '', label: t('sum.list') },
            ...sums.map((sum) => ({ value: sum, label: t(`sum.${sum}`) })),
          ]}
        />
      )}
      <span className={styles.spring} />
      {!readOnly && (
        <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
          {t('import.open')}
        </Button>
      )}
      <Dropdown
        menu={{
          items: [
            {
              key: 'xlsx',
              label: (
                <a href={sheetAddress(draft.id, table.file, table.decision)} download>
                  {t('export.xlsx')}
                </a>
              ),
            },
            {
              key: 'dmn',
              label: (
                <a href={dmnAddress(draft.id, table.file)} download={table.file}>
                  {t('export.dmn')}
                </a>
              ),
            },
          ],
        }}
        trigger={['click']}
      >
        <Button icon={<ExportOutlined />}>{t('export.open')}</Button>
      </Dropdown>
      {!readOnly && <Button onClick={editColumn}>{t('column.open')}</Button>}
      {importing && <ImportTable table={table} send={send} command={command} close={() => setImporting(false)} />}
    </div>
  );
}
