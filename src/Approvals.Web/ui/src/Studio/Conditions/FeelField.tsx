import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react';
import { expressionCheckQuery, type ExpressionScope, namesQuery } from '../../api/conditions';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import { completionAt, matching } from './completion';
import styles from './Conditions.module.css';

interface Props {
  value: string;
  /** Called once one leaves the field, with what it holds. */
  onChange: (text: string) => void;
  scope: ExpressionScope;
  expected?: string;
  readOnly?: boolean;
  label: string;
  rows?: number;
}

/** FEEL as text: the names that fit while one types (Ctrl+Space for all), and what is wrong with its place. */
export function FeelField({ value, onChange, scope, expected, readOnly, label, rows = 3 }: Props) {
  const { t } = useTexts('conditions');
  const { draft } = useDraft();
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [caret, setCaret] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const text = typed ?? value;
  const names = useQuery(namesQuery(draft.id, draft.hash, scope)).data ?? [];
  const checked = useQuery(expressionCheckQuery(draft.id, draft.hash, scope, useDeferredValue(text), expected));
  const problems = text.trim() === '' ? [] : (checked.data?.problems ?? []);
  const { word, start } = completionAt(text, caret);
  const offered = open ? matching(names, word).slice(0, 12) : [];
  const take = (path: string) => {
    const next = text.slice(0, start) + path + text.slice(caret);
    setTyped(next);
    setOpen(false);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start + path.length, start + path.length);
      setCaret(start + path.length);
    });
  };
  const press = (event: KeyboardEvent) => {
    const shown = offered[active];
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      setOpen(true);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    } else if (shown !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (shown !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      take(shown.path);
    }
  };
  return (
    <div className={styles.feel}>
      <textarea
        ref={area}
        className={problems.some((problem) => problem.isError) ? styles.wrong : undefined}
        role="combobox"
        aria-label={label}
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-names`}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-problems`}
        rows={rows}
        spellCheck={false}
        readOnly={readOnly}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
          setOpen(completionAt(event.target.value, event.target.selectionStart).word.length > 0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
        onBlur={() => {
          setOpen(false);
          if (typed !== undefined && typed !== value) {
            onChange(typed);
          }
          setTyped(undefined);
        }}
      />
      <ul
        id={`${id}-names`}
        role="listbox"
        aria-label={t('names')}
        className={styles.names}
        hidden={offered.length === 0}
      >
        {offered.map((name, index) => (
          <li
            key={name.path}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              take(name.path);
            }}
          >
            <code>{name.path}</code>
            <span>{name.label}</span>
            <em>{name.type}</em>
          </li>
        ))}
      </ul>
      <ul id={`${id}-problems`} className={styles.problems} aria-live="polite">
        {problems.map((problem) => (
          <li
            key={`${problem.line} ${problem.column} ${problem.text}`}
            className={problem.isError ? styles.error : styles.warning}
          >
            {t('place', { line: problem.line, column: problem.column })} {problem.text}
          </li>
        ))}
        {problems.length === 0 && <li className={styles.hint}>{t('feelHint')}</li>}
      </ul>
    </div>
  );
}
