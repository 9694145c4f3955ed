import { createVaultFixture, type VaultFixture } from './vault.testing.js';

describe('the mark of a provider', () => {
  let fixture: VaultFixture;
  beforeAll(async () => {
    fixture = await createVaultFixture();
  });
  afterAll(() => fixture.close());

  it('stands once somebody has set it, for every process on the vault, however often it is set', async () => {
    const [one, another] = [await fixture.open(), await fixture.open()];
    expect(await one.provider.stands()).toBe(false);
    await Promise.all([another.provider.set(), another.provider.set()]);
    expect(await one.provider.stands()).toBe(true);
    expect(await (await fixture.open()).provider.stands()).toBe(true);
  });
});
