import { Dropdown } from 'antd';
import { useTexts } from '../../i18n/useTexts';
import { useFlow } from './FlowContext';
import { useStepActs } from './useStepActs';

export interface MenuPoint {
  x: number;
  y: number;
}

/** What can be done with the step that was clicked with the other button; the same acts have keys and stand in the drawer. */
export function ContextMenu({ point, close }: { point: MenuPoint; close: () => void }) {
  const { t } = useTexts('flow');
  const { selected } = useFlow();
  const acts = useStepActs(selected);
  return (
    <Dropdown
      open
      onOpenChange={(open) => !open && close()}
      menu={{
        items: acts.map(({ key, keys, danger }) => ({
          key,
          danger: danger === true,
          label: t(`act.${key}`),
          extra: keys,
        })),
        onClick: ({ key }) => {
          close();
          acts.find((act) => act.key === key)?.run();
        },
      }}
    >
      <span style={{ position: 'fixed', left: point.x, top: point.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}
