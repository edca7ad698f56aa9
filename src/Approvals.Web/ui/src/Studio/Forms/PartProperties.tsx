import { useTexts } from '../../i18n/useTexts';
import { localIn, textIn } from '../Settings/json';
import { SettingsForm } from '../Settings/SettingsForm';
import styles from './Forms.module.css';
import type { Part } from './tree';
import { useBench } from './workbench';

/** The settings of the selected component by group; of the form itself when nothing is selected. */
export function PartProperties({ part }: { part: Part | undefined }) {
  const { t, i18n } = useTexts('designers');
  const { catalogue, select } = useBench();
  if (part === undefined) {
    return (
      <section className={styles.properties} aria-labelledby="part-name">
        <h2 id="part-name">{t('forms.form')}</h2>
        <p className={styles.hint}>{t('forms.selectHint')}</p>
        <SettingsForm settings={catalogue.form} at="" />
      </section>
    );
  }
  const kind = catalogue.kinds.find((one) => one.name === part.component.type);
  return (
    <section className={styles.properties} aria-labelledby="part-name" key={part.address}>
      <h2 id="part-name">
        {localIn(part.component.label, i18n.language) || textIn(part.component.key) || kind?.label}
      </h2>
      <p className={styles.hint}>
        {kind?.label}{' '}
        <button type="button" className={styles.link} onClick={() => select(undefined)}>
          {t('forms.toForm')}
        </button>
      </p>
      {(kind?.sections ?? []).map((section) => (
        <section key={section.name} className={styles.group} aria-label={section.label}>
          <h3>{section.label}</h3>
          <p className={styles.hint}>{section.help}</p>
          <SettingsForm settings={section.settings} at={part.address} />
        </section>
      ))}
    </section>
  );
}
