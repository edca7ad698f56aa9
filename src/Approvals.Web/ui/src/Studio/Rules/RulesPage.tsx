import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { serviceCatalogueQuery, type SettingSectionDto } from '../../api/designers';
import { useTexts } from '../../i18n/useTexts';
import { QueryView } from '../../Layout/QueryView';
import { DraftSettings } from '../Settings/DraftSettings';
import { SettingsForm } from '../Settings/SettingsForm';
import { ClausesPanel } from './ClausesPanel';
import { DictionariesPanel } from './DictionariesPanel';
import { GuidePanel } from './GuidePanel';
import styles from './Rules.module.css';

const further = ['dictionaries', 'clauses'] as const;

/** The rules of a service that stand in no flow, form or table: a list of sections, and a form for each. */
export default function RulesPage() {
  const { t } = useTexts('designers');
  const catalogue = useQuery(serviceCatalogueQuery);
  const [query, setQuery] = useSearchParams();
  return (
    <QueryView query={catalogue}>
      {({ sections, dictionary }) => {
        const chosen = query.get('section') ?? sectionOf(sections, query.get('place') ?? '') ?? 'service';
        const section = sections.find((one) => one.name === chosen);
        const entries = [
          ...sections.map(({ name, label }) => ({ name, label })),
          ...further.map((name) => ({ name, label: t(`sections.${name}`) })),
        ];
        return (
          <div className={styles.page}>
            <nav className={styles.list} aria-label={t('sections.title')}>
              {entries.map(({ name, label }) => (
                <button
                  key={name}
                  type="button"
                  aria-current={name === chosen ? 'page' : undefined}
                  onClick={() => setQuery({ section: name }, { replace: true })}
                >
                  {label}
                </button>
              ))}
            </nav>
            <section className={styles.sheet} aria-labelledby="rules-section">
              <h2 id="rules-section">{entries.find(({ name }) => name === chosen)?.label}</h2>
              {section && (
                <>
                  <p className={styles.lead}>{section.help}</p>
                  <DraftSettings path="service.json">
                    <SettingsForm settings={section.settings} at="" />
                  </DraftSettings>
                  {section.name === 'guide' && <GuidePanel />}
                </>
              )}
              {chosen === 'dictionaries' && <DictionariesPanel settings={dictionary} />}
              {chosen === 'clauses' && <ClausesPanel />}
            </section>
          </div>
        );
      }}
    </QueryView>
  );
}

/** The section in which a setting is entered, by its address in the file. */
function sectionOf(sections: readonly SettingSectionDto[], place: string): string | undefined {
  return sections.find(({ settings }) => settings.some(({ name }) => `${place}/`.startsWith(`/${name}/`)))?.name;
}
