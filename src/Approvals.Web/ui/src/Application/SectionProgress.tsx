import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { checkKey } from './ApplicationView';
import styles from './Application.module.css';
import { SectionList, type SectionListProps } from './SectionList';

const segment = { empty: '', partial: styles.segPartial, complete: styles.segComplete, error: styles.segError };

/** On a phone: where one is, as segments, and all sections in a drawer. */
export function SectionProgress(props: SectionListProps) {
  const { t } = useTexts('application');
  const [all, setAll] = useState(false);
  const { sections, states, current, open } = props;
  const at = current === checkKey ? sections.length : sections.findIndex((section) => section.key === current);
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <strong>{sections[at]?.label ?? t('check.title')}</strong>
        <span className="muted">
          {at + 1} / {sections.length + 1}
        </span>
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('allSections')}
        </Button>
      </div>
      <div className={styles.segments} aria-hidden="true">
        {sections.map((section, index) => (
          <span
            key={section.key}
            className={
              index === at
                ? styles.segCurrent
                : segment[states.find((entry) => entry.key === section.key)?.status ?? 'empty']
            }
          />
        ))}
        <span className={at === sections.length ? styles.segCurrent : ''} />
      </div>
      <Drawer open={all} onClose={() => setAll(false)} placement="bottom" size="large" title={t('sections')}>
        <SectionList
          {...props}
          open={(key) => {
            setAll(false);
            open(key);
          }}
        />
      </Drawer>
    </div>
  );
}
