import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { GrpcError, grpcStatus } from '../grpc/status.js';

/** A login, as the node's folder holds it. */
export interface Account {
  readonly login: string;
  readonly password: string;
  /** `$admins` may do everything, `$ops` may make groups of consumers. Without this word it is an administrator's. */
  readonly groups?: readonly string[];
  /** Nobody comes in by it for the time being. */
  readonly disabled?: boolean;
}

/** Who calls; nobody in particular without a login. */
export interface Caller {
  readonly login: string | undefined;
  readonly groups: readonly string[];
}

export const admins = '$admins';

/** Whoever calls a node that asks for no login. */
export const anybody: Caller = { login: undefined, groups: [admins] };
const anonymous: Caller = { login: undefined, groups: [] };

/** A new administrator's account with a password that nobody can guess. */
export const newAccount = (login: string): Account => ({
  login,
  password: randomBytes(24).toString('base64url'),
});

/** The logins of a node. What is changed holds at once for calls that begin then, and is kept by `save` first. */
export class Accounts {
  #digests: readonly Buffer[];

  constructor(
    private accounts: readonly Account[],
    private readonly save: (accounts: readonly Account[]) => void = () => undefined,
  ) {
    this.#digests = accounts.map(digestOf);
  }

  get first(): Account | undefined {
    return this.accounts[0];
  }

  find(login: string): Account | undefined {
    return this.accounts.find((account) => account.login === login);
  }

  /** Adds an account, or puts it in the place of the one of that login. */
  put(account: Account): void {
    const others = this.accounts.filter(({ login }) => login !== account.login);
    const accounts =
      others.length < this.accounts.length
        ? this.accounts.map((one) => (one.login === account.login ? account : one))
        : [...this.accounts, account];
    this.save(accounts);
    this.accounts = accounts;
    this.#digests = accounts.map(digestOf);
  }

  /** Who calls with this header; fails as a real server does when it fits no account. */
  callerOf(authorization: string | undefined): Caller {
    if (authorization === undefined) return anonymous;
    const given = digest(authorization);
    // Each is compared, in the same time whatever was given.
    const fits = this.#digests.map((one) => timingSafeEqual(one, given));
    const account = this.accounts[fits.indexOf(true)];
    if (account === undefined || account.disabled === true) {
      throw new GrpcError(grpcStatus.unauthenticated, 'Unauthenticated');
    }
    return { login: account.login, groups: account.groups ?? [admins] };
  }
}

const digestOf = ({ login, password }: Account) =>
  digest(`Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`);
const digest = (text: string) => hash('sha256', text, 'buffer');
