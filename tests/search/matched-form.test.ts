import { expect, it } from 'vitest';
import { matchedForm } from '../../src/search/matched-form.ts';

const putin = { label: 'Vladimir Putin', names: ['Vladimir Putin', 'Владимир Путин', '普京'] };
const ushakov = { label: 'Yury Ushakov', names: ['Jurij Ušakov', 'Юрий Ушаков'] };

it.each([
  [putin, 'put', 'Vladimir Putin'],
  [putin, 'PUTIN vlad', 'Vladimir Putin'],
  [putin, 'Путин', 'Владимир Путин'],
  [putin, '京', '普京'],
  [ushakov, 'usakov', 'Jurij Ušakov'],
  [ushakov, 'ushakov', 'Yury Ushakov'],
  [putin, 'utin', null],
  [putin, 'put medvedev', null],
])('%o typed as %s is found as %s', (person, typed, form) => {
  expect(matchedForm(person, typed)).toBe(form);
});
