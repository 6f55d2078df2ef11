/** Wrong passwords or codes in a row before the account is locked for a while. */
export const attemptsAllowed = 5;
export const lockMinutes = 15;

/**
 * A session ends this long after sign-in, used or not: a working day with its evening. A phone left in the staff room must not
 * stay signed in until next week.
 */
export const sessionHours = 12;

/** How long a sign-in at an outside identity provider may take. */
export const oidcMinutes = 10;
