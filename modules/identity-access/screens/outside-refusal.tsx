import { useTranslation } from 'react-i18next';
import { Notice, useAddress } from '#platform/ui';

const known = [
  'oidcNotOffered',
  'oidcUnavailable',
  'oidcExpired',
  'oidcRefused',
  'oidcNotLinked',
  'oidcTaken',
  'accountDisabled',
] as const;

/** Why coming back from the outside identity provider did not end in a sign-in (`loi` in the address). */
export function OutsideRefusal() {
  const { t } = useTranslation('identity');
  const { address } = useAddress();
  if (!address.loi) return null;
  const reason = known.find((name) => address.loi === `identity.${name}`) ?? 'other';
  return (
    <div role="alert" style={{ marginBottom: 16 }}>
      <Notice tone="due">
        <p>{t(`outside.${reason}`)}</p>
      </Notice>
    </div>
  );
}
