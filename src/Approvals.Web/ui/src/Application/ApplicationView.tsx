import { useTexts } from '../i18n/useTexts';
import { useSearchParams } from 'react-router';
import type { DraftDto } from '../api/contract';
import type { AutoSave } from '../Form/AutoSave';
import { FormAccessProvider } from '../Form/FormAccess';
import type { useSavedForm } from '../Form/useSavedForm';
import { isHidden } from '../Form/walk';
import { PageTitle } from '../Layout/PageTitle';
import styles from './Application.module.css';
import { CheckAnswers } from './CheckAnswers';
import { LimitsPanel } from './LimitsPanel';
import { SaveState } from './SaveState';
import { SectionForm } from './SectionForm';
import { SectionList } from './SectionList';
import { SectionProgress } from './SectionProgress';

interface Props {
  draft: DraftDto;
  saver: AutoSave;
  form: ReturnType<typeof useSavedForm>;
  reload: () => void;
}

export const checkKey = '-check';

/** Sections on the left, the open one on the right; on a phone a bar of segments and a drawer. */
export function ApplicationView({ draft, saver, form, reload }: Props) {
  const { t } = useTexts('application');
  const [search, setSearch] = useSearchParams();
  const { state } = form.saved;
  const sections = draft.form.sections.filter((section) => !isHidden(state, section.key));
  const asked = search.get('section');
  const checking = asked === checkKey;
  const index = Math.max(
    0,
    sections.findIndex((section) => section.key === asked),
  );
  const open = (key: string) => {
    setSearch({ section: key }, { preventScrollReset: false });
    window.scrollTo({ top: 0 });
  };
  const list = { sections, states: state.sections, current: checking ? checkKey : (sections[index]?.key ?? ''), open };
  const next = sections[index + 1]?.key ?? checkKey;
  return (
    <FormAccessProvider value={form.access}>
      <PageTitle
        title={draft.form.title}
        crumbs={[
          { to: '/services', text: t('shell:nav.services') },
          { to: `/services/${draft.service}`, text: draft.serviceName },
        ]}
        extra={<SaveState saved={form.saved} reload={reload} />}
      />
      <SectionProgress {...list} />
      <div className={styles.columns}>
        <aside className={styles.side}>
          <SectionList {...list} />
          <LimitsPanel service={draft.service} />
        </aside>
        {checking || sections[index] === undefined ? (
          <CheckAnswers draft={draft} saver={saver} form={form} sections={sections} open={open} />
        ) : (
          <SectionForm
            key={sections[index].key}
            section={sections[index]}
            number={index + 1}
            total={sections.length + 1}
            form={form}
            saver={saver}
            previous={index > 0 ? () => open(sections[index - 1]?.key ?? '') : undefined}
            next={() => open(next)}
          />
        )}
      </div>
    </FormAccessProvider>
  );
}
