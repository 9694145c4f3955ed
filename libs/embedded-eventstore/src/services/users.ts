import { type Account, type Accounts, admins, type Caller } from '../access/accounts.js';
import { accessDenied } from '../access/rights.js';
import { type Methods, serverStreaming, unary } from '../grpc/server.js';
import { GrpcError, grpcStatus, invalidArgument } from '../grpc/status.js';
import { nested } from '../wire/request-parts.js';
import { MessageWriter } from '../wire/protobuf.js';

const empty = Buffer.alloc(0);

/** `Users`: what an administrator needs to make a login, exchange its password and bar it. */
export function users(accounts: Accounts): Methods {
  const change = (work: (texts: Texts) => Account | Promise<Account>) =>
    unary(async (message, { caller }) => {
      if (!isAdmin(caller)) throw accessDenied();
      accounts.put(await work(textsIn(message)));
      return empty;
    });
  const known = (login: string) => {
    const account = accounts.find(login);
    if (account === undefined) throw notFound(login);
    return account;
  };
  return {
    Create: change(async ({ 1: [login = ''] = [], 2: [password = ''] = [], 4: groups = [] }) => {
      if (login === '' || login.includes(':') || password === '') {
        throw invalidArgument('A login needs a name without a colon, and a password.');
      }
      const kept = await accounts.kept(login, password);
      if (accounts.find(login)) {
        throw new GrpcError(grpcStatus.failedPrecondition, 'Conflict.', {
          exception: 'login-conflict',
          'login-name': login,
        });
      }
      return { login, ...kept, groups };
    }),
    Details: serverStreaming((message, call) => {
      const { 1: [login = ''] = [] } = textsIn(message);
      if (!isAdmin(call.caller) && call.caller.login !== login) throw accessDenied();
      call.send(details(known(login)));
      call.finish();
      return Promise.resolve();
    }),
    Disable: change(({ 1: [login = ''] = [] }) => ({ ...known(login), disabled: true })),
    Enable: change(({ 1: [login = ''] = [] }) => {
      const { disabled: _, ...account } = known(login);
      return account;
    }),
    ResetPassword: change(async ({ 1: [login = ''] = [], 2: [password = ''] = [] }) => {
      if (password === '') throw invalidArgument('A login needs a password.');
      known(login);
      const kept = await accounts.kept(login, password);
      const { groups, disabled } = known(login);
      return { login, ...kept, ...(groups && { groups }), ...(disabled !== undefined && { disabled }) };
    }),
  };
}

const isAdmin = ({ groups }: Caller) => groups.includes(admins);

const notFound = (login: string) =>
  new GrpcError(grpcStatus.notFound, `User '${login}' is not found.`, {
    exception: 'login-not-found',
    'login-name': login,
  });

function details({ login, groups = [admins], disabled = false }: Account): Uint8Array {
  const about = new MessageWriter().string(1, login).string(2, login);
  for (const group of groups) about.string(3, group);
  return new MessageWriter().message(1, about.bool(5, disabled)).finish();
}

/** The texts of a request's options, by the numbers of their fields. */
type Texts = Readonly<Record<number, readonly string[]>>;

function textsIn(message: Buffer): Texts {
  const texts: Record<number, string[]> = {};
  for (const options of nested(message, 1)) {
    while (options.next()) (texts[options.field] ??= []).push(options.string());
  }
  return texts;
}
