import { CopyOutlined, DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { DecisionTable } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import styles from './Tables.module.css';
import type { Grid } from './useGrid';
import type { TableEditing } from './useTable';

interface Props {
  table: DecisionTable;
  grid: Grid;
  editing: TableEditing;
  moveRule: (row: number, to: number) => unknown;
}

/** What can be done with rules without the keyboard. */
export function RuleBar({ table, grid, editing: { send, command }, moveRule }: Props) {
  const { t } = useTexts('tables');
  const { row } = grid.place;
  const rule = table.rules[row];
  const add = async (index: number, value: object) => {
    if (await send([command('table.addRule', ['rules'], value, index)])) {
      grid.go(index, 0);
    }
  };
  return (
    <div className={styles.ruleBar}>
      <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => void add(table.rules.length, {})}>
        {t('rules.add')}
      </Button>
      {rule && (
        <>
          <Button type="text" size="small" onClick={() => void add(row, {})}>
            {t('rules.above')}
          </Button>
          <Button
            type="text"
            size="small"
            icon={<CopyOutlined />}
            onClick={() => void add(row + 1, { copyOf: rule.key })}
          >
            {t('rules.copy')}
          </Button>
          <Button
            type="text"
            size="small"
            icon={<UpOutlined />}
            aria-label={t('rules.up')}
            disabled={row === 0}
            onClick={() => {
              void moveRule(row, row - 1);
              grid.go(row - 1, grid.place.column);
            }}
          />
          <Button
            type="text"
            size="small"
            icon={<DownOutlined />}
            aria-label={t('rules.down')}
            disabled={row === table.rules.length - 1}
            onClick={() => {
              void moveRule(row, row + 1);
              grid.go(row + 1, grid.place.column);
            }}
          />
          <Button type="text" size="small" onClick={grid.fillDown} disabled={grid.block.bottom === 0}>
            {t('rules.fill')}
          </Button>
          <Button
            type="text"
            size="small"
            danger
            icon={<DeleteOutlined />}
            onClick={() =>
              void send([
                command(
                  'table.removeRules',
                  ['rules'],
                  table.rules.slice(grid.block.top, grid.block.bottom + 1).map((one) => one.key),
                ),
              ])
            }
          >
            {t('rules.remove')}
          </Button>
        </>
      )}
      <span className={styles.keys}>{t('keys')}</span>
    </div>
  );
}
