import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ScenarioPerson } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../../Layout/Panel';
import { packageRoles } from '../Settings/useChoices';
import { useDraft } from '../Shell/DraftContext';
import { NewPerson } from './NewPerson';
import { personName } from './people';
import styles from './Test.module.css';

const columns = ['name', 'region', 'organisationKind', 'organisation', 'employer'] as const;

/** Who plays: invented people, each with a role and a place. */
export function PeoplePanel({ path, people }: { path: string; people: Record<string, ScenarioPerson> }) {
  const { t } = useTexts('rehearsal');
  const { t: words } = useTexts('designers');
  const { edit, readOnly } = useDraft();
  const roleName = (role: string) => words(`roles.${role as 'Reviewer'}`, { defaultValue: role });
  const at = (person: string, column = '') => `/people/${person}${column === '' ? '' : `/${column}`}`;
  const set = (person: string, column: string, value: string) =>
    void edit([
      value === ''
        ? { kind: 'value.remove', file: path, at: at(person, column) }
        : { kind: 'value.set', file: path, at: at(person, column), value },
    ]);
  const play = (person: string, roles: string[]) =>
    void edit([
      { kind: 'value.set', file: path, at: at(person, 'role'), value: roles.length === 1 ? roles[0] : roles },
    ]);
  return (
    <Panel title={t('people')} flush>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('people')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('columns.role')}</th>
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
                <th scope="row" title={person}>
                  {personName(known, person, roleName)}
                </th>
                <td>
                  <Select
                    size="small"
                    mode="multiple"
                    className={styles.roles}
                    aria-label={`${personName(known, person, roleName)} ${t('columns.role')}`}
                    disabled={readOnly}
                    value={[known.role].flat()}
                    options={packageRoles.map((role) => ({ value: role, label: roleName(role) }))}
                    onChange={(roles: string[]) => {
                      if (roles.length > 0) {
                        play(person, roles);
                      }
                    }}
                  />
                </td>
                {columns.map((column) => (
                  <td key={column}>
                    <Cell
                      label={`${personName(known, person, roleName)} ${t(`columns.${column}`)}`}
                      value={known[column] ?? ''}
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
                      aria-label={`${t('remove')} ${personName(known, person, roleName)}`}
                      onClick={() => void edit([{ kind: 'value.remove', file: path, at: at(person) }])}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && <NewPerson path={path} people={people} />}
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
