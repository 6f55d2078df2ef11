import { childrenOf, type XmlElement } from '../xml.ts';
import type { DayUnit, FetAsk, FetRule, Members } from './asks.ts';
import { type FetConstraint, type FetDocument, flagOf, numberOf, textOfChild } from './document.ts';
import { FetNames } from './names.ts';

export interface FetRules {
  readonly rules: readonly FetRule[];
  /** Elements that are not kept, each with why; never silently dropped. */
  readonly unsupported: readonly string[];
}

/** Says what each constraint element asks. One that is not understood is named in `unsupported`. */
export function rulesOf(document: FetDocument): FetRules {
  const reader = new RuleReader(document);
  const rules: FetRule[] = [];
  const unsupported = new Map<string, number>();
  document.constraints.forEach((constraint, source) => {
    const ask = reader.read(constraint);
    if (ask === undefined) unsupported.set(constraint.kind, (unsupported.get(constraint.kind) ?? 0) + 1);
    else if (typeof ask === 'string') {
      const reason = `${constraint.kind}: ${ask}`;
      unsupported.set(reason, (unsupported.get(reason) ?? 0) + 1);
    } else rules.push({ source, weight: constraint.weight, ask });
  });
  return {
    rules,
    unsupported: [
      ...[...unsupported].map(([what, times]) => (times > 1 ? `${what} (${times})` : what)),
      ...reader.strangers,
    ],
  };
}

class RuleReader {
  readonly #document: FetDocument;
  readonly #names: FetNames;

  constructor(document: FetDocument) {
    this.#document = document;
    this.#names = new FetNames(document);
  }

  /** What is named within elements that are used and does not exist. */
  get strangers(): ReadonlySet<string> {
    return this.#names.strangers;
  }

  /** What the element asks; a reason when it names what does not exist; undefined when it is not known. */
  read(constraint: FetConstraint): FetAsk | string | undefined {
    const { kind, element } = constraint;
    const plain = this.#readPlain(kind, element);
    if (plain !== undefined) {
      this.#names.checkNames(element);
      return plain;
    }
    const found = /^(Teachers?|StudentsSet|Students)(ActivityTag)?(.+)$/.exec(kind);
    if (!found) return undefined;
    const members = this.#membersOf(found[1]!, found[2] !== undefined, element);
    if (typeof members === 'string') return members;
    this.#names.checkNames(element);
    return this.#readOfMembers(found[3]!, members, element);
  }

  #membersOf(prefix: string, tagged: boolean, element: XmlElement): Members | string {
    const tag = textOfChild(element, 'Activity_Tag_Name') || textOfChild(element, 'Activity_Tag');
    const rest = tagged ? { tag } : {};
    const { teachers, atoms, students } = this.#document;
    if (prefix === 'Teachers') return { who: 'teachers', of: [...teachers.keys()], ...rest };
    if (prefix === 'Students') return { who: 'students', of: [...atoms.keys()], ...rest };
    if (prefix === 'Teacher') {
      const name = textOfChild(element, 'Teacher_Name') || textOfChild(element, 'Teacher');
      const teacher = this.#names.teacherOf.get(name);
      return teacher === undefined
        ? `giáo viên "${name}" không có trong danh sách`
        : { who: 'teachers', of: [teacher], ...rest };
    }
    const name = textOfChild(element, 'Students') || textOfChild(element, 'Students_Name');
    const set = students.get(name);
    return set ? { who: 'students', of: set, ...rest } : `lớp/nhóm "${name}" không có trong danh sách`;
  }

  #readOfMembers(what: string, members: Members, element: XmlElement): FetAsk | string | undefined {
    const n = (name: string) => numberOf(element, name);
    const oneLonger = flagOf(element, 'Allow_One_Day_Exception_of_Plus_One', false);
    switch (what) {
      case 'NotAvailableTimes':
        return { ask: 'not-available', members, slots: this.#names.slots(element, 'Not_Available_Time') };
      case 'MaxHoursDaily':
      case 'MaxHoursDailyHalfDays':
        return { ask: 'hours', members, unit: 'day', max: n('Maximum_Hours_Daily') };
      case 'MaxHoursDailyRealDays':
        return { ask: 'hours', members, unit: 'real-day', max: n('Maximum_Hours_Daily') };
      case 'MinHoursDaily':
      case 'MinHoursDailyHalfDays':
        return {
          ask: 'hours',
          members,
          unit: 'day',
          min: n('Minimum_Hours_Daily'),
          emptyAllowed: flagOf(element, 'Allow_Empty_Days', members.who === 'teachers'),
        };
      case 'MinHoursDailyRealDays':
        return {
          ask: 'hours',
          members,
          unit: 'real-day',
          min: n('Minimum_Hours_Daily'),
          emptyAllowed: flagOf(element, 'Allow_Empty_Days', true),
        };
      case 'MinHoursPerMorning':
        return {
          ask: 'hours',
          members,
          unit: 'morning',
          min: n('Minimum_Hours_Per_Morning'),
          emptyAllowed: flagOf(element, 'Allow_Empty_Mornings', true),
        };
      case 'MaxGapsPerWeek':
        return { ask: 'gaps', members, per: 'week', max: n('Max_Gaps') };
      case 'MaxGapsPerDay':
        return { ask: 'gaps', members, per: 'day', max: n('Max_Gaps') };
      case 'MaxGapsPerRealDay':
        return { ask: 'gaps', members, per: 'real-day', max: n('Max_Gaps'), oneLonger };
      case 'MaxZeroGapsPerAfternoon':
        return { ask: 'gaps', members, per: 'afternoon', max: 0 };
      case 'EarlyMaxBeginningsAtSecondHour':
        return { ask: 'early', members, max: n('Max_Beginnings_At_Second_Hour'), unit: 'day' };
      case 'MorningsEarlyMaxBeginningsAtSecondHour':
        return { ask: 'early', members, max: n('Max_Beginnings_At_Second_Hour'), unit: 'morning' };
      case 'AfternoonsEarlyMaxBeginningsAtSecondHour':
        return { ask: 'early', members, max: n('Max_Beginnings_At_Second_Hour'), unit: 'afternoon' };
      case 'MaxDaysPerWeek':
        return { ask: 'busy-days', members, unit: 'day', max: n('Max_Days_Per_Week') };
      case 'MinDaysPerWeek':
        return { ask: 'busy-days', members, unit: 'day', min: n('Minimum_Days_Per_Week') };
      case 'MaxRealDaysPerWeek':
        return { ask: 'busy-days', members, unit: 'real-day', max: n('Max_Days_Per_Week') };
      case 'MinRealDaysPerWeek':
        return { ask: 'busy-days', members, unit: 'real-day', min: n('Minimum_Days_Per_Week') };
      case 'MaxMorningsPerWeek':
        return { ask: 'busy-days', members, unit: 'morning', max: n('Max_Mornings_Per_Week') };
      case 'MinMorningsPerWeek':
        return { ask: 'busy-days', members, unit: 'morning', min: n('Minimum_Mornings_Per_Week') };
      case 'MaxAfternoonsPerWeek':
        return { ask: 'busy-days', members, unit: 'afternoon', max: n('Max_Afternoons_Per_Week') };
      case 'MinAfternoonsPerWeek':
        return { ask: 'busy-days', members, unit: 'afternoon', min: n('Minimum_Afternoons_Per_Week') };
      case 'IntervalMaxDaysPerWeek':
        return this.#interval(members, element, 'day');
      case 'MorningIntervalMaxDaysPerWeek':
        return this.#interval(members, element, 'morning');
      case 'AfternoonIntervalMaxDaysPerWeek':
        return this.#interval(members, element, 'afternoon');
      case 'MaxHoursContinuously':
        return { ask: 'run', members, max: n('Maximum_Hours_Continuously') };
      case 'MaxSpanPerDay':
        return { ask: 'span', members, unit: 'day', max: n('Max_Span'), oneLonger };
      case 'MaxSpanPerRealDay':
        return { ask: 'span', members, unit: 'real-day', max: n('Max_Span'), oneLonger };
      case 'MaxThreeConsecutiveDays':
        return {
          ...{ ask: 'days-in-a-row', members, max: 3 },
          orFromAfternoon: flagOf(element, 'Allow_Afternoon_Morning_Afternoon_Morning_Exception', false),
        };
      case 'MinRestingHours':
        return {
          ask: 'rest',
          members,
          min: n('Minimum_Resting_Hours'),
          between: flagOf(element, 'Circular', false) ? 'circular-days' : 'days',
        };
      case 'MinRestingHoursBetweenMorningAndAfternoon':
        return { ask: 'rest', members, min: n('Minimum_Resting_Hours'), between: 'morning-afternoon' };
      case 'MaxTwoActivityTagsPerDayFromN1N2N3':
        return { ask: 'tags-a-day', members, tags: ['N1', 'N2', 'N3'], max: 2 };
      case 'MinGapsBetweenOrderedPairOfActivityTags':
        return {
          ask: 'ordered-tags',
          members,
          first: textOfChild(element, 'First_Activity_Tag'),
          second: textOfChild(element, 'Second_Activity_Tag'),
          min: n('MinGaps'),
        };
      case 'HomeRoom':
      case 'HomeRooms':
        return this.#homeRooms(members, element);
      case 'RoomNotAvailableTimes': {
        const room = this.#document.roomOf.get(textOfChild(element, 'Room'));
        if (room === undefined) return 'phòng không có trong danh sách';
        const slots = this.#names.slots(element, 'Not_Available_Time');
        return { ask: 'room-not-available', room, slots, teacher: members.of[0]! };
      }
      default:
        return this.#changes(what, members, element);
    }
  }

  #changes(what: string, members: Members, element: XmlElement): FetAsk | undefined {
    const most = /^Max(Building|Room)ChangesPer(Day|Week|RealDay)$/.exec(what);
    if (most) {
      const per = ({ Day: 'day', Week: 'week', RealDay: 'real-day' } as const)[most[2] as 'Day'];
      const name = `Max_${most[1]}_Changes_Per_${most[2] === 'Week' ? 'Week' : 'Day'}`;
      const max = textOfChild(element, name) || textOfChild(element, `Max_${most[1]}_Changes_Per_Real_Day`);
      return {
        ask: 'changes',
        members,
        what: most[1] === 'Room' ? 'room' : 'building',
        per,
        max: Number(max),
      };
    }
    const least = /^MinGapsBetween(Building|Room)Changes$/.exec(what);
    if (!least) return undefined;
    return {
      ask: 'changes',
      members,
      what: least[1] === 'Room' ? 'room' : 'building',
      per: 'day',
      minGap: numberOf(element, `Min_Gaps_Between_${least[1]}_Changes`),
    };
  }

  #readPlain(kind: string, element: XmlElement): FetAsk | string | undefined {
    const n = (name: string) => numberOf(element, name);
    switch (kind) {
      case 'BasicCompulsoryTime':
      case 'BasicCompulsorySpace':
        return { ask: 'basic' };
      case 'BreakTimes':
        return { ask: 'breaks', slots: this.#names.slots(element, 'Break_Time') };
      case 'MinDaysBetweenActivities':
      case 'MinNDaysBetweenActivities':
        return this.#set(element, {
          ask: 'min-days',
          min: n('MinDays'),
          together: flagOf(element, 'Consecutive_If_Same_Day', flagOf(element, 'Adjacent_If_Broken', false)),
        });
      case 'MaxDaysBetweenActivities':
        return this.#set(element, { ask: 'max-days', max: n('MaxDays') });
      case 'MinGapsBetweenActivities':
        return this.#set(element, { ask: 'min-gaps', min: n('MinGaps') });
      case 'ActivitiesSameStartingTime':
        return this.#set(element, { ask: 'same', what: 'start' });
      case 'ActivitiesSameStartingDay':
        return this.#set(element, { ask: 'same', what: 'day' });
      case 'ActivitiesSameStartingHour':
        return this.#set(element, { ask: 'same', what: 'hour' });
      case 'ActivitiesNotOverlapping':
        return this.#set(element, { ask: 'not-overlapping' });
      case 'ActivityTagsNotOverlapping':
        return {
          ask: 'tags-not-overlapping',
          tags: childrenOf(element, 'Activity_Tag').map((tag) => tag.text),
        };
      case 'TwoActivitiesConsecutive':
        return this.#pair(element, 'consecutive');
      case 'TwoActivitiesGrouped':
        return this.#pair(element, 'grouped');
      case 'TwoActivitiesOrdered':
        return this.#pair(element, 'ordered');
      case 'TwoActivitiesOrderedIfSameDay':
        return this.#pair(element, 'ordered-in-day');
      case 'ThreeActivitiesGrouped': {
        const three = ['First', 'Second', 'Third'].map((name) =>
          this.#names.activity(element, n(`${name}_Activity_Id`)),
        );
        if (three.some((activity) => activity === undefined)) return { ask: 'basic' };
        return { ask: 'three-grouped', activities: three as [number, number, number] };
      }
      case 'ActivityEndsStudentsDay':
        return { ask: 'ends-day', activities: this.#names.ids(element) };
      case 'ActivitiesEndStudentsDay':
        return { ask: 'ends-day', activities: this.#names.filtered(element) };
      case 'ActivityPreferredStartingTime':
      case 'ActivityPreferredDay': {
        const slots = this.#names.startingTime(element);
        if (typeof slots === 'string') return slots;
        return { ask: 'times', activities: this.#names.ids(element), slots, every: false };
      }
      case 'ActivityPreferredStartingTimes':
      case 'ActivityPreferredTimes':
        return this.#times(element, this.#names.ids(element), 'Preferred_Starting_Time', false);
      case 'ActivityPreferredTimeSlots':
        return this.#times(element, this.#names.ids(element), 'Preferred_Time_Slot', true);
      case 'ActivitiesPreferredStartingTimes':
      case 'SubactivitiesPreferredStartingTimes':
        return this.#times(element, this.#names.filtered(element), 'Preferred_Starting_Time', false);
      case 'ActivitiesPreferredTimeSlots':
      case 'SubactivitiesPreferredTimeSlots':
        return this.#times(element, this.#names.filtered(element), 'Preferred_Time_Slot', true);
      case 'ActivitiesOccupyMaxTimeSlotsFromSelection':
        return this.#selection(element, { maxTaken: n('Max_Number_of_Occupied_Time_Slots') });
      case 'ActivitiesOccupyMinTimeSlotsFromSelection':
        return this.#selection(element, { minTaken: n('Min_Number_of_Occupied_Time_Slots') });
      case 'ActivitiesMaxSimultaneousInSelectedTimeSlots':
        return this.#selection(element, { maxAtOnce: n('Max_Number_of_Simultaneous_Activities') });
      case 'ActivitiesMinSimultaneousInSelectedTimeSlots':
        return this.#selection(element, {
          minAtOnce: n('Min_Number_of_Simultaneous_Activities'),
          emptyAllowed: flagOf(element, 'Allow_Empty_Slots', false),
        });
      case 'MaxTotalActivitiesFromSetInSelectedTimeSlots':
        return this.#selection(element, { maxMeets: n('Max_Total_Number_of_Activities') });
      case 'ActivitiesOccupyMaxTerms':
        return this.#set(element, { ask: 'terms', maxTerms: n('Max_Number_of_Occupied_Terms') });
      case 'ActivitiesMaxInATerm':
        return this.#set(element, { ask: 'terms', maxInTerm: n('Max_Number_of_Activities_in_A_Term') });
      case 'ActivitiesOccupyMaxDifferentRooms':
        return this.#set(element, { ask: 'different-rooms', max: n('Max_Number_of_Different_Rooms') });
      case 'ActivitiesSameRoomIfConsecutive':
        return this.#set(element, { ask: 'same-room-if-next' });
      case 'RoomNotAvailableTimes': {
        const room = this.#document.roomOf.get(textOfChild(element, 'Room'));
        if (room === undefined) return 'phòng không có trong danh sách';
        return { ask: 'room-not-available', room, slots: this.#names.slots(element, 'Not_Available_Time') };
      }
      case 'ActivityPreferredRoom':
      case 'ActivityPreferredRooms':
        return this.#rooms(element, this.#names.ids(element));
      case 'SubjectPreferredRoom':
      case 'SubjectPreferredRooms':
      case 'ActivityTagPreferredRoom':
      case 'ActivityTagPreferredRooms':
      case 'SubjectActivityTagPreferredRoom':
      case 'SubjectActivityTagPreferredRooms': {
        const subject = kind.startsWith('Subject') ? textOfChild(element, 'Subject') : undefined;
        const tag = kind.includes('ActivityTag') ? textOfChild(element, 'Activity_Tag') : undefined;
        return this.#rooms(
          element,
          this.#names.where(
            (activity) =>
              (subject === undefined || activity.subject === subject) &&
              (tag === undefined || activity.tags.includes(tag)),
          ),
        );
      }
      default:
        return undefined;
    }
  }

  /** A rule on a list of activities; those that are inactive or unknown are left out, as FET does. */
  #set<const Rest extends object>(element: XmlElement, rest: Rest): Rest & { activities: readonly number[] } {
    return { ...rest, activities: this.#names.ids(element) };
  }

  #selection(element: XmlElement, limits: object): FetAsk {
    return {
      ask: 'selection',
      ...limits,
      activities: this.#names.ids(element),
      slots: this.#names.slots(element, 'Selected_Time_Slot'),
    };
  }

  #interval(members: Members, element: XmlElement, unit: DayUnit): FetAsk | string {
    const from = this.#names.hourOf.get(textOfChild(element, 'Interval_Start_Hour'));
    const end = textOfChild(element, 'Interval_End_Hour');
    const until = end === '' ? this.#document.hours.length : this.#names.hourOf.get(end);
    if (from === undefined || until === undefined) return 'giờ của khoảng không có trong danh sách tiết';
    const max = numberOf(
      element,
      unit === 'day'
        ? 'Max_Days_Per_Week'
        : unit === 'morning'
          ? 'Max_Mornings_Per_Week'
          : 'Max_Afternoons_Per_Week',
    );
    return { ask: 'busy-days', members, unit, from, until, max };
  }

  #pair(element: XmlElement, how: 'consecutive' | 'grouped' | 'ordered' | 'ordered-in-day'): FetAsk {
    const first = this.#names.activity(element, numberOf(element, 'First_Activity_Id'));
    const second = this.#names.activity(element, numberOf(element, 'Second_Activity_Id'));
    // An inactive activity asks nothing.
    if (first === undefined || second === undefined) return { ask: 'basic' };
    return { ask: 'pair', first, second, how };
  }

  #times(element: XmlElement, activities: readonly number[], item: string, every: boolean): FetAsk | string {
    const old = childrenOf(element, item).length > 0 ? item : 'Preferred_Time';
    const slots = this.#names.slots(element, old);
    // Times that are all unknown ask nothing; times that are none at all forbid every one.
    if (slots.length === 0 && childrenOf(element, old).length > 0)
      return 'các giờ được nêu đều không có trong tuần';
    return { ask: 'times', activities, slots, every };
  }

  #homeRooms(members: Members, element: XmlElement): FetAsk | string {
    const { teacherOf } = this.#names;
    const set = textOfChild(element, 'Students');
    const activities = this.#names.where(
      members.who === 'teachers'
        ? ({ teachers }) => teachers.length === 1 && teacherOf.get(teachers[0]!) === members.of[0]
        : ({ students }) => students.length === 1 && students[0] === set,
    );
    const rooms = this.#rooms(element, activities);
    return typeof rooms === 'string' ? rooms : { ...rooms, home: true };
  }

  #rooms(element: XmlElement, activities: readonly number[]) {
    const names = [...childrenOf(element, 'Room'), ...childrenOf(element, 'Preferred_Room')].map(
      (room) => room.text,
    );
    const rooms = names.map((name) => this.#document.roomOf.get(name));
    if (rooms.length === 0 || rooms.some((room) => room === undefined))
      return `phòng "${names.find((name) => !this.#document.roomOf.has(name)) ?? ''}" không có trong danh sách`;
    return { ask: 'rooms' as const, activities, rooms: rooms as number[], home: false };
  }
}
