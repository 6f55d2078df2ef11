// Who was signed in in this tab, so that the door can say why it is shut, and that nobody takes up what somebody else was typing.

const key = 'hoaban.session';

/** The account is at work in this tab; drafts of another one are forgotten. */
export function keepSession(accountId: string): void {
  try {
    const before = sessionStorage.getItem(key);
    if (before === accountId) return;
    if (before !== null) sessionStorage.clear();
    sessionStorage.setItem(key, accountId);
  } catch {
    // A refused storage keeps no drafts either.
  }
}

/** Whether somebody was signed in here who did not sign out: the session has ended by itself. */
export function hadSession(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
