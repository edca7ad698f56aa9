import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { ConditionGroup, ConditionItem, ExpressionName } from '../../api/conditions';
import { useTexts } from '../../i18n/useTexts';
import styles from './Conditions.module.css';
import { isWhole } from './operators';
import { TestEditor } from './TestEditor';

interface Props {
  group: ConditionGroup;
  names: ExpressionName[];
  readOnly: boolean;
  onChange: (group: ConditionGroup) => void;
  remove?: () => void;
}

const matches = ['all', 'any', 'none'] as const;

/** A group of tests; tests that are not complete yet stay here and are not written. */
export function GroupEditor({ group, names, readOnly, onChange, remove }: Props) {
  const { t } = useTexts('conditions');
  const [items, setItems] = useState<ConditionItem[]>(group.items);
  const change = (changed: ConditionItem[], match = group.match) => {
    setItems(changed);
    const whole = changed.filter((item) => item.group !== null || (item.test !== null && isWhole(item.test)));
    if (match !== group.match || JSON.stringify(whole) !== JSON.stringify(group.items)) {
      onChange({ match, items: whole });
    }
  };
  const set = (index: number, item: ConditionItem) => change(items.map((known, i) => (i === index ? item : known)));
  const without = (index: number) => () => change(items.filter((_, i) => i !== index));
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <Select
          size="small"
          aria-label={t('match.label')}
          value={group.match}
          disabled={readOnly}
          onChange={(match) => change(items, match)}
          options={matches.map((match) => ({ value: match, label: t(`match.${match}`) }))}
        />
        {remove && !readOnly && (
          <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('removeGroup')} onClick={remove} />
        )}
      </div>
      {items.length === 0 && <p className={styles.hint}>{t('empty')}</p>}
      {items.map((item, index) =>
        item.group ? (
          <GroupEditor
            key={index}
            group={item.group}
            names={names}
            readOnly={readOnly}
            onChange={(inner) => set(index, { test: null, group: inner })}
            remove={without(index)}
          />
        ) : (
          item.test && (
            <TestEditor
              key={index}
              test={item.test}
              names={names}
              readOnly={readOnly}
              onChange={(test) => set(index, { test, group: null })}
              remove={without(index)}
            />
          )
        ),
      )}
      {!readOnly && (
        <div className={styles.groupFoot}>
          <Button
            size="small"
            type="link"
            icon={<PlusOutlined />}
            onClick={() => setItems([...items, { test: { field: '', operator: 'equal', values: [] }, group: null }])}
          >
            {t('addTest')}
          </Button>
          <Button
            size="small"
            type="link"
            icon={<PlusOutlined />}
            onClick={() => setItems([...items, { test: null, group: { match: 'any', items: [] } }])}
          >
            {t('addGroup')}
          </Button>
        </div>
      )}
    </div>
  );
}
