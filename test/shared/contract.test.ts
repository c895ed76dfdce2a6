import { expect, test } from 'vitest';
import { contract } from '../../src/shared/contract/contract.ts';
import { methodNames } from '../../src/shared/contract/method-names.ts';

test('the list of names for the preload script is the contract itself', () => {
  expect([...methodNames].sort()).toEqual(Object.keys(contract).sort());
});
