import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { v4, v7 } from 'uuid';
import type { Person, Said } from '#tests/harness/served.ts';
import { signedMessage, signedReport } from './rules/index.ts';

/** A command of a device, for tests; what is absent is filled in. */
export interface TestCommand {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly roleId: string;
  readonly madeAt: string;
  readonly decides: string | null;
  readonly input: unknown;
}

/** A device of a person as the server sees it: key, number, messages. Knows no queue; what it sends is what the test says. */
export class TestDevice {
  readonly id = v7();
  readonly person: Person;
  readonly roleId: string;
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject };
  readonly #now: () => Date;

  private constructor(person: Person, roleId: string, now: () => Date) {
    this.person = person;
    this.roleId = roleId;
    this.#now = now;
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** Binds a new device to whoever is signed in. */
  static async bound(person: Person, now: () => Date): Promise<TestDevice> {
    const { body } = await person.get('/api/me');
    const device = new TestDevice(person, body.role.id, now);
    const answer = await device.bind();
    if (answer.status !== 200) throw new Error(`not bound: ${JSON.stringify(answer.body)}`);
    return device;
  }

  bind(): Promise<Said> {
    const publicKey = this.#keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    return this.person.post('/api/sync/devices', {
      deviceId: this.id,
      publicKey,
      deviceNow: this.#now().toISOString(),
    });
  }

  command(seq: number, name: string, input: unknown, parts: Partial<TestCommand> = {}): TestCommand {
    const madeAt = this.#now().toISOString();
    return { id: v4(), seq, name, roleId: this.roleId, madeAt, decides: null, input, ...parts };
  }

  sign(text: string): string {
    const key = { key: this.#keys.privateKey, dsaEncoding: 'ieee-p1363' as const };
    return sign('sha256', Buffer.from(text), key).toString('base64');
  }

  /** `as`: who sends it instead of the person; `changes`: what is forged after signing. */
  push(
    commands: readonly TestCommand[],
    {
      acknowledgedTo = commands[0]!.seq - 1,
      as = this.person,
      changes = {},
    }: {
      acknowledgedTo?: number;
      as?: Person;
      changes?: Readonly<Record<string, unknown>>;
    } = {},
  ): Promise<Said> {
    const message = { deviceId: this.id, acknowledgedTo, commands };
    const signature = this.sign(signedMessage(message));
    const deviceNow = this.#now().toISOString();
    return as.post('/api/sync/push', { ...message, deviceNow, waiting: [], signature, ...changes });
  }

  pull(have: Readonly<Record<string, string>> = {}, waiting: readonly object[] = []): Promise<Said> {
    const deviceNow = this.#now().toISOString();
    return this.person.post('/api/sync/pull', { deviceId: this.id, deviceNow, waiting, have });
  }

  /** At the door, where nobody need be signed in. */
  report(
    stranger: Person,
    waiting: readonly { name: string; title: string; madeAt: string }[],
  ): Promise<Said> {
    const report = { deviceId: this.id, deviceNow: this.#now().toISOString(), waiting };
    return stranger.post('/api/sync/devices/report', {
      ...report,
      signature: this.sign(signedReport(report)),
    });
  }
}
