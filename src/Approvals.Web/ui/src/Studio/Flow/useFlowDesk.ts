import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { BlockKind, Flow, FlowStep } from '../../api/flow';
import type { Command } from '../../api/studio';
import { useTexts } from '../../i18n/useTexts';
import { useDraft } from '../Shell/DraftContext';
import { commandsOf, onlyBelow, type Spot, spotAbove, spotAfter, spotBelow } from './commands';
import type { FlowDesk, FlowView } from './FlowContext';

/** The state of the designer: what is selected and folded, and the acts that menus, keys and dragging share. */
export function useFlowDesk(flow: Flow, kinds: readonly BlockKind[], view: FlowView): FlowDesk {
  const { t } = useTexts('flow');
  const { modal } = App.useApp();
  const { edit: save, problems, readOnly } = useDraft();
  const [query] = useSearchParams();
  const [chosen, setChosen] = useState<string | undefined>(query.get('activity') ?? undefined);
  const path = query.get('path') ?? '';
  const lit = useMemo(() => (path === '' ? [] : path.split(',')), [path]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [menuAt, openMenu] = useState<Spot>();
  const known = useRef<ReadonlySet<string> | undefined>(undefined);
  const commands = useMemo(() => commandsOf(flow.file), [flow.file]);
  const own = useMemo(() => problems.filter((problem) => problem.file === flow.file), [problems, flow.file]);

  useEffect(() => {
    const fresh = known.current && flow.steps.find((step) => known.current?.has(step.id) === false);
    if (fresh !== undefined) {
      known.current = undefined;
      setChosen(fresh.id);
    }
  }, [flow]);

  const edit = useCallback((changes: Command[]) => save(changes), [save]);
  const selectNew = useCallback(() => {
    known.current = new Set(flow.steps.map((step) => step.id));
  }, [flow]);
  const insert = (kind: BlockKind, spot?: Spot) => {
    selectNew();
    openMenu(undefined);
    void edit([commands.insert(kind, spot)]);
  };
  const copy = (step: FlowStep) => {
    selectNew();
    void edit([commands.copy(step.id, spotAfter(flow, step))]);
  };
  const remove = (step: FlowStep) => {
    const lost = onlyBelow(flow, step);
    const go = async () => {
      if (await edit([commands.remove(step.id, lost > 0)])) {
        setChosen(undefined);
      }
    };
    if (lost === 0) {
      void go();
    } else {
      modal.confirm({
        title: t('delete.title', { name: step.title }),
        content: t('delete.text', { count: lost }),
        okText: t('delete.ok'),
        okButtonProps: { danger: true },
        onOk: go,
      });
    }
  };
  const shift = (step: FlowStep, down: boolean) => {
    const spot = down ? spotBelow(flow, step.id) : spotAbove(flow, step.id);
    if (spot !== undefined) {
      void edit([commands.move(step.id, spot)]);
    }
  };
  const fold = (id: string) =>
    setFolded((ids) => new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]));
  return {
    flow,
    kinds,
    problems: own,
    lit,
    commands,
    readOnly,
    view,
    selected: flow.steps.find((step) => step.id === chosen),
    select: setChosen,
    folded,
    fold,
    edit,
    insert,
    copy,
    remove,
    shift,
    menuAt,
    openMenu,
  };
}
