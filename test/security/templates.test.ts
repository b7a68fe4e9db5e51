import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { productSources } from './sources.ts';

const evaluates = /\beval\(|\bnew Function\(|from '(node:)?vm'/;

test('no template engine and no evaluation of text is in the product', () => {
  expect(
    productSources()
      .filter(({ text }) => evaluates.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  expect(Object.keys(dependencies).filter((name) => /liquid|handlebars|mustache|ejs|nunjucks|pug|eta$/.test(name))).toEqual([]);
});
