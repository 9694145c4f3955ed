import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { GrpcError, grpcStatus } from '../grpc/status.js';
import { fits, hashed } from './passwords.js';

/** A password; or a hash of it, so that the file lets nobody in by it. */
type Secret = { readonly password: string } | { readonly passwordHash: string };

/** A login, as the node's folder holds it. */
export type Account = Secret & {
  readonly login: string;
  /** `$admins` may do everything, `$ops` may make groups of consumers. Without this word it is an administrator's. */
  readonly groups?: readonly string[];
  /** Nobody comes in by it for the time being. */
  readonly disabled?: boolean;
};

/** The node's own: its password stands in the node's connection string. */
export type OwnAccount = Extract<Account, { readonly password: string }>;

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
export const newAccount = (login: string): OwnAccount => ({
  login,
  password: randomBytes(24).toString('base64url'),
});

/** The logins of a node, its own first. What is changed holds at once for calls that begin then, and is kept by `save` first. */
export class Accounts {
  #digests: readonly (Buffer | undefined)[] = [];
  /** The headers whose password was found to fit a hash, by their digest: to try one takes long. */
  #known = new Map<string, Account>();
  /** One is tried at a time: whoever guesses keeps neither the disk nor the processors from others. */
  #trying: Promise<unknown> = Promise.resolve();
  readonly #underWay = new Map<string, Promise<Caller>>();

  constructor(
    private accounts: readonly Account[],
    private readonly save: (accounts: readonly Account[]) => void = () => undefined,
  ) {
    this.#use(accounts);
  }

  get own(): OwnAccount | undefined {
    const [first] = this.accounts;
    return first !== undefined && 'password' in first ? first : undefined;
  }

  find(login: string): Account | undefined {
    return this.accounts.find((account) => account.login === login);
  }

  /** How the password of a login is kept: hashed, but for the node's own, which has to tell it. */
  async kept(login: string, password: string): Promise<Secret> {
    return login === this.own?.login ? { password } : { passwordHash: await hashed(password) };
  }

  /** Adds an account, or puts it in the place of the one of that login. */
  put(account: Account): void {
    const others = this.accounts.filter(({ login }) => login !== account.login);
    const accounts =
      others.length < this.accounts.length
        ? this.accounts.map((one) => (one.login === account.login ? account : one))
        : [...this.accounts, account];
    this.save(accounts);
    this.#use(accounts);
  }

  /** Who calls with this header, later where a hash has to be tried; fails as a real server does when it fits no account. */
  callerOf(authorization: string | undefined): Caller | Promise<Caller> {
    if (authorization === undefined) return anonymous;
    const given = digest(authorization);
    // Each is compared, in the same time whatever was given.
    const fitting = this.#digests.map((one) => one !== undefined && timingSafeEqual(one, given));
    const header = given.toString('base64');
    const account = this.accounts[fitting.indexOf(true)] ?? this.#known.get(header);
    if (account !== undefined) return callerBy(account);
    const tried = loginIn(authorization);
    if (tried === undefined) throw unauthenticated();
    const named = this.find(tried.login);
    if (named === undefined || !('passwordHash' in named)) throw unauthenticated();
    const underWay = this.#underWay.get(header);
    if (underWay !== undefined) return underWay;
    const trying = this.#try(header, named, tried.password).finally(() => this.#underWay.delete(header));
    this.#underWay.set(header, trying);
    return trying;
  }

  async #try(
    header: string,
    account: Extract<Account, { readonly passwordHash: string }>,
    password: string,
  ): Promise<Caller> {
    const trying = this.#trying.then(() => fits(password, account.passwordHash));
    this.#trying = trying.catch(() => undefined);
    // Somebody may have exchanged the password or barred the login meanwhile.
    if (!(await trying) || this.find(account.login) !== account) throw unauthenticated();
    this.#known.set(header, account);
    return callerBy(account);
  }

  #use(accounts: readonly Account[]): void {
    this.accounts = accounts;
    this.#digests = accounts.map(digestOf);
    this.#known = new Map([...this.#known].filter(([, account]) => accounts.includes(account)));
  }
}

function callerBy({ login, groups = [admins], disabled = false }: Account): Caller {
  if (disabled) throw unauthenticated();
  return { login, groups };
}

const unauthenticated = () => new GrpcError(grpcStatus.unauthenticated, 'Unauthenticated');

/** Login and password as a header says them; undefined where it is written otherwise than clients do. */
function loginIn(authorization: string): { readonly login: string; readonly password: string } | undefined {
  const [, encoded = ''] = /^Basic ([A-Za-z\d+/]+={0,2})$/.exec(authorization) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const [, login, password] = /^([^:]+):(.+)$/s.exec(text) ?? [];
  if (login === undefined || password === undefined || authorization !== basic(login, password)) {
    return undefined;
  }
  return { login, password };
}

const basic = (login: string, password: string) =>
  `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
const digestOf = (account: Account) =>
  'password' in account ? digest(basic(account.login, account.password)) : undefined;
const digest = (text: string) => hash('sha256', text, 'buffer');
