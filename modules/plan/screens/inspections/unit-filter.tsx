import { useQuery } from '@tanstack/react-query';
import { answer, api } from '#api';
import { useAddress } from '#platform/ui';
import { UnitPicker } from '#screens/organisation';

/** Narrows a list to one unit; the unit's id lives in the address as `don-vi`. */
export function UnitFilter({ label }: { label: string }) {
  const { address, set } = useAddress();
  const unitId = address['don-vi'];
  const unit = useQuery({
    queryKey: ['units', 'one', unitId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/units/{unitId}', { params: { path: { unitId: unitId ?? '' } }, signal })),
    enabled: Boolean(unitId),
  });
  const chosen = unitId && unit.data ? unit.data.unit : null;
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
