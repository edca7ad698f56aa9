import type { Difference } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { Tag, type Tone } from '../../Layout/Tag';
import styles from './Overview.module.css';

const tones: Record<Difference['act'], Tone> = { added: 'ok', changed: 'warn', moved: 'info', removed: 'error' };

/** Differences by what they are about: a line each, or the old beside the new. */
export function Differences({ changes, way }: { changes: readonly Difference[]; way: 'words' | 'sides' }) {
  const { t } = useTexts('studio');
  const areas = [...new Set(changes.map((change) => change.area))];
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('compare.title')}>
      {areas.map((area) => (
        <section key={area}>
          <h3>{t(`area.${area}`)}</h3>
          <table className={styles.differences}>
            <thead>
              <tr>
                <th scope="col">{t('compare.act')}</th>
                <th scope="col">{t('compare.what')}</th>
                {way === 'sides' && <th scope="col">{t('compare.before')}</th>}
                {way === 'sides' && <th scope="col">{t('compare.after')}</th>}
              </tr>
            </thead>
            <tbody>
              {changes
                .filter((change) => change.area === area)
                .map((change, index) => (
                  <tr key={index}>
                    <td>
                      <Tag tone={tones[change.act]}>{t(`act.${change.act}`)}</Tag>
                    </td>
                    {way === 'sides' ? <Sides change={change} /> : <Line change={change} />}
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

function Line({ change: { what, before, after } }: { change: Difference }) {
  return (
    <td>
      {what}
      {before !== null && (
        <>
          {' '}
          <del>{before}</del>
        </>
      )}
      {after !== null && (
        <>
          {' '}
          <ins>{after}</ins>
        </>
      )}
    </td>
  );
}

function Sides({ change: { what, before, after } }: { change: Difference }) {
  return (
    <>
      <td>{what}</td>
      <td>{before === null ? '—' : <del>{before}</del>}</td>
      <td>{after === null ? '—' : <ins>{after}</ins>}</td>
    </>
  );
}
