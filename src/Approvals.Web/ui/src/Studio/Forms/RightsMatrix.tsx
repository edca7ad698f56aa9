import { Select } from 'antd';
import { useTexts } from '../../i18n/useTexts';
import { EmptyState } from '../../Layout/EmptyState';
import { change } from '../Settings/address';
import { fieldsIn } from '../Settings/choices';
import { type Json, mapOf } from '../Settings/json';
import { useDraft } from '../Shell/DraftContext';
import styles from './Forms.module.css';
import { type Access, accessTo, flowFiles, type FormStep, formSteps, withAccess } from './steps';

/** A step with the flow that it stands in. */
type PlacedStep = FormStep & { flow: string };

/** Which step may do what with which field: rows are fields, columns the steps that show the form. */
export function RightsMatrix({ form }: { form: string }) {
  const { t, i18n } = useTexts('designers');
  const { draft, file } = useDraft();
  const flows = flowFiles(draft.files.map((one) => one.path));
  const steps: PlacedStep[] = flows.flatMap((flow) =>
    formSteps(file<Json>(flow), i18n.language)
      .filter((step) => step.form === form)
      .map((step) => ({ ...step, flow })),
  );
  const fields = fieldsIn(mapOf(file<Json>(`forms/${form}.json`)).components, i18n.language);
  if (steps.length === 0 || fields.length === 0) {
    return <EmptyState title={t('rights.none')}>{t('rights.noneText')}</EmptyState>;
  }
  const all = fields.map((field) => field.value);
  return (
    <section className={styles.matrix} aria-label={t('forms.ways.rights')}>
      <p className={styles.hint}>{t('rights.hint')}</p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('forms.ways.rights')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('rights.field')}</th>
              {steps.map((step) => (
                <th key={`${step.flow}${step.address}`} scope="col">
                  {step.name}
                  {step.flow !== 'workflow.json' && <small>{step.flow.replace(/^flows\/|\.json$/g, '')}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.value}>
                <th scope="row">{field.label}</th>
                {steps.map((step) => (
                  <td key={`${step.flow}${step.address}`}>
                    <Cell step={step} field={field} all={all} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ step, field, all }: { step: PlacedStep; field: { value: string; label: string }; all: string[] }) {
  const { t } = useTexts('designers');
  const { file, edit, readOnly } = useDraft();
  const choices: Access[] = step.type === 'Fill' ? ['editable', 'readOnly'] : ['editable', 'readOnly', 'hidden'];
  if (!step.hasRights) {
    return <span className="muted">{t('rights.editable')}</span>;
  }
  const set = (access: Access) =>
    void edit(
      change(step.flow, file<Json>(step.flow), `${step.address}/fields`, withAccess(step, field.value, access, all)),
    );
  return (
    <Select<Access>
      aria-label={t('rights.of', { field: field.label, step: step.name })}
      className={styles.access}
      disabled={readOnly}
      value={accessTo(step, field.value)}
      options={choices.map((access) => ({ value: access, label: t(`rights.${access}`) }))}
      onChange={set}
    />
  );
}
