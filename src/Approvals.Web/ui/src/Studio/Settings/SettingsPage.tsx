import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ServiceVersionDto } from '../../api/contract';
import { serviceCatalogueQuery } from '../../api/designers';
import { versionsQuery } from '../../api/policy';
import { sharedSettingsQuery } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { PageTitle } from '../../Layout/PageTitle';
import { Panel } from '../../Layout/Panel';
import { QueryView } from '../../Layout/QueryView';
import people from '../../People/People.module.css';
import { Place } from './Place';
import { places } from './places';
import styles from './SettingsPage.module.css';

/** All that can be set, in one place: for all services on pages of their own, for one service in its versions. */
export default function SettingsPage() {
  const { t } = useTexts('settings');
  const shared = useQuery(sharedSettingsQuery);
  return (
    <div className={people.page}>
      <PageTitle title={t('title')} below={t('text')} extra={<Link to="/studio">{t('back')}</Link>} />
      <div className={styles.panels}>
        <Panel flush title={t('all')}>
          <QueryView query={shared}>
            {(found) => (
              <div className={people.scroll} role="region" aria-label={t('all')} tabIndex={0}>
                <table className={`${people.table} ${styles.table}`}>
                  <Heads first={t('what')} />
                  <tbody>
                    {places.map((place) => (
                      <Place key={place.key} place={place} found={found} />
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </QueryView>
        </Panel>
        <Panel flush title={t('own')}>
          <p className={styles.note}>{t('ownText')}</p>
          <Sections />
        </Panel>
      </div>
    </div>
  );
}

function Heads({ first }: { first: string }) {
  const { t } = useTexts('settings');
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{t('for')}</th>
        <th scope="col">{t('now')}</th>
        <th scope="col">{t('who')}</th>
      </tr>
    </thead>
  );
}

/** Each kind of rule with the versions in force that hold it. */
function Sections() {
  const { t } = useTexts('settings');
  const { t: d } = useTexts('designers');
  const catalogue = useQuery(serviceCatalogueQuery);
  const versions = useQuery(versionsQuery);
  const live = (versions.data ?? []).filter((version) => version.inForce);
  return (
    <QueryView query={catalogue}>
      {({ sections }) => (
        <div className={people.scroll} role="region" aria-label={t('own')} tabIndex={0}>
          <table className={`${people.table} ${styles.table}`}>
            <Heads first={t('section')} />
            <tbody>
              {[
                ...sections,
                { name: 'dictionaries', label: d('sections.dictionaries'), help: t('help.ownDictionaries') },
                { name: 'clauses', label: d('sections.clauses'), help: t('help.clauses') },
              ].map(({ name, label, help }) => (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <td>{help}</td>
                  <td>
                    <Versions section={name} live={live} />
                  </td>
                  <td>{t('keeper.own')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </QueryView>
  );
}

function Versions({ section, live }: { section: string; live: ServiceVersionDto[] }) {
  return (
    <ul className={styles.versions}>
      {live.map((version) => (
        <li key={version.id}>
          <Link to={`/studio/${version.id}/rules?section=${section}`}>
            {version.name} v{version.number}
          </Link>
        </li>
      ))}
    </ul>
  );
}
