import { useReactFlow } from '@xyflow/react';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../i18n/useTexts';
import styles from './Flow.module.css';
import { useFlow } from './FlowContext';

/** Says that a path is lit, names its steps in order, and puts it out. */
export function ShownPath() {
  const { t } = useTexts('flow');
  const { flow, lit } = useFlow();
  const { fitView } = useReactFlow();
  const [query, setQuery] = useSearchParams();
  useEffect(() => {
    if (lit.length > 0) {
      const timer = setTimeout(
        () => void fitView({ nodes: lit.map((id) => ({ id })), padding: 0.2, maxZoom: 0.9 }),
        50,
      );
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [lit, fitView]);
  if (lit.length === 0) {
    return null;
  }
  const names = lit.map((id) => flow.steps.find((step) => step.id === id)?.title ?? id);
  return (
    <div className={styles.shownPath} role="status">
      <span>{t('path.shown', { steps: names.join(' → ') })}</span>
      <Button
        size="small"
        onClick={() => {
          const rest = new URLSearchParams(query);
          rest.delete('path');
          setQuery(rest, { replace: true });
        }}
      >
        {t('path.hide')}
      </Button>
    </div>
  );
}
