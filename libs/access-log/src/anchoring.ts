import { type CommandRunner, derivedId, type ReactorClock, streamName } from '#event-sourcing';
import { accessLogDecider, accessLogEvents, type Anchor } from './anchors.js';

const accessLogStream = (tenant: string) => streamName(accessLogEvents.category, tenant, 'ends');

/** The ends that were noted of a municipality's access log, the last one last. */
export async function anchorsOf(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
): Promise<readonly Anchor[]> {
  return (await runner.look(accessLogDecider, accessLogStream(tenant))).state;
}

/** Notes where it ends now. The command's id follows from tenant and end: two processes note one end once. */
export async function noteEnd(
  runner: Pick<CommandRunner, 'run'>,
  tenant: string,
  { entry, mac }: Anchor,
  clock: ReactorClock,
): Promise<void> {
  const commandId = derivedId('access-log-end', tenant, String(entry), mac);
  await runner.run(
    accessLogDecider,
    accessLogStream(tenant),
    { type: 'AnchorAccessLog', data: { municipality: tenant, entry, mac } },
    {
      commandId,
      correlationId: commandId,
      municipality: tenant,
      actor: { partyId: derivedId('system', tenant), role: 'SYSTEM' },
      at: clock.at(),
      today: clock.today(),
    },
  );
}
