import type { ExpressionScope } from '../../../api/conditions';
import { ConditionEditor } from '../../Conditions/ConditionEditor';
import { FeelField } from '../../Conditions/FeelField';
import { useFlow } from '../FlowContext';

interface Props {
  kind: string;
  label: string;
  value: string;
  scope: ExpressionScope;
  change: (text: string) => void;
}

/** A condition by groups of tests or as FEEL; anything else that is computed as FEEL, with the names that fit while one types. */
export function ConditionOrFormula({ kind, label, value, scope, change }: Props) {
  const { readOnly } = useFlow();
  return kind === 'condition' ? (
    <ConditionEditor value={value} onChange={change} scope={scope} readOnly={readOnly} label={label} />
  ) : (
    <FeelField value={value} onChange={change} scope={scope} readOnly={readOnly} label={label} rows={1} />
  );
}
