import type { ReactNode } from 'react';
import { useTexts } from '../i18n/useTexts';
import type { ComponentDto, DocumentDto, FormValues, SectionDto } from '../api/contract';
import { documentUrl } from '../api/documents';
import styles from './Answers.module.css';
import { displayValue } from './display';
import { listOf, textsOf } from './fields';
import { getPath, isObject } from './paths';
import { fieldsOf } from './walk';

interface Props {
  section: SectionDto;
  values: FormValues;
  documents: DocumentDto[];
  hidden?: (path: string) => boolean;
}

/** The answers of a section, to read. What was not asked, and what was left empty, is left out. */
export function Answers({ section, values, documents, hidden }: Props) {
  const { t } = useTexts('application');
  const rows = answerRows(section.components, values, hidden);
  if (rows.length === 0) {
    return <p className="muted">{t('nothingEntered')}</p>;
  }
  return (
    <dl className={styles.list}>
      {rows.map(({ path, component, value }) => (
        <div
          key={path}
          className={isStatement(component) ? styles.statement : isWide(component) ? styles.wide : undefined}
        >
          <dt>{component.label}</dt>
          <dd>
            <AnswerValue component={component} value={value} documents={documents} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export interface AnswerRow {
  path: string;
  component: ComponentDto;
  value: unknown;
}

export function answerRows(
  components: ComponentDto[],
  values: FormValues,
  hidden: (path: string) => boolean = () => false,
): AnswerRow[] {
  return fieldsOf(components)
    .filter(({ path, component }) => component.type !== 'text' && component.type !== 'table' && !hidden(path))
    .map(({ path, component }) => ({ path, component, value: getPath(values, path) }))
    .filter(({ value }) => value !== null && value !== undefined && value !== '' && !isEmptyList(value));
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

export function isWide(component: ComponentDto): boolean {
  return ['textarea', 'dynamiclist', 'filepicker', 'consent', 'checklist', 'person'].includes(component.type);
}

/** About two lines of the column of labels, in halves of a Chinese character. */
const longestLabel = 26;

/** The label is a whole sentence that one agrees to; a short one stands in the column of labels like any other. */
export function isStatement(component: ComponentDto): boolean {
  const width = Array.from(component.label).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
  return (component.type === 'checkbox' || component.type === 'consent') && width > longestLabel;
}

export function AnswerValue({
  component,
  value,
  documents,
}: {
  component: ComponentDto;
  value: unknown;
  documents: DocumentDto[];
}): ReactNode {
  const { t } = useTexts('application');
  if (component.type === 'filepicker') {
    return <FileNames ids={textsOf(value)} documents={documents} />;
  }
  if (component.type === 'dynamiclist' && Array.isArray(value)) {
    return <Rows component={component} rows={listOf(value)} documents={documents} />;
  }
  return displayValue(component, value, t);
}

function Rows({ component, rows, documents }: { component: ComponentDto; rows: unknown[]; documents: DocumentDto[] }) {
  return (
    <ol className={styles.rows}>
      {rows.filter(isObject).map((row, index) => (
        <li key={index}>
          {answerRows(component.components ?? [], row).map((entry, place) => (
            <span key={entry.path}>
              {place > 0 && ' · '}
              <span className="muted">{entry.component.label}</span>{' '}
              <AnswerValue component={entry.component} value={entry.value} documents={documents} />
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

function FileNames({ ids, documents }: { ids: string[]; documents: DocumentDto[] }) {
  const { t } = useTexts('common');
  const files = ids.flatMap((id) => documents.find((document) => document.id === id) ?? []);
  return files.map((file, index) => (
    <span key={file.id}>
      {index > 0 && t('listComma')}
      <a href={documentUrl(file.id)} target="_blank" rel="noreferrer">
        {file.name}
      </a>
    </span>
  ));
}
