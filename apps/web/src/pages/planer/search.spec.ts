import { orderOf, plansSearch, registerQuery } from './search.js';

describe('the address of the register of plans', () => {
  it('holds no name that somebody was looked for by', () => {
    expect(
      plansSearch({ vis: 'med-plan', enhet: 'SCHOOL', navn: 'Nora', koordinator: 'Nora Prøvesen' }),
    ).toEqual({
      vis: 'med-plan',
      enhet: 'SCHOOL',
    });
  });

  it('holds the order, and none that there is not', () => {
    expect(plansSearch({ orden: 'lengst-uten' })).toEqual({ orden: 'lengst-uten' });
    expect(plansSearch({ orden: 'etter-alder' })).toEqual({});
    expect([orderOf('lengst-uten'), orderOf(undefined)]).toEqual(['LONGEST_WITHOUT', 'NAME']);
  });

  it('tells who is without a plan apart from everybody', () => {
    expect(registerQuery({ vis: 'uten-plan' })).toEqual({ withPlan: false });
    expect(registerQuery({ liste: 'personer' })).toEqual({});
  });
});
