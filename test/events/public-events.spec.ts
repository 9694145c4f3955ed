import { declared } from '#apps/codec';
import { publicTypesOf, toldCategories, withheldCategories } from '#public-events';

describe('what is told outside', () => {
  it('is decided for every category of the log, once', () => {
    const categories = declared.map(({ category }) => category).toSorted();
    expect([...toldCategories, ...Object.keys(withheldCategories)].toSorted()).toEqual(categories);
  });

  it('is nothing of a category that is withheld', () => {
    const told = declared
      .filter(({ category }) => Object.hasOwn(withheldCategories, category))
      .flatMap(({ category, all }) => Object.keys(all).flatMap((type) => publicTypesOf(category, type)));
    expect(told).toEqual([]);
  });
});
