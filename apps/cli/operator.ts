/** Exit statuses that acceptance and scripts rely on. */
export const exitStatus = { done: 0, failed: 1, badInput: 2 } as const;

/** The command cannot go on and the operator must act: Vietnamese lines for standard error, and the exit status. */
export class OperatorMessage extends Error {
  override readonly name = 'OperatorMessage';
  readonly status: number;

  constructor(message: string, status: number = exitStatus.failed) {
    super(message);
    this.status = status;
  }
}

/** A wrong word on the command line: exit status 2. */
export function badInput(message: string): OperatorMessage {
  return new OperatorMessage(message, exitStatus.badInput);
}

/** Prints an error for the operator (a known one as its message alone) and gives the exit status. */
export async function reportError(error: unknown): Promise<number> {
  if (error instanceof OperatorMessage) {
    console.error(error.message);
    return error.status;
  }
  // Loaded here: commands on files alone start without the database's packages.
  const { DatabaseTrouble } = await import('#platform/db');
  const { SecretsTrouble } = await import('#platform/secrets');
  if (error instanceof DatabaseTrouble || error instanceof SecretsTrouble) {
    console.error(error.message);
    return exitStatus.failed;
  }
  if ((error as NodeJS.ErrnoException | null)?.code === 'ENOSPC') {
    console.error('Hết chỗ trên đĩa: giải phóng dung lượng rồi chạy lại.');
    return exitStatus.failed;
  }
  console.error('Lỗi ngoài dự kiến của Hoa Ban, xin gửi các dòng dưới đây cho nhóm phát triển:');
  console.error(error);
  return exitStatus.failed;
}
