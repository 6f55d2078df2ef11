/** A figure that somebody decides, with where it comes from. */
export interface Setting<Value> {
  readonly value: Value;
  /** Shown to whoever asks why (Vietnamese). */
  readonly source: string;
}

const ownDefault = 'Mức mặc định của hệ thống; chưa có văn bản quy định chung, theo quy chế làm việc của Sở.';

/** Days before the deadline (0: on the day) on which carriers are reminded. */
export const reminderDaysBefore: Setting<readonly number[]> = { value: [7, 1, 0], source: ownDefault };

/** An overdue duty goes one level up the day after its deadline and again after each so many days. */
export const escalationRepeatDays: Setting<number> = { value: 7, source: ownDefault };

/** A difficulty counts as answered in time within so many working days (Monday to Friday). */
export const difficultyAnswerWorkingDays: Setting<number> = { value: 5, source: ownDefault };

/**
 * Days after the end of a period on which its report is due. Year-end data are asked for about 15 to 30 June
 * (GOV-21), which leaves schools the first half of the month after the year's last.
 */
export const reportDueDays: Setting<{ month: number; semester: number; year: number }> = {
  value: { month: 5, semester: 10, year: 15 },
  source: ownDefault,
};
