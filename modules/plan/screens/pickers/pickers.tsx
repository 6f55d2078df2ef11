import { answer, api } from '#api';
import { ManyPicker } from './many-picker.tsx';

interface Field<Thing> {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly chosen: readonly Thing[];
  readonly onChange: (chosen: Thing[]) => void;
}

/** A person as picked: the unit is there to tell two of the same name apart. */
export interface PickedPerson {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
}

/** People of the acting role's reach who may sign in. */
export function PeoplePicker({ single = false, ...field }: Field<PickedPerson> & { single?: boolean }) {
  return (
    <ManyPicker
      {...field}
      single={single}
      labelOf={(person) => (person.unit ? `${person.name} · ${person.unit}` : person.name)}
      find={{
        key: ['accounts', 'picker'],
        run: async (typed, signal) => {
          const { items } = await answer(
            api.GET('/api/accounts', {
              params: { query: { status: 'active', limit: 30, ...(typed ? { q: typed } : {}) } },
              signal,
            }),
          );
          return items.map(({ id, displayName, roles }) => ({
            id,
            name: displayName,
            unit: roles[0]?.unit.name,
          }));
        },
      }}
    />
  );
}

export interface PickedUnitName {
  readonly id: string;
  readonly name: string;
}

/** Several units of the department, without those that `leaveOut` names. */
export function UnitsPicker({
  leaveOut,
  ...field
}: Field<PickedUnitName> & { leaveOut: (unit: { id: string; kind: string }) => boolean }) {
  return (
    <ManyPicker
      {...field}
      labelOf={(unit) => unit.name}
      find={{
        key: ['units', 'many'],
        run: async (typed, signal) => {
          const { items } = await answer(
            api.GET('/api/units', {
              params: { query: { limit: 30, ...(typed ? { q: typed } : {}) } },
              signal,
            }),
          );
          return items.filter((unit) => !leaveOut(unit)).map(({ id, name }) => ({ id, name }));
        },
      }}
    />
  );
}

export interface PickedDuty {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** Duties of the plan in force; nothing is offered before the first word. */
export function DutiesPicker(field: Field<PickedDuty>) {
  return (
    <ManyPicker
      {...field}
      labelOf={(duty) => `${duty.code} · ${duty.title}`}
      find={{
        key: ['plan', 'duty-picker'],
        run: async (typed, signal) => {
          if (!typed) return [];
          const { results } = await answer(
            api.GET('/api/search', { params: { query: { q: typed } }, signal }),
          );
          return results
            .filter((result) => result.kind === 'duty')
            .map(({ id, detail, title }) => ({ id, code: detail, title }));
        },
      }}
    />
  );
}
