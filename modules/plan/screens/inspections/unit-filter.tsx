import { useQuery } from '@tanstack/react-query';
import { answer, api, useMe } from '#api';
import { useAddress } from '#platform/ui';
import { UnitPicker } from '#screens/organisation';

/** Narrows a list to one unit (`don-vi` in the address), for those who look beyond a school of their own. */
export function UnitFilter({ label }: { label: string }) {
  const { address, set } = useAddress();
  const { role } = useMe();
  const unitId = address['don-vi'];
  const unit = useQuery({
    queryKey: ['units', 'one', unitId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/units/{unitId}', { params: { path: { unitId: unitId ?? '' } }, signal })),
    enabled: Boolean(unitId),
  });
  const chosen = unitId && unit.data ? unit.data.unit : null;
  if (role?.unit.kind === 'school') return null;
  return (
    <div style={{ maxWidth: 360 }}>
      <UnitPicker
        key={chosen?.id ?? ''}
        label={label}
        chosen={chosen}
        onChoose={(picked) => set({ 'don-vi': picked?.id })}
      />
    </div>
  );
}
