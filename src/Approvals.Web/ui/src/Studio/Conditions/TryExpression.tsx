import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type ExpressionName, type ExpressionScope, tryExpression } from '../../api/conditions';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import { useDraft } from '../Shell/DraftContext';
import styles from './Conditions.module.css';
import { valueOf } from './operators';

interface Props {
  expression: string;
  scope: ExpressionScope;
  names: ExpressionName[];
}

/** What an expression gives with values of one's own, or in a past case. */
export function TryExpression({ expression, scope, names }: Props) {
  const { t } = useTexts('conditions');
  const { draft } = useDraft();
  const [open, setOpen] = useState(false);
  const [samples, setSamples] = useState<Record<string, string>>({});
  const [number, setNumber] = useState('');
  const read = names.filter((name) =>
    new RegExp(`(^|[^\\p{L}\\p{N}_.])${name.path.replaceAll('.', '\\.')}($|[^\\p{L}\\p{N}_])`, 'u').test(expression),
  );
  const run = useMutation({
    mutationFn: () =>
      tryExpression(
        draft.id,
        scope,
        expression,
        Object.fromEntries(read.map((name) => [name.path, literal(samples[name.path] ?? '', name)])),
        number,
      ),
  });
  if (expression.trim() === '') {
    return null;
  }
  if (!open) {
    return (
      <Button size="small" type="link" className={styles.open} onClick={() => setOpen(true)}>
        {t('try.open')}
      </Button>
    );
  }
  return (
    <section className={styles.trial} aria-label={t('try.open')}>
      <div className={styles.samples}>
        {read.map((name) => (
          <Entry key={name.path} label={name.label}>
            {(id) => (
              <Input
                id={id}
                size="small"
                value={samples[name.path] ?? ''}
                onChange={(event) => setSamples({ ...samples, [name.path]: event.target.value })}
              />
            )}
          </Entry>
        ))}
        <Entry label={t('try.case')} hint={t('try.caseHint')}>
          {(id) => <Input id={id} size="small" value={number} onChange={(event) => setNumber(event.target.value)} />}
        </Entry>
      </div>
      <Button size="small" loading={run.isPending} onClick={() => run.mutate()}>
        {t('try.run')}
      </Button>
      {run.error && <ProblemAlert error={run.error} />}
      {run.data && (
        <div role="status">
          <p>
            {t('try.gives')} <strong>{run.data.words}</strong>
          </p>
          {run.data.why.length > 0 && (
            <ul className={styles.problems}>
              {run.data.why.map((line) => (
                <li key={line} className={styles.warning}>
                  {line}
                </li>
              ))}
            </ul>
          )}
          <p className={styles.hint}>
            {Object.entries(run.data.read)
              .map(([path, words]) => `${names.find((name) => name.path === path)?.label ?? path} = ${words}`)
              .join(t('common:listComma'))}
          </p>
        </div>
      )}
    </section>
  );
}

/** What was typed as FEEL of the field's type. */
function literal(text: string, name: ExpressionName): string {
  const typed = text.trim();
  if (typed === '' || /^["@[{]/.test(typed)) {
    return typed === '' ? 'null' : typed;
  }
  const value = valueOf(typed, name);
  const option = name.options.find((known) => known.label === typed);
  return value.kind === 'text'
    ? JSON.stringify(option?.value ?? value.text)
    : value.kind === 'date'
      ? `@"${value.text}"`
      : value.text;
}
