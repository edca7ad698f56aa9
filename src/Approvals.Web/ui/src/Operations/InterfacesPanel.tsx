import type { InterfaceDto } from '../api/contract';
import { clockTime, shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';
import { Tag } from '../Layout/Tag';
import { count } from './FigureCards';
import styles from './Operations.module.css';

/** The machines outside: whether they answer, what waits for them, what went wrong last. */
export function InterfacesPanel({ interfaces }: { interfaces: readonly InterfaceDto[] }) {
  const { t } = useTexts('operations');
  const used = interfaces.filter((one) => one.used);
  const well = used.filter(({ reachable }) => reachable === true).length;
  return (
    <Panel flush id="interfaces" title={t('interfaces.title', { well, all: used.length })}>
      <ul>
        {interfaces.map((one) => (
          <li key={one.code} className={styles.fault}>
            <p>
              <Tag tone={!one.used ? 'plain' : one.reachable ? 'ok' : 'error'}>{t(`interfaces.${state(one)}`)}</Tag>{' '}
              <strong>{t(`interfaces.of.${one.code as 'mail'}`)}</strong>
            </p>
            <p className="muted">
              {[
                one.askedAt && t('interfaces.asked', { at: clockTime(one.askedAt) }),
                one.code === 'scanner'
                  ? undefined
                  : t('interfaces.waiting', { count: one.waiting, text: count(one.waiting) }),
                one.waitingSince && t('interfaces.since', { at: shortInstant(one.waitingSince) }),
                one.givenUp > 0 && t('interfaces.givenUp', { text: count(one.givenUp) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.lastError && <p>{t('interfaces.lastError', { error: one.lastError })}</p>}
            {!one.used && <p className="muted">{t(`interfaces.without.${one.code as 'mail'}`)}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function state({ used, reachable }: InterfaceDto) {
  return !used ? 'unused' : reachable ? 'answers' : 'silent';
}
