import { Link } from 'react-router';
import type { SharedSettings } from '../../api/studio';
import { useSession } from '../../App/useSession';
import { useTexts } from '../../i18n/useTexts';
import type { SettingPlace } from './places';

/** A page of settings: what it is for, what is in force, who may change it; a link for those to whom it is open. */
export function Place({ place, found }: { place: SettingPlace; found: SharedSettings }) {
  const { t } = useTexts('settings');
  const { areas } = useSession();
  const { key, ...values } = place.say(found);
  return (
    <tr>
      <th scope="row">
        {areas.includes(place.area) ? <Link to={place.to}>{t(`place.${place.key}`)}</Link> : t(`place.${place.key}`)}
      </th>
      <td>{t(`help.${place.key}`)}</td>
      <td>
        {t(`inForce.${key}`, values)}
        {place.key === 'mail' && <> {t(found.channels.textMessages ? 'texting' : 'noTexting')}</>}
      </td>
      <td>{t(`keeper.${place.key}`)}</td>
    </tr>
  );
}
