import { useMemo } from 'react';
import type { ComponentDto, CorrectionDto } from '../api/contract';
import { Components } from '../Form/Components';
import { FormAccessProvider, useFormAccess } from '../Form/FormAccess';
import { fieldsOf } from '../Form/walk';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Earlier } from './Earlier';

/** Documents that were asked for and have no place in the form: each by its type. */
export function AskedDocuments({ found }: { found: CorrectionDto }) {
  const { t } = useTexts('correction');
  const access = useFormAccess();
  const placed = new Set(
    found.form.sections
      .flatMap((section) => fieldsOf(section.components))
      .flatMap(({ component }) => component.document?.type ?? []),
  );
  const asked = found.documents.filter((document) => !placed.has(document.type));
  const byType = useMemo(
    () => ({
      ...access,
      values: Object.fromEntries(
        found.documents.map(({ type }) => [
          type,
          access.documents.filter((document) => document.type === type).map((document) => document.id),
        ]),
      ),
      isOpen: () => true,
      above: (path: string) => {
        const note = found.documents.find((document) => document.type === path)?.note;
        return note ? <p className="muted">{note}</p> : <Earlier found={found} path={path} />;
      },
    }),
    [access, found],
  );
  if (asked.length === 0) {
    return null;
  }
  return (
    <Panel title={t('documents')}>
      <FormAccessProvider value={byType}>
        <Components components={asked.map(({ type, name }) => picker(type, name))} />
      </FormAccessProvider>
    </Panel>
  );
}

function picker(type: string, name: string): ComponentDto {
  const nothing = {
    help: null,
    purpose: null,
    unit: null,
    min: null,
    max: null,
    maxLength: null,
    placeholder: null,
    options: null,
    list: null,
    components: null,
    minItems: null,
    maxItems: null,
    text: null,
    suggest: null,
  };
  return {
    ...nothing,
    key: type,
    type: 'filepicker',
    label: name,
    sensitive: false,
    personal: false,
    required: true,
    readOnly: false,
    width: 'full',
    document: { type, formats: ['pdf', 'jpg', 'png'], maxSizeMb: 20, maxCount: 5, conditional: false, template: null },
  };
}
