import { plansSearch, registerQuery } from './search.js';

describe('the address of the register of plans', () => {
  it('holds no name that somebody was looked for by', () => {
    expect(
      plansSearch({ vis: 'med-plan', enhet: 'SCHOOL', navn: 'Nora', koordinator: 'Nora Prøvesen' }),
    ).toEqual({
      vis: 'med-plan',
      enhet: 'SCHOOL',
    });
  });

  it('tells who is without a plan apart from everybody', () => {
    expect(registerQuery({ vis: 'uten-plan' })).toEqual({ withPlan: false });
    expect(registerQuery({ liste: 'personer' })).toEqual({});
  });
});
