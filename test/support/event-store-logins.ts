import grpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import messages from '@eventstore/db-client/generated/users_pb.js';
import { Connection } from '#event-sourcing/eventstoredb/index';

type Users = InstanceType<typeof grpc.UsersClient>;
type Change = 'create' | 'disable' | 'enable' | 'resetPassword';

/** What an administrator of an event store does with its logins. */
export class EventStoreLogins {
  private readonly connection: Connection;

  constructor(administrator: string) {
    this.connection = new Connection(administrator);
  }

  async create(login: string, password: string, groups: readonly string[] = []): Promise<void> {
    const options = new messages.CreateReq.Options();
    options.setLoginName(login);
    options.setPassword(password);
    options.setGroupsList([...groups]);
    const request = new messages.CreateReq();
    request.setOptions(options);
    await this.change('create', request);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  disable = (login: string) => this.named('disable', messages.DisableReq, login);
  enable = (login: string) => this.named('enable', messages.EnableReq, login);

  async resetPassword(login: string, password: string): Promise<void> {
    const request = new messages.ResetPasswordReq();
    const options = new messages.ResetPasswordReq.Options();
    options.setLoginName(login);
    options.setNewPassword(password);
    request.setOptions(options);
    await this.change('resetPassword', request);
  }

  private async named(
    change: 'disable' | 'enable',
    kind: typeof messages.DisableReq | typeof messages.EnableReq,
    login: string,
  ): Promise<void> {
    const request = new kind();
    const options = new kind.Options();
    options.setLoginName(login);
    request.setOptions(options);
    await this.change(change, request);
  }

  private async change(what: Change, request: unknown): Promise<void> {
    const { client } = this.connection;
    await client['execute'](
      grpc.UsersClient,
      what,
      (users: Users) =>
        new Promise<void>((resolve, reject) => {
          const answered = (error: Error | null) => (error ? reject(error) : resolve());
          (users[what] as (...given: unknown[]) => unknown)(
            request,
            ...client['callArguments']({}),
            answered,
          );
        }),
    );
  }
}
