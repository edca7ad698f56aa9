import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { type ConditionGroup, type ExpressionScope, namesQuery, partsQuery, writeParts } from '../../api/conditions';
import { useTexts } from '../../i18n/useTexts';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { useDraft } from '../Shell/DraftContext';
import styles from './Conditions.module.css';
import { FeelField } from './FeelField';
import { GroupEditor } from './GroupEditor';
import { TryExpression } from './TryExpression';

interface Props {
  value: string;
  /** Called with the whole expression once a change is complete. */
  onChange: (text: string) => void;
  scope: ExpressionScope;
  readOnly?: boolean;
  label?: string;
}

/** A condition as groups of tests, or as FEEL; both show the same thing, and text that is no such groups is left as it is. */
export function ConditionEditor({ value, onChange, scope, readOnly, label }: Props) {
  const { t } = useTexts('conditions');
  const { draft, readOnly: isClosed } = useDraft();
  const [chosen, choose] = useState<'builder' | 'feel'>();
  const [failure, setFailure] = useState<unknown>();
  const parts = useQuery(partsQuery(value));
  const names = useQuery(namesQuery(draft.id, draft.hash, scope)).data ?? [];
  const isLocked = readOnly ?? isClosed;
  const shape = parts.data;
  const mode = shape !== undefined && !shape.groups ? 'feel' : (chosen ?? 'builder');
  const write = async (groups: ConditionGroup) => {
    try {
      setFailure(undefined);
      onChange((await writeParts(groups)).expression);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className={styles.editor} role="group" aria-label={label ?? t('label')}>
      <Segmented
        size="small"
        aria-label={t('mode')}
        value={mode}
        onChange={choose}
        options={[
          { value: 'builder', label: t('builder'), disabled: shape !== undefined && !shape.groups },
          { value: 'feel', label: 'FEEL' },
        ]}
      />
      {shape?.reason && <p className={styles.hint}>{shape.reason}</p>}
      {failure !== undefined && <ProblemAlert error={failure} />}
      {mode === 'builder' && shape?.groups ? (
        <GroupEditor
          key={value}
          group={shape.groups}
          names={names}
          readOnly={isLocked}
          onChange={(groups) => void write(groups)}
        />
      ) : (
        <FeelField
          value={value}
          onChange={onChange}
          scope={scope}
          expected="boolean"
          readOnly={isLocked}
          label={label ?? t('label')}
        />
      )}
      <TryExpression expression={value} scope={scope} names={names} />
    </div>
  );
}
