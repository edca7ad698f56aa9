import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { DraftProblem } from '../api/studio';

/** Something that stands in a file of a draft. */
type Filed = Pick<DraftProblem, 'file'>;

/** A page of the studio: its key is its address and the key of its words. */
export interface StudioTab {
  key: 'overview' | 'flow' | 'forms' | 'tables' | 'letters' | 'rules' | 'test' | 'publish';
  Page: LazyExoticComponent<ComponentType>;
  /** Whether a problem, or whatever stands in a file, is one of this page. */
  owns: (problem: Filed) => boolean;
}

const inFolder = (folder: string) => (problem: Filed) => problem.file.startsWith(`${folder}/`);

/** The pages, in the order of their tabs: whoever builds one adds a line. */
export const tabs: readonly StudioTab[] = [
  { key: 'overview', Page: lazy(() => import('./Overview/OverviewPage')), owns: () => false },
  {
    key: 'flow',
    Page: lazy(() => import('./Flow/FlowPage')),
    owns: (problem) => problem.file === 'workflow.json' || inFolder('flows')(problem),
  },
  { key: 'forms', Page: lazy(() => import('./Forms/FormsPage')), owns: inFolder('forms') },
  { key: 'tables', Page: lazy(() => import('./Tables/TablesPage')), owns: inFolder('decisions') },
  { key: 'letters', Page: lazy(() => import('./Letters/LettersPage')), owns: inFolder('letters') },
  {
    key: 'rules',
    Page: lazy(() => import('./Rules/RulesPage')),
    owns: (problem) => problem.file === 'service.json' || inFolder('dictionaries')(problem),
  },
  { key: 'test', Page: lazy(() => import('./Test/TestPage')), owns: inFolder('scenarios') },
  { key: 'publish', Page: lazy(() => import('./Publish/PublishPage')), owns: () => false },
];

/** Which files a page is about, for tabs to use. */
export const owners = {
  flow: (problem: Filed) => problem.file === 'workflow.json' || inFolder('flows')(problem),
  forms: inFolder('forms'),
  tables: inFolder('decisions'),
  letters: inFolder('letters'),
  test: inFolder('scenarios'),
};

/** The page that a problem is solved on, or a file edited; the overview where no page owns it. */
export function tabOf(problem: Filed): StudioTab['key'] {
  return tabs.find((tab) => tab.owns(problem))?.key ?? 'overview';
}
