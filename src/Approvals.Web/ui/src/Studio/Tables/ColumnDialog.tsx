import { Button, Modal, Select } from 'antd';
import type { DecisionTable, TableColumn } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { NewColumn, Setting } from './ColumnFields';
import styles from './Tables.module.css';
import type { TableEditing } from './useTable';

interface Props {
  table: DecisionTable;
  editing: TableEditing;
  chosen: string;
  choose: (column: string) => void;
  close: () => void;
}

const settings = ['label', 'name', 'type', 'allowedValues', 'default'] as const;

/** What a column reads or gives, its type and allowed values; and adding, moving and removing columns. */
export function ColumnDialog({ table, editing: { send, command }, chosen, choose, close }: Props) {
  const { t } = useTexts('tables');
  const column = table.columns.find((one) => one.key === chosen) ?? table.columns[0];
  const alike = table.columns.filter((one) => one.kind === column?.kind);
  const place = column === undefined ? -1 : alike.indexOf(column);
  const set = (key: string, setting: string, text: string) =>
    void send([command('table.setColumn', ['columns', key, setting], text === '' ? null : text)]);
  return (
    <Modal
      open
      title={t('column.title')}
      footer={<Button onClick={close}>{t('common:close')}</Button>}
      onCancel={close}
      width={560}
    >
      <Entry label={t('column.which')}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={column?.key}
            onChange={choose}
            options={table.columns.map((one) => ({
              value: one.key,
              label: `${one.label} · ${t(`kindOf.${one.kind}`)}`,
            }))}
          />
        )}
      </Entry>
      {column &&
        settings
          .filter((setting) => fits(setting, column))
          .map((setting) => (
            <Setting
              key={`${column.key} ${setting}`}
              label={t(`setting.${wordOf(setting, column)}`)}
              hint={t(`settingHint.${wordOf(setting, column)}`)}
              text={(setting === 'label' ? column.label : column[setting]) ?? ''}
              save={(text) => set(column.key, setting, text)}
            />
          ))}
      {column && (
        <div className={styles.buttons}>
          <Button
            size="small"
            disabled={place <= 0}
            onClick={() => void send([command('table.moveColumn', ['columns', column.key], undefined, place - 1)])}
          >
            {t('column.left')}
          </Button>
          <Button
            size="small"
            disabled={place < 0 || place === alike.length - 1}
            onClick={() => void send([command('table.moveColumn', ['columns', column.key], undefined, place + 1)])}
          >
            {t('column.right')}
          </Button>
          <Button
            size="small"
            danger
            disabled={column.kind === 'output' && alike.length === 1}
            onClick={() => void send([command('table.removeColumn', ['columns', column.key])])}
          >
            {t('column.remove')}
          </Button>
        </div>
      )}
      <NewColumn add={(value) => void send([command('table.addColumn', ['columns'], value)])} />
    </Modal>
  );
}

function fits(setting: (typeof settings)[number], column: TableColumn): boolean {
  return column.kind === 'annotation' ? setting === 'name' : setting !== 'default' || column.kind === 'output';
}

const wordOf = (setting: (typeof settings)[number], column: TableColumn) =>
  setting === 'name' ? (`name${column.kind}` as const) : setting;
