import { Button } from 'antd';
import { useState } from 'react';
import { FlowMap } from '../FlowMap/FlowMap';
import { useTexts } from '../i18n/useTexts';
import { Panel } from '../Layout/Panel';

/** The map of the flow, drawn when it is asked for. */
export function MapPanel({ id }: { id: string }) {
  const { t } = useTexts('cases');
  const [open, setOpen] = useState(false);
  return (
    <Panel
      id="map"
      title={t('map.title')}
      extra={
        <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'map.hide' : 'map.show')}
        </Button>
      }
      flush={!open}
    >
      {open && <FlowMap id={id} />}
    </Panel>
  );
}
