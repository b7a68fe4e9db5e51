import type { Access } from './access.ts';

/** Where one rehearses there is nothing to hide; who comes from elsewhere was turned away before. */
export const openAccess: Access = {
  mayRead: async ({ kind }) => kind === 'rehearser',
  readable: async ({ kind }, repositories) => (kind === 'rehearser' ? [...repositories] : []),
};
