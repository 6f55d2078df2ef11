import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { slotName, slotOfDay } from '#rules/timetable';

type Place = Parameters<typeof slotOfDay>[0] & { readonly roomId: string | null };

/** Says where a lesson lies on a day, and in which of these rooms when that is to be said. */
export function usePlaceWords(
  rooms: readonly { readonly id: string; readonly name: string }[],
): (place: Place, withRoom: boolean) => string {
  const { t } = useTranslation('timetable');
  return (place, withRoom) => {
    const room = withRoom ? rooms.find(({ id }) => id === place.roomId)?.name : undefined;
    const slot = slotName(slotOfDay(place));
    return t(room ? 'changes.dayPlaceRoom' : 'changes.dayPlace', { slot, day: formatDate(place.day), room });
  };
}
