interface SignedCommand {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly roleId: string;
  readonly madeAt: string;
  readonly decides: string | null;
  readonly input?: unknown;
}

/** What a device signs of a message: the JSON text of this, UTF-8. The same on both sides because JSON keeps the order of what it parsed. */
export function signedMessage(message: {
  readonly deviceId: string;
  readonly acknowledgedTo: number;
  readonly commands: readonly SignedCommand[];
}): string {
  return JSON.stringify([
    message.deviceId,
    message.acknowledgedTo,
    message.commands.map((one) => [
      one.id,
      one.seq,
      one.name,
      one.roleId,
      one.madeAt,
      one.decides,
      one.input ?? null,
    ]),
  ]);
}

/** What a device signs when it reports at the door. */
export function signedReport(report: {
  readonly deviceId: string;
  readonly deviceNow: string;
  readonly waiting: readonly { readonly name: string; readonly title: string; readonly madeAt: string }[];
}): string {
  return JSON.stringify([
    report.deviceId,
    report.deviceNow,
    report.waiting.map(({ name, title, madeAt }) => [name, title, madeAt]),
  ]);
}
