import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ScenarioPerson } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { useDraft } from '../Shell/DraftContext';
import styles from './Test.module.css';

const columns = ['role', 'name', 'region', 'organisationKind', 'organisation', 'employer'] as const;

/** Who plays: invented people, each with a role and a place. */
export function PeoplePanel({ path, people }: { path: string; people: Record<string, ScenarioPerson> }) {
  const { t } = useTexts('rehearsal');
  const { edit, readOnly } = useDraft();
  const [key, setKey] = useState('');
  const at = (person: string, column = '') => `/people/${person}${column === '' ? '' : `/${column}`}`;
  const set = (person: string, column: string, value: string) =>
    void edit([
      value === ''
        ? { kind: 'value.remove', file: path, at: at(person, column) }
        : {
            kind: 'value.set',
            file: path,
            at: at(person, column),
            value: column === 'role' && value.includes(',') ? value.split(',') : value,
          },
    ]);
  return (
    <Panel title={t('people')} flush>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('people')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
              {!readOnly && <th scope="col">{t('remove')}</th>}
            </tr>
          </thead>
          <tbody>
            {Object.entries(people).map(([person, known]) => (
              <tr key={person}>
                <th scope="row">{person}</th>
                {columns.map((column) => (
                  <td key={column}>
                    <Cell
                      label={`${person} ${t(`columns.${column}`)}`}
                      value={[known[column] ?? ''].flat().join(',')}
                      keep={(value) => set(person, column, value)}
                      readOnly={readOnly}
                    />
                  </td>
                ))}
                {!readOnly && (
                  <td>
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined aria-hidden="true" />}
                      aria-label={`${t('remove')} ${person}`}
                      onClick={() => void edit([{ kind: 'value.remove', file: path, at: at(person) }])}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && (
        <p className={styles.adding}>
          <Input
            aria-label={t('newPerson')}
            placeholder={t('newPerson')}
            value={key}
            onChange={(event) => setKey(event.target.value)}
          />
          <Button
            disabled={!/^[a-zA-Z][a-zA-Z0-9]*$/.test(key) || key in people}
            onClick={() => {
              void edit([{ kind: 'value.set', file: path, at: at(key), value: { role: 'Reviewer' } }]);
              setKey('');
            }}
          >
            {t('addPerson')}
          </Button>
        </p>
      )}
    </Panel>
  );
}

interface CellProps {
  label: string;
  value: string;
  keep: (value: string) => void;
  readOnly: boolean;
}

/** A cell that keeps what was typed when it is left. */
function Cell({ label, value, keep, readOnly }: CellProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      size="small"
      aria-label={label}
      value={typed ?? value}
      readOnly={readOnly}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== undefined && typed !== value) {
          keep(typed.trim());
        }
        setTyped(undefined);
      }}
    />
  );
}
