import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import type { SettingPlace } from './places';

/** What a page's own query says is in force. */
export interface InForce {
  query: { queryKey: QueryKey };
  say: (found: unknown) => {
    key: 'years' | 'rules' | 'templates' | 'dictionaries' | 'lists';
    count?: number;
    years?: string;
  };
}

/** A page of settings: what it is for, what is in force, who may change it; a link for those to whom it is open. */
export function Place({ place }: { place: SettingPlace }) {
  const { t } = useTexts('settings');
  const { areas } = useSession();
  const open = areas.includes(place.area);
  return (
    <tr>
      <th scope="row">{open ? <Link to={place.to}>{t(`place.${place.key}`)}</Link> : t(`place.${place.key}`)}</th>
      <td>{t(`help.${place.key}`)}</td>
      <td>{open && place.inForce ? <Said inForce={place.inForce} /> : t(open ? 'onItsPage' : 'byItsKeeper')}</td>
      <td>{t(`keeper.${place.key}`)}</td>
    </tr>
  );
}

function Said({ inForce }: { inForce: InForce }) {
  const { t } = useTexts('settings');
  const query = useQuery(inForce.query as UseQueryOptions);
  if (query.data === undefined) {
    return <>{t('onItsPage')}</>;
  }
  const { key, ...values } = inForce.say(query.data);
  return <>{t(`inForce.${key}`, values)}</>;
}
