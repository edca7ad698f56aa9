import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';

interface Activity {
  id?: string;
  activities?: Activity[];
  customProperties?: { approvals?: { name?: string | { 'zh-CN': string; en: string } } };
}

/** The names that the flow's author gave to steps; the id where there is none. */
export function useStepNames(): (id: string) => string {
  const { i18n } = useTexts('rehearsal');
  const { file } = useDraft();
  const names = new Map<string, string>();
  const gather = (activity: Activity | undefined) => {
    const name = activity?.customProperties?.approvals?.name;
    if (activity?.id !== undefined && name !== undefined) {
      names.set(activity.id, typeof name === 'string' ? name : name[i18n.language === 'en' ? 'en' : 'zh-CN']);
    }
    activity?.activities?.forEach(gather);
  };
  gather(file<{ root?: Activity }>('workflow.json')?.root);
  return (id) => names.get(id) ?? id;
}
