import type { Answer, Call } from './call.ts';

function pageOf(call: Call): { readonly page: number; readonly perPage: number } {
  const perPage = Number(call.query['per_page'] ?? 30);
  // GitHub gives at most 100, whatever was asked.
  return { page: Math.max(1, Number(call.query['page'] ?? 1)), perPage: Math.min(100, Math.max(1, perPage)) };
}

function linkHeader(call: Call, page: number, last: number): Readonly<Record<string, string>> {
  const at = (number: number, rel: string) => {
    const url = new URL(call.url);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [at(page - 1, 'prev')] : []),
    ...(page < last ? [at(page + 1, 'next'), at(last, 'last')] : []),
    ...(page > 1 ? [at(1, 'first')] : []),
  ];
  return links.length === 0 ? {} : { link: links.join(', ') };
}

/** One page of a list, with the Link header that leads to the others; only that page is rendered. */
export function paginate<T>(call: Call, items: readonly T[], render: (item: T) => unknown): Answer {
  const { page, perPage } = pageOf(call);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  return { status: 200, body: items.slice((page - 1) * perPage, page * perPage).map(render), headers: linkHeader(call, page, last) };
}

/** The same, wrapped as `{ total_count, <key>: [...] }`. */
export function paginateUnder<T>(call: Call, input: { key: string; items: readonly T[]; render: (item: T) => unknown }): Answer {
  const answer = paginate(call, input.items, input.render);
  return { ...answer, body: { total_count: input.items.length, [input.key]: answer.body } };
}
