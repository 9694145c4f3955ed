import { addressIn, BadAddress } from './address.js';

const faultIn = (text: string): string => {
  try {
    addressIn(text);
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(BadAddress);
    return (error as Error).message;
  }
};

describe('the address of an event store', () => {
  it.each(['esdb', 'kurrentdb', 'kurrent'])('B22 may begin with %s://', (scheme) => {
    expect(
      addressIn(
        `${scheme}://samspor:p%40ss%3Aword@server?tlsCAFile=%2Fca.crt&node-preference=readOnlyReplica`,
      ),
    ).toEqual({
      discover: false,
      hosts: [{ address: 'server', port: 2113 }],
      login: { username: 'samspor', password: 'p@ss:word' },
      tls: true,
      tlsCAFile: '/ca.crt',
      nodePreference: 'read_only_replica',
    });
    expect(addressIn(`${scheme}+discover://cluster.example:2114/?tls=false`)).toEqual({
      discover: true,
      hosts: [{ address: 'cluster.example', port: 2114 }],
      tls: false,
    });
    expect(addressIn(` ${scheme}://127.0.0.1:1,b:2?keepAliveInterval=-1&tlsVerifyCert=true `)).toEqual({
      discover: false,
      hosts: [
        { address: '127.0.0.1', port: 1 },
        { address: 'b', port: 2 },
      ],
      tls: true,
      keepAliveInterval: -1,
    });
  });

  it.each([
    ['http://login:hemmelig@server:2113', 'begins with none of', 'write esdb://server:2113'],
    ['eventstore:2113', 'begins with none of', 'write esdb://server:2113'],
    ['esdb://', 'names no server', 'esdb://server:2113'],
    ['esdb://login:hemmelig@', 'names no server', 'esdb://server:2113'],
    ['esdb://a,,b', 'names no server', 'esdb://server:2113'],
    ['esdb://hemmelig@server', 'a login without a password', 'login:password@'],
    ['esdb://samspor:@server', 'a login without a password', 'login:password@'],
    ['esdb://:hemmelig@server', 'a password without a login', 'login:password@'],
    ['esdb://samspor:hemm@elig@server', 'an @ too many', '@ as %40'],
    ['esdb://samspor:hemm/elig@server', 'an @ too many', '/ as %2F'],
    ['esdb://samspor:hemm?elig@server', 'an @ too many', '? as %3F'],
    ['esdb://samspor:hemmelig%@server', 'a % that encodes nothing', '% as %25'],
    ['esdb://samspor:hemmelig', 'not written as a name and a port', 'server:2113'],
    ['esdb://server:70000', 'not written as a name and a port', 'server:2113'],
    ['esdb://server:0', 'not written as a name and a port', 'server:2113'],
    ['esdb://[::1]:2113', 'digits of IPv6', 'its name'],
    ['esdb://server/path', 'a path behind its servers', 'leave it out'],
    ['esdb+discover://a,b', 'several servers to be looked up', 'take +discover away'],
    ['esdb://server?tsl=false', 'a parameter tsl that is not known', 'known are tls,'],
    ['esdb://server?hemmelig', 'a parameter that is not known', 'known are tls,'],
    ['esdb://server?tls=no', 'tls with another value than true or false', 'tls=true or tls=false'],
    ['esdb://server?tls', 'tls without a value', 'write tls=…'],
    ['esdb://server?tls=true&TLS=false', 'tls twice', 'write it once'],
    ['esdb://server?tlsVerifyCert=false', 'tlsVerifyCert', 'tlsCAFile'],
    ['esdb://server?keepAliveInterval=10s', 'no whole number from -1 up', 'in milliseconds'],
    ['esdb://server?nodePreference=hemmelig', 'nodePreference with what is none', 'leader, follower'],
    [
      'esdb://server?tls=false&tlsCAFile=/ca.crt',
      'files for TLS and says tls=false',
      'take one of the two away',
    ],
    ['esdb://server?userCertFile=/a.crt', 'one of userCertFile and userKeyFile', 'both or neither'],
  ])('B22 is refused as %s, in a sentence without its values', (text, wrong, instead) => {
    const message = faultIn(text);
    expect(message).toContain(`The address of the event store`);
    expect(message).toContain(wrong);
    expect(message).toContain(instead);
    expect(message).not.toMatch(/hemm|elig/);
    expect(message).not.toContain('\n');
  });
});
