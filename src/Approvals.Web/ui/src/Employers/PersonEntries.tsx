import { Select } from 'antd';
import { useState } from 'react';
import { documentKinds, withoutBirth, type DocumentKind } from '../Account/documentKinds';
import { TextEntry } from '../Account/TextEntry';
import { useEntries } from '../Account/useEntries';
import type { NamedPerson } from '../api/employers';
import { Problem } from '../api/problem';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';

/** The lines that say who somebody is; errors stand at their line, also those of a person inside a larger request. */
export function usePersonEntries(error: unknown) {
  const [kind, setKind] = useState<DocumentKind>('resident-id');
  const own =
    error instanceof Problem
      ? new Problem(error.status, {
          code: error.code,
          errors: error.errors.map((one) => ({ ...one, path: one.path.replace(/^person\./, '') })),
        })
      : error;
  const entries = useEntries(['name', 'number', 'birthDate', 'mobile'] as const, own);
  const asksBirth = withoutBirth.includes(kind);
  const { values } = entries;
  const person: NamedPerson = {
    name: values.name.trim(),
    kind,
    number: values.number.trim(),
    birthDate: (asksBirth && values.birthDate) || null,
    mobile: values.mobile.trim() || null,
  };
  const complete = person.name !== '' && person.number !== '' && (!asksBirth || person.birthDate !== null);
  return { ...entries, kind, setKind, asksBirth, person, complete };
}

export function PersonEntries({ entry, kind, setKind, asksBirth }: ReturnType<typeof usePersonEntries>) {
  const { t } = useTexts('employers');
  const account = useTexts('account');
  return (
    <>
      <TextEntry label={t('person.name')} autoComplete="off" maxLength={100} {...entry('name')} />
      <Entry label={t('person.kind')}>
        {(id) => (
          <Select
            id={id}
            size="large"
            style={{ width: '100%' }}
            value={kind}
            options={documentKinds.map((value) => ({ value, label: account.t(`identity.kinds.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Entry>
      <TextEntry label={t('person.number')} autoComplete="off" maxLength={20} {...entry('number')} />
      {asksBirth && <TextEntry label={t('person.birthDate')} type="date" {...entry('birthDate')} />}
      <TextEntry label={t('person.mobile')} autoComplete="off" inputMode="tel" maxLength={20} {...entry('mobile')} />
    </>
  );
}
