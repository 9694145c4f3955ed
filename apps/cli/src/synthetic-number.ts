const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * The identity number of a made-up person, which nobody has: with the Tax Administration's 80 added to the month. Undefined where no control
 * digits go with the three digits of `individual`.
 */
export function syntheticNumber(birthDate: string, individual: number): string | undefined {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const nine = `${day}${Number(month) + 80}${year.slice(2)}${String(individual).padStart(3, '0')}`;
  const first = controlDigit(nine, firstWeights);
  const second = controlDigit(`${nine}${first}`, secondWeights);
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`;
}

function controlDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (11 - (sum % 11)) % 11;
}
